"""Checks the front matter of a page."""

from __future__ import annotations

from collections.abc import Iterable

from ground.day import is_day
from ground.page_source import PageSource
from ground.problem import Problem

DESCRIPTION_LIMIT = 160


def check_front_matter(pages: Iterable[PageSource]) -> list[Problem]:
    """A problem for each page without a description (1 to 160 characters) or a `reviewed` date."""
    problems = []
    for page in pages:
        data = page.front_matter
        description = str(data.get("description") or "")
        if not 1 <= len(description) <= DESCRIPTION_LIMIT:
            what = f"description has {len(description)} characters"
            problems.append(page.problem(1, what, f"write one sentence of 1 to {DESCRIPTION_LIMIT} in the front matter"))
        if not is_day(str(data.get("reviewed") or "")):
            problems.append(page.problem(1, "no date of review", "write reviewed: YYYY-MM-DD in the front matter"))
    return problems

"""Checks the front matter of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ground.day import is_day
from ground.page_source import PageSource
from ground.problem import Problem

DESCRIPTION_LIMIT = 160


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


#: Keys that the build or the theme takes as they are: what fits, and what to do otherwise.
_KINDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "glossary": (
        lambda value: isinstance(value, bool) or (isinstance(value, dict) and value.keys() == {"skip"} and _texts(value["skip"])),
        "write glossary: false or glossary: {skip: [Term]}",
    ),
    "search": (lambda value: isinstance(value, dict), "write search: {exclude: true} or search: {boost: 2}"),
    "title": (lambda value: isinstance(value, str), "write it as one text, quoted"),
    "template": (lambda value: isinstance(value, str), "name a template of overrides/"),
    **{key: (_texts, f"write {key}: [one, two]") for key in ("hide", "tags", "styles")},
}


def check_front_matter(pages: Iterable[PageSource]) -> list[Problem]:
    """A problem for each page without a description (1 to 160 characters) or date of review, or with a wrong kind of value."""
    problems = []
    for page in pages:
        error = page.front_matter_error if not page.front_matter else ""
        if error:
            problems.append(
                page.problem(1, f"front matter not readable as YAML ({error})", "mend it; quote a text that has a colon")
            )
            continue
        data = page.front_matter
        for key, (fits, todo) in _KINDS.items():
            if key in data and not fits(data[key]):
                problems.append(page.problem(page.line_of(f"{key}:"), f"{key} in the front matter is of the wrong kind", todo))
        description = str(data.get("description") or "")
        if not 1 <= len(description) <= DESCRIPTION_LIMIT:
            what = f"description has {len(description)} characters"
            problems.append(page.problem(1, what, f"write one sentence of 1 to {DESCRIPTION_LIMIT} in the front matter"))
        if not is_day(str(data.get("reviewed") or "")):
            problems.append(page.problem(1, "no date of review", "write reviewed: YYYY-MM-DD in the front matter"))
    return problems

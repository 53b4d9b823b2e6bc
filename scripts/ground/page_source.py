"""A page as its author wrote it: front matter, body, and which lines are code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import yaml

from ground.kept import Kept
from ground.lined_yaml import NOT_YAML, SafeLoader
from ground.problem import BadInput, Problem, shown

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*\n", re.DOTALL | re.MULTILINE)
#: For how many pages as they were read the packages remember what they found: an edit concerns one page of all.
KEPT = 4096
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})(.*)$")


@dataclass(frozen=True)
class PageSource:
    """`uri` is the path below docs/ with forward slashes; `file` is the path to show in a message."""

    uri: str
    file: str
    text: str

    @cached_property
    def front_matter(self) -> dict[str, Any]:
        """The YAML between the first two `---` lines; empty where there is none or it cannot be read."""
        found = _FRONT_MATTER.match(self.text)
        if not found:
            return {}
        try:
            data = yaml.load(found.group(1), SafeLoader)  # noqa: S506 - a safe one
        except NOT_YAML:
            return {}
        return data if isinstance(data, dict) else {}

    @cached_property
    def front_matter_error(self) -> str:
        """Why the front matter cannot be read, or nothing."""
        found = _FRONT_MATTER.match(self.text)
        try:
            data = yaml.load(found.group(1), SafeLoader) if found else {}  # noqa: S506 - a safe one
        except yaml.MarkedYAMLError as error:
            return str(error.problem or error.context)
        except NOT_YAML as error:
            return str(error) or type(error).__name__
        return "" if data is None or isinstance(data, dict) else "no mapping"

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        found = _FRONT_MATTER.match(self.text)
        return self.text[found.end() :] if found else self.text

    @cached_property
    def title(self) -> str:
        """What the page is called as far as the source tells: its front matter's title and its first heading."""
        heading = next((line for _, line in self.prose() if line.startswith("# ")), "")
        return f"{self.front_matter.get('title', '')} {heading}"

    def prose(self) -> tuple[tuple[int, str], ...]:
        """The numbered lines outside front matter and fenced code."""
        return self._prose

    @cached_property
    def _prose(self) -> tuple[tuple[int, str], ...]:
        return tuple(self._lines_of_prose())

    def _lines_of_prose(self) -> Iterator[tuple[int, str]]:
        found = _FRONT_MATTER.match(self.text)
        skipped = self.text[: found.end()].count("\n") if found else 0
        fence = ""
        for number, line in enumerate(self.text.splitlines(), 1):
            if number <= skipped:
                continue
            mark = _FENCE.match(line)
            if fence:
                if mark and mark.group(1).startswith(fence) and not mark.group(2).strip():
                    fence = ""
                continue
            if mark:
                fence = mark.group(1)
                continue
            yield number, line

    def line_of(self, wanted: str) -> int:
        """The first line that contains `wanted`, or 0."""
        return next((n for n, line in enumerate(self.text.splitlines(), 1) if wanted in line), 0)

    def problem(self, line: int, what: str, todo: str) -> Problem:
        return Problem(self.file, line, what, todo)


def read_pages(docs: Path, kept: Kept | None = None) -> list[PageSource]:
    """Every Markdown page below `docs`, in the order of its path; names that begin with an underscore are data.

    Raises BadInput for pages that are not UTF-8.
    """
    kept = kept or Kept()
    pages, problems = [], []
    for path in sorted(docs.rglob("*.md")):
        if any(part.startswith(("_", ".")) for part in path.relative_to(docs).parts):
            continue
        try:
            pages.append(kept.get(f"page {path}", [path], partial(_read, path, docs)))
        except UnicodeDecodeError as error:
            problems.append(Problem(shown(path), 0, f"not UTF-8 at byte {error.start}", "save the file as UTF-8"))
    if problems:
        raise BadInput(problems)
    return pages


def _read(path: Path, docs: Path) -> PageSource:
    return PageSource(path.relative_to(docs).as_posix(), shown(path), path.read_text(encoding="utf-8-sig"))

"""Few short pages that show what the pages of the guide show: every kind of element within every other kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from book.nav import Nav
from book.page import Page, classes, read_page
from book.questions import PRACTICE

TASK = "practice/task-4-1.md"
#: Longer pages are for `make book-check`.
_LETTERS = 8000
#: What a page more costs, in letters.
_PAGE = 2500

Kind = tuple[str, str]


def sample(site: Path, nav: Nav) -> Nav:
    """The navigation with these pages only, and one of questions."""
    pages = [read_page(site, uri) for uri in nav.uris if not uri.startswith(PRACTICE)]
    short = [page for page in pages if not page.left_out and _length(page) < _LETTERS]
    kept = {TASK, *(page.uri for page in _fewest(short))}
    parts = (replace(part, chapters=tuple(one for one in part.chapters if one.uri in kept)) for part in nav.parts)
    return replace(nav, parts=tuple(part for part in parts if part.chapters))


def _fewest(pages: list[Page]) -> Iterator[Page]:
    shown = {page.uri: set(_kinds(page.article)) for page in pages}
    missing = set().union(*shown.values())
    while missing:
        best = max(pages, key=lambda page: len(shown[page.uri] & missing) / (_length(page) + _PAGE))
        missing -= shown[best.uri]
        yield best


def _length(page: Page) -> int:
    return len("".join(page.article.itertext()))


def _kinds(parent: Element) -> Iterator[Kind]:
    for child in parent:
        if isinstance(child.tag, str):
            yield _named(parent), _named(child)
            if not child.tag.endswith("math"):
                yield from _kinds(child)


def _named(element: Element) -> str:
    names = () if element.tag in ("code", "article") else sorted(classes(element))
    return " ".join([element.tag, *names])

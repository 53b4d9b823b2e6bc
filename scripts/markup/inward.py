"""Links between pages: dead ones are told with file and line, which MkDocs' own warnings lack."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ground.page_source import KEPT, PageSource
from ground.place import is_lost
from ground.problem import Problem

_CODE = re.compile(r"(`+)[^`].*?\1")
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)")
_OUTWARD = re.compile(r"[a-z][a-z0-9+.-]*:|/|#$")


@dataclass(frozen=True)
class Link:
    """`uri` is the target's path below docs/, `anchor` may be empty."""

    page: PageSource
    line: int
    written: str
    uri: str
    anchor: str


def links(pages: Iterable[PageSource]) -> Iterator[Link]:
    """Every relative link and picture in the sources."""
    for page in pages:
        yield from _links(page)


@lru_cache(KEPT)
def _links(page: PageSource) -> tuple[Link, ...]:
    found = []
    for number, line in page.prose():
        for written in _TARGET.findall(_CODE.sub("", line)) if "](" in line else ():
            if not _OUTWARD.match(written):
                path, _, anchor = written.partition("#")
                uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path)) if path else page.uri
                found.append(Link(page, number, written, uri, anchor))
    return tuple(found)


def dead_links(pages: Iterable[PageSource], exists: Callable[[str], bool]) -> list[Problem]:
    """A problem for each link whose file is not there; `exists` is asked for a path below docs/."""
    return [
        link.page.problem(link.line, f'the link "{link.written}" leads nowhere', f"there is no docs/{link.uri}: mend the path")
        for link in links(pages)
        if not exists(link.uri)
    ]


def dead_anchors(pages: Iterable[PageSource], ids: Mapping[str, frozenset[str]]) -> list[Problem]:
    """A problem for each link to a place that its page (`ids`: page → the ids in it) does not have."""
    return [
        link.page.problem(
            link.line, f'the link "{link.written}" names no place', f'no heading of docs/{link.uri} has the id "{link.anchor}"'
        )
        for link in links(pages)
        if is_lost(link.uri, link.anchor, ids)
    ]

"""A place that a text or a data file names: a page, or a section of it, written `page.md#section`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from functools import cache

from ground.problem import Problem


def link_to(place: str, folder: str) -> str:
    """How a page in the folder links to the place; both are paths below docs/, the folder may be empty."""
    uri, hash_, anchor = place.partition("#")
    return _path_from(folder, uri) + hash_ + anchor


@cache
def _path_from(folder: str, uri: str) -> str:
    """Remembered: it is asked for thousands of times in a build, for every link to a term alone."""
    return posixpath.relpath(uri, folder or ".")


def is_lost(uri: str, anchor: str, ids: Mapping[str, frozenset[str]]) -> bool:
    """Whether the rendered page (`ids`: page → the ids in it) lacks the section; of a page that is not there nothing is known."""
    return bool(anchor) and uri in ids and anchor not in ids[uri]


def lost_places(named: Iterable[tuple[str, str, int]], ids: Mapping[str, frozenset[str]]) -> list[Problem]:
    """A problem for every place that its rendered page (`ids`: page → the ids in it) lacks; `named`: place, file and line."""
    found = []
    for place, file, line in named:
        uri, _, anchor = place.partition("#")
        if is_lost(uri, anchor, ids):
            found.append(Problem(file, line, f'"{place}" names no place', f'no heading has the id "{anchor}"'))
    return found

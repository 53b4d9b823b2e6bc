"""A place that a text or a data file names: a page, or a section of it, written `page.md#section`."""

from __future__ import annotations

from collections.abc import Mapping


def is_lost(uri: str, anchor: str, ids: Mapping[str, frozenset[str]]) -> bool:
    """Whether the rendered page (`ids`: page → the ids in it) lacks the section; of a page that is not there nothing is known."""
    return bool(anchor) and uri in ids and anchor not in ids[uri]

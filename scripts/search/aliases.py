"""Writes what the index does not have of its own into MkDocs' search_index.json: other names, typing errors, what it is about.

`aliases` is a field that lunr searches; `misspellings` and `about` are read by docs/assets/javascripts/search-worker.js only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BREAK = re.compile(r"[\s-]+")


@dataclass(frozen=True)
class Names:
    """The names that lead to one entry of the index; `location` is its address below the site's root.

    `name` is the one that `misspellings` mean; `about` is one sentence.
    """

    location: str
    name: str
    others: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    about: str = ""


def spellings(name: str) -> set[str]:
    """The name itself, split at inner capitals (`Data Brew`), and joined (`guardrails`, `databrew`)."""
    split = _CAMEL.sub(" ", name)
    parts = _BREAK.split(name)
    joined = {"".join(parts)} if len(parts) == 2 else set()
    return {name, split, *joined}


def add_names(index: dict[str, Any], named: Iterable[Names], descriptions: Mapping[str, str]) -> list[Names]:
    """Adds the names to the entries in place; returns those whose location the index does not have.

    `descriptions` is one sentence a page, by its address.
    """
    entries = {entry["location"]: entry for entry in index["docs"]}
    for location, description in descriptions.items():
        if location in entries:
            entries[location]["about"] = description
    gathered: dict[str, list[Names]] = {}
    lost = []
    for item in named:
        if item.location in entries:
            gathered.setdefault(item.location, []).append(item)
        else:
            lost.append(item)
    for location, items in gathered.items():
        entry = entries[location]
        names = {spelling for item in items for name in (item.name, *item.others) for spelling in spellings(name)}
        entry["aliases"] = " / ".join(sorted(names))
        if pairs := sorted([wrong, item.name] for item in items for wrong in item.misspellings):
            entry["misspellings"] = pairs
        if about := " ".join(filter(None, [entry.get("about"), *(item.about for item in items)])):
            entry["about"] = about
    return lost

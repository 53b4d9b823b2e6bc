"""The other names that lead to an entry of the index, the typing errors that mean it, and the sentence about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Entry = dict[str, Any]


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


def add_names(entries: Mapping[str, Entry], named: Iterable[Names]) -> list[Names]:
    """Adds the names to the entries in place, a term's own name first; returns those whose location no entry has."""
    gathered: dict[str, list[Names]] = {}
    lost = []
    for item in named:
        if item.location in entries:
            gathered.setdefault(item.location, []).append(item)
        else:
            lost.append(item)
    for location, items in gathered.items():
        entry = entries[location]
        entry["aliases"] = " / ".join(dict.fromkeys(name for item in items for name in (item.name, *item.others)))
        if pairs := sorted([wrong, item.name] for item in items for wrong in item.misspellings):
            entry["misspellings"] = pairs
        if about := " ".join(filter(None, [entry.get("about"), *(item.about for item in items)])):
            entry["about"] = about
    return lost

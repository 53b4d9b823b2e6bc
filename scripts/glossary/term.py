"""A term of the glossary."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from ground.slug import slugify

State = Literal["active", "renamed", "closed-to-new", "ending", "ended", "reopened"]
STATES: tuple[str, ...] = get_args(State)

#: How a reader meets each state, as a badge.
STATE_WORDS: dict[str, str] = {
    "active": "Active",
    "renamed": "Renamed",
    "closed-to-new": "Closed to new customers",
    "ending": "End announced",
    "ended": "Ended",
    "reopened": "Open again",
}


@dataclass(frozen=True)
class Status:
    """Where a service stands in its life, as AWS says it.

    `since` and `as_of` are dates as precise as the source: YYYY, YYYY-MM or YYYY-MM-DD; `since` is empty where AWS gives none.
    """

    state: State
    since: str = ""
    successor: str = ""
    source: str = ""
    as_of: str = ""

    @property
    def words(self) -> str:
        return STATE_WORDS[self.state]


#: The page that lists all terms.
GLOSSARY_URI = "glossary.md"


def letter_uri(letter: str) -> str:
    """The page of the glossary that has the terms of a letter."""
    return f"glossary/{letter.lower()}.md"


@dataclass(frozen=True)
class Term:
    """One entry. `page` is empty or a path below docs/ with an optional `#anchor`."""

    name: str
    short: str
    definition: str
    file: str
    line: int
    aliases: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    abbr: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    page: str = ""
    see: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    status: Status | None = field(default=None)
    match: Literal["", "exact", "nocase"] = ""
    link: bool = True

    @cached_property
    def slug(self) -> str:
        return slugify(self.name) or "term"

    @cached_property
    def initial(self) -> str:
        """The letter that the term stands under; `0-9` for anything else. The vendor's name counts as part of the term."""
        first = unicodedata.normalize("NFKD", self.name).lstrip("/.")[:1].upper()
        return first if "A" <= first <= "Z" else "0-9"

    @property
    def entry(self) -> str:
        """Where the glossary has the term."""
        return f"{letter_uri(self.initial)}#{self.slug}"

    @property
    def place(self) -> str:
        """Where a reader learns about the term: the section that teaches it, or its glossary entry."""
        return self.page or self.entry

    @property
    def page_uri(self) -> str:
        return self.page.partition("#")[0]

    @property
    def anchor(self) -> str:
        return self.page.partition("#")[2]

    @property
    def written_forms(self) -> tuple[str, ...]:
        """Every form that a text may contain; misspellings are for the search only."""
        return (self.name, *self.aliases, *self.abbr, *self.formerly)

"""What is to be looked at among the cited pages: as one line each for a terminal, as Markdown for an issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ground.problem import Problem
from sources.answers import Answer, without_anchor
from sources.footnotes import Source

#: An issue holds 65,536 characters. Entries are cut short, sections too.
_ENTRIES = 100
_PLACES = 5
_ADDRESS = 300


@dataclass(frozen=True)
class Report:
    """The places that cite a page which does not answer, has moved, or was read too long ago."""

    dead: tuple[tuple[Source, Answer], ...]
    moved: tuple[tuple[Source, Answer], ...]
    old: tuple[Source, ...]
    months: int

    def __bool__(self) -> bool:
        return bool(self.dead or self.moved or self.old)

    def lines(self) -> list[Problem]:
        """One a place, in the order of files and lines."""
        dead = [_at(source, f"{source.url} is dead: {answer.words}", "cite another page") for source, answer in self.dead]
        moved = [_at(source, f"{source.url} has moved", f"read and cite {answer.words}") for source, answer in self.moved]
        old = [_at(source, f"{source.url} was read in {source.as_of}", "read it again") for source in self.old]
        return sorted(dead + moved + old)

    def markdown(self) -> str:
        """For an issue; empty where there is nothing to say. Addresses stand as code: what a server sent makes no link."""
        sections = (
            ("Dead", ((f"{_code(source.url)}: {_plain(answer.words)}", source) for source, answer in self.dead)),
            ("Moved", ((f"{_code(source.url)} to {_code(answer.words)}", source) for source, answer in self.moved)),
            (f"Read more than {self.months} months ago", ((f"{s.as_of} {_code(s.url)}", s) for s in self.old)),
        )
        found = [section for title, entries in sections if (section := _section(title, entries))]
        if not found:
            return ""
        head = "Pages of AWS that the guide cites. `make links` says the same, with every place."
        return "\n\n".join((head, *found)) + "\n"


def report(sources: Sequence[Source], answers: Mapping[str, Answer], months: int, today: date) -> Report:
    """Compares the sources with the answers of their addresses (empty: nothing was asked) and with the calendar."""
    asked = [(source, answers[page]) for source in sources if (page := without_anchor(source.url)) in answers]
    return Report(
        tuple(pair for pair in asked if pair[1].state == "dead"),
        tuple(pair for pair in asked if pair[1].state == "moved"),
        tuple(sorted((s for s in sources if months_ago(s.as_of, today) > months), key=lambda s: (s.as_of, s.url))),
        months,
    )


def months_ago(as_of: str, today: date) -> int:
    """Calendar months between the month of `as_of` (YYYY, YYYY-MM or YYYY-MM-DD) and today's."""
    year, month = int(as_of[:4]), int(as_of[5:7] or 1)
    return (today.year - year) * 12 + today.month - month


def _at(source: Source, what: str, todo: str) -> Problem:
    return Problem(source.page, source.line, what, todo)


def _section(title: str, entries: Iterable[tuple[str, Source]]) -> str:
    places: dict[str, list[str]] = {}
    for words, source in entries:
        places.setdefault(words, []).append(f"{source.page}:{source.line}")
    if not places:
        return ""
    lines = [f"- {words} ({_some(found, _PLACES)})" for words, found in places.items()]
    more = [f"- and {len(lines) - _ENTRIES} more"] if len(lines) > _ENTRIES else []
    return "\n".join([f"## {title} ({len(places)})", "", *lines[:_ENTRIES], *more])


def _some(items: Sequence[str], most: int) -> str:
    return ", ".join(items[:most]) + (f" and {len(items) - most} more" if len(items) > most else "")


def _code(text: str) -> str:
    return f"`{_plain(text)}`"


def _plain(text: str) -> str:
    """One line without backticks and markup, of an issue's patience."""
    return re.sub(r"[`<>|\s]+", " ", text).strip()[:_ADDRESS]

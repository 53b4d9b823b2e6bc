"""Reads docs/_data/api-facts.yml: what pages say of AWS's APIs, so that a test can compare it with botocore's models.

Data model: a mapping from a page to its facts. A `Fact` has words of the page, a service of botocore, and one of the `KINDS` with
its place in the service's model. A place is an operation (its input) or a shape, then members; lists and maps are walked through
by themselves, `*` stands for the items of a list or the values of a map: `CreateTrainingJob.HyperParameters.*`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ground.lined_yaml import Lined, load
from ground.page_source import PageSource
from ground.problem import BadInput, Problem, shown

#: What a fact may be about, and what it says of it.
KINDS: dict[str, frozenset[str]] = {
    "operation": frozenset(),
    "shape": frozenset(),
    "member": frozenset(),
    "waiter": frozenset(),
    "enum": frozenset(("is", "has")),
    "limit": frozenset(("min", "max", "as")),
    "text": frozenset(("says",)),
}
_KEYS = frozenset(("words", "service"))
_NAMES = re.compile(r"[\w-]+(\.([\w:-]+|\*))*")


@dataclass(frozen=True)
class Fact:
    """`values` are an enum's, all of them if `complete`; `least` and `most` a limit's, which the page writes as `said`;
    `says` is a part of AWS's own description of the place.
    """

    page: str
    words: str
    service: str
    kind: str
    place: str
    file: str
    line: int
    values: tuple[str, ...] = ()
    complete: bool = False
    least: float | None = None
    most: float | None = None
    said: str = ""
    says: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """What the page must have somewhere: the values of an enum, or the name."""
        return () if self.kind in ("limit", "text") else self.values or (self.place.rpartition(".")[2],)

    @property
    def numbers(self) -> tuple[str, ...]:
        """What the words must have of a limit."""
        return (self.said,) if self.said else tuple(f"{bound:,}" for bound in (self.least, self.most) if bound is not None)


@dataclass
class _Reader:
    file: str
    problems: list[Problem] = field(default_factory=list)

    def say(self, line: int, what: str, todo: str) -> None:
        self.problems.append(Problem(self.file, line, what, todo))

    def text(self, entry: Lined, key: str) -> str:
        value = entry.get(key, "")
        if not isinstance(value, str):
            self.say(entry.line_of(key), f"{key} of a fact is no text", f"write {key}: as one text, quoted where YAML needs it")
            return ""
        return value

    def fact(self, page: str, entry: Any, line: int) -> Fact | None:
        kinds = sorted(entry.keys() & KINDS.keys()) if isinstance(entry, Lined) else []
        if not isinstance(entry, Lined) or len(kinds) != 1:
            at = entry.line if isinstance(entry, Lined) else line
            self.say(at, "a fact is not a mapping with one kind", f"write {{words: …, service: …}} and one of {_listed(KINDS)}")
            return None
        kind, before = kinds[0], len(self.problems)
        keys = _KEYS | KINDS[kind] | {kind}
        for key in sorted(entry.keys() - keys):
            self.say(entry.line_of(key), f"unknown key {_quoted(key)} in a fact of kind {kind}", f"use {_listed(keys)}")
        words, service, place, said, says = (self.text(entry, key) for key in ("words", "service", kind, "as", "says"))
        if not words.strip():
            self.say(entry.line, "a fact has no words", "add words: with what the page says, from one line of it")
        for key, names in (("service", service), (kind, place)):
            if not _NAMES.fullmatch(names):
                self.say(entry.line_of(key), f"{key} {_quoted(names)} is no name", "write names joined by dots")
        if kind == "text" and not says.strip():
            self.say(entry.line, "a text says nothing", "add says: with words of AWS's description")
        values, complete = self.values(entry) if kind == "enum" else ((), False)
        least, most = (self.number(entry, key) for key in ("min", "max"))
        if kind == "limit" and least is None and most is None:
            self.say(entry.line, "a limit has neither min nor max", "add the one that the page says")
        if len(self.problems) > before:
            return None
        return Fact(page, words, service, kind, place, self.file, entry.line, values, complete, least, most, said, says)

    def values(self, entry: Lined) -> tuple[tuple[str, ...], bool]:
        keys = [key for key in ("is", "has") if key in entry]
        values = entry[keys[0]] if len(keys) == 1 else None
        if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
            self.say(entry.line, "an enum has no list of texts", "write is: [ALL, OF, THEM] or has: [SOME]")
            return (), False
        return tuple(values), keys == ["is"]

    def number(self, entry: Lined, key: str) -> float | None:
        value = entry.get(key)
        if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
            return value
        self.say(entry.line_of(key), f"{key} of a limit is no number", "write digits only, without quotes and commas")
        return None


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


def _quoted(text: str) -> str:
    """As it can stand in a message of one line."""
    return f'"{" ".join(text.split())}"'


def read_facts(path: Path) -> tuple[Fact, ...]:
    """Every fact of the file, in its order; none where there is no file. Raises BadInput with everything found wrong."""
    if not path.is_file():
        return ()
    data = load(path)
    reader = _Reader(shown(path))
    facts: list[Fact] = []
    if not isinstance(data, Lined):
        raise BadInput(
            [Problem(reader.file, 0, "the file is not a mapping from pages to facts", "write page.md: and facts below")]
        )
    for page, entries in data.items():
        line = data.line_of(page)
        if not isinstance(entries, list):
            reader.say(line, f"the facts of {_quoted(page)} are no list", "begin each with - {words: …")
            continue
        facts += [fact for entry in entries if (fact := reader.fact(page, entry, line))]
    if reader.problems:
        raise BadInput(reader.problems)
    return tuple(facts)


def lost_facts(facts: Iterable[Fact], pages: Iterable[PageSource]) -> list[Problem]:
    """A problem for each fact that its page does not say, or not any more."""
    of_uri = {page.uri: page for page in pages}
    problems = []
    for fact in facts:
        page = of_uri.get(fact.page)
        if not page:
            problems.append(Problem(fact.file, fact.line, f"there is no page {_quoted(fact.page)}", "name a page below docs/"))
            continue
        missing = [text for text in (fact.words, *fact.named) if text not in page.text]
        missing += [number for number in fact.numbers if not _has_number(fact.words, number)]
        problems += [
            Problem(
                fact.file, fact.line, f"{page.file} does not say {_quoted(text)}", "write what the page says, or delete the fact"
            )
            for text in missing
        ]
    return problems


def _has_number(words: str, number: str) -> bool:
    """Whether `1,000` stands in the words as a number of its own, with or without comma; or whatever `as` gives instead."""
    forms = "|".join(re.escape(form) for form in dict.fromkeys((number, number.replace(",", ""))))
    return bool(re.search(rf"(?<![\d.,])(?:{forms})(?!\d|[.,]\d)", words))

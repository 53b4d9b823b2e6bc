"""Reads docs/_data/glossary/*.yml and says, with file and line, everything that is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from glossary.term import STATES, Status, Term
from ground.lined_yaml import Lined, load
from ground.place import is_lost
from ground.problem import BadInput, Problem, shown

SHORT_LIMIT = 160
_TEXT_KEYS = ("term", "short", "definition", "page")
_LIST_KEYS = ("aliases", "formerly", "abbr", "misspellings", "see", "tasks")
_KEYS = frozenset((*_TEXT_KEYS, *_LIST_KEYS, "status", "match", "link"))
_STATUS_KEYS = frozenset(("state", "since", "successor", "source", "as_of"))
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_AWS = re.compile(r"https://([\w-]+\.)*(aws\.amazon\.com|amazon\.com|awsstatic\.com)(/|$)")
_MARKUP = re.compile(r"[`*\[\]<>]|\]\(")


@dataclass
class _Reader:
    """Reads the entries of one file; collects problems instead of stopping at the first."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def say(self, line: int, what: str, todo: str) -> None:
        self.problems.append(Problem(self.file, line, what, todo))

    def text(self, entry: Lined, key: str, owner: str) -> str:
        value = entry.get(key, "")
        if value is None or isinstance(value, (list, dict)):
            self.say(entry.line_of(key), f'{key} of "{owner}" is not text', f"write {key} as one text")
            return ""
        return str(value).strip()

    def texts(self, entry: Lined, key: str, owner: str) -> tuple[str, ...]:
        value = entry.get(key) or []
        values = value if isinstance(value, list) else [value]
        if not all(isinstance(item, str) and item.strip() for item in values):
            self.say(entry.line_of(key), f'{key} of "{owner}" holds something that is not text', "quote every item")
            return ()
        return tuple(item.strip() for item in values)

    def status(self, entry: Lined, owner: str) -> Status | None:
        data = entry.get("status")
        if data is None:
            return None
        line = entry.line_of("status")
        if not isinstance(data, Lined):
            self.say(line, f'status of "{owner}" is not a mapping', "write state, since, successor, source and as_of")
            return None
        for key in sorted(data.keys() - _STATUS_KEYS):
            self.say(data.line_of(key), f'unknown key "{key}" in the status of "{owner}"', f"use {_listed(_STATUS_KEYS)}")
        words = {key: str(data.get(key) or "").strip() for key in _STATUS_KEYS}
        if words["state"] not in STATES:
            self.say(data.line_of("state"), f'unknown state "{words["state"]}" of "{owner}"', f"use {_listed(STATES)}")
            return None
        for key in ("since", "as_of"):
            if words[key] and not _DATE.fullmatch(words[key]):
                self.say(data.line_of(key), f'{key} "{words[key]}" of "{owner}" is no date', "write YYYY, YYYY-MM or YYYY-MM-DD")
        if words["state"] != "active":
            if not _AWS.match(words["source"]):
                self.say(line, f'the status of "{owner}" names no page of AWS', "add source: with the address of AWS's page")
            if not words["as_of"]:
                self.say(line, f'the status of "{owner}" has no as_of', "add the date of the text that was read")
        return Status(**words)  # type: ignore[arg-type]  # the state was checked above

    def term(self, entry: Any) -> Term | None:
        if not isinstance(entry, Lined):
            self.say(0, "an entry is not a mapping", "begin each entry with - term:")
            return None
        name = self.text(entry, "term", "?") or "?"
        for key in sorted(entry.keys() - _KEYS):
            self.say(entry.line_of(key), f'unknown key "{key}" in "{name}"', f"use {_listed(_KEYS)}")
        for key in ("term", "short", "definition"):
            if not self.text(entry, key, name):
                self.say(entry.line, f'"{name}" has no {key}', f"add {key}:")
        short = " ".join(self.text(entry, "short", name).split())
        if len(short) > SHORT_LIMIT:
            self.say(entry.line_of("short"), f'short of "{name}" has {len(short)} characters', f"cut it to {SHORT_LIMIT}")
        if _MARKUP.search(short):
            self.say(entry.line_of("short"), f'short of "{name}" contains markup', "write plain text, it becomes the tooltip")
        match = self.text(entry, "match", name)
        if match not in ("", "exact", "nocase"):
            self.say(entry.line_of("match"), f'unknown match "{match}" of "{name}"', "use exact or nocase")
        link = entry.get("link", True)
        if not isinstance(link, bool):
            self.say(entry.line_of("link"), f'link of "{name}" is neither true nor false', "write link: false or leave it out")
        if name == "?":
            return None
        return Term(
            name=name,
            short=short,
            definition=self.text(entry, "definition", name),
            file=self.file,
            line=entry.line,
            page=self.text(entry, "page", name),
            status=self.status(entry, name),
            match=match,  # type: ignore[arg-type]  # checked above
            link=bool(link),
            **{key: self.texts(entry, key, name) for key in _LIST_KEYS},
        )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


def read_terms(folder: Path) -> tuple[Term, ...]:
    """Every term of the folder, in the order of its name.

    Raises BadInput with everything found wrong: unknown or missing keys, values of the wrong kind, a form that two terms
    claim (compared casefolded), a `see` that names no term.
    """
    terms: list[Term] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")):
        reader = _Reader(shown(path))
        try:
            data = load(path)
        except BadInput as error:
            problems += error.problems
            continue
        if not isinstance(data, list):
            reader.say(0, "the file is not a list of terms", "begin each entry with - term:")
            data = []
        terms += [term for entry in data if (term := reader.term(entry))]
        problems += reader.problems
    problems += _claimed_twice(terms)
    names = {term.name.casefold() for term in terms}
    problems += [
        Problem(term.file, term.line, f'see of "{term.name}" names "{other}", which is no term', "name a term of the glossary")
        for term in terms
        for other in term.see
        if other.casefold() not in names
    ]
    if problems:
        raise BadInput(problems)
    return tuple(sorted(terms, key=lambda term: (term.name.casefold(), term.name)))


def _claimed_twice(terms: Sequence[Term]) -> list[Problem]:
    owner: dict[str, Term] = {}
    slugs: dict[str, Term] = {}
    problems = []
    for term in terms:
        for form in (*term.written_forms, *term.misspellings):
            first = owner.setdefault(form.casefold(), term)
            if first is not term:
                what = f'the form "{form}" of "{term.name}" belongs to "{first.name}" ({first.file}:{first.line}) already'
                problems.append(Problem(term.file, term.line, what, "keep it at one of the two"))
        first = slugs.setdefault(term.slug, term)
        if first is not term and first.name.casefold() != term.name.casefold():
            what = f'"{term.name}" and "{first.name}" ({first.file}:{first.line}) get the same address "{term.slug}"'
            problems.append(Problem(term.file, term.line, what, "rename one of the two"))
    return problems


def check_pages(terms: Sequence[Term], page_exists: Callable[[str], bool]) -> None:
    """Raises BadInput for every `page` that is no page of the guide; anchors are checked when the pages are rendered."""
    problems = [
        Problem(term.file, term.line, f'page "{term.page}" of "{term.name}" does not exist', "name a page below docs/")
        for term in terms
        if term.page and not page_exists(term.page_uri)
    ]
    if problems:
        raise BadInput(problems)


def lost_sections(terms: Sequence[Term], ids: Mapping[str, frozenset[str]]) -> list[Problem]:
    """A problem for every `page#anchor` that its rendered page (`ids`: page → the ids in it) does not have."""
    return [
        Problem(
            term.file, term.line, f'page "{term.page}" of "{term.name}" names no place', f'no heading has the id "{term.anchor}"'
        )
        for term in terms
        if is_lost(term.page_uri, term.anchor, ids)
    ]

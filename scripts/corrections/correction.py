"""A correction, and docs/_data/corrections.yml."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ground.day import is_day
from ground.lined_yaml import Lined, load
from ground.place import is_lost
from ground.problem import BadInput, Problem, shown

#: Where the mistake stood.
PLACES = ("guide", "notes")
_KEYS = ("id", "date", "title", "page", "found_in", "wrong", "right", "source", "as_of")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_AS_OF = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_AWS = re.compile(r"https://((?:[\w-]+\.)*(?:aws\.amazon\.com|awsstatic\.com)|github\.com/(?:aws|awslabs|boto))/\S*")
TITLE_LIMIT = 80


@dataclass(frozen=True)
class Correction:
    """`date` is the day of the correction; `as_of` the date of AWS's text that was read. `wrong` and `right` are plain text
    with `code` in backticks."""

    id: str
    date: str
    title: str
    page: str
    found_in: str
    wrong: str
    right: str
    source: str
    as_of: str
    file: str
    line: int

    @property
    def page_uri(self) -> str:
        return self.page.partition("#")[0]

    @property
    def anchor(self) -> str:
        return self.page.partition("#")[2]

    def problem(self, what: str, todo: str) -> Problem:
        return Problem(self.file, self.line, f"{what} of {self.id}", todo)


def read_corrections(path: Path, page_exists: Callable[[str], bool]) -> tuple[Correction, ...]:
    """Every correction, the newest first, those of one day in the order of the file; a guide without the file has none.

    Raises BadInput with everything found wrong: keys, dates, ids that come twice, pages that do not exist.
    """
    data = load(path) if path.exists() else None
    if data is None:
        return ()
    file = shown(path)
    if not isinstance(data, list):
        raise BadInput([Problem(file, 0, "the file is not a list of corrections", "begin each entry with - id:")])
    problems: list[Problem] = []
    found = [correction for entry in data if (correction := _correction(entry, file, problems))]
    first: dict[str, Correction] = {}
    for correction in found:
        problems += _check(correction, page_exists)
        if first.setdefault(correction.id, correction) is not correction:
            problems.append(correction.problem("the id", f"give it another, line {first[correction.id].line} has this one"))
    if problems:
        raise BadInput(problems)
    return tuple(sorted(found, key=lambda correction: correction.date, reverse=True))


def _correction(entry: Any, file: str, problems: list[Problem]) -> Correction | None:
    if not isinstance(entry, Lined):
        problems.append(Problem(file, 0, "an entry is not a mapping", "begin each entry with - id:"))
        return None
    name = str(entry.get("id") or "a correction")
    before = len(problems)
    for key in sorted(entry.keys() - set(_KEYS)):
        problems.append(Problem(file, entry.line_of(key), f'unknown key "{key}" in {name}', f"use {', '.join(_KEYS)}"))
    for key in _KEYS:
        value = entry.get(key)
        if value is None or value == "":
            problems.append(Problem(file, entry.line, f"{name} has no {key}", f"add {key}:"))
        elif not isinstance(value, (str, int, float)) or isinstance(value, bool):
            problems.append(Problem(file, entry.line_of(key), f"{key} of {name} is not text", f"write {key} as one text"))
        elif not (words := " ".join(str(value).split())).isprintable():
            sign = next(sign for sign in words if not sign.isprintable())
            problems.append(Problem(file, entry.line_of(key), f"{key} of {name} has the sign U+{ord(sign):04X}", "delete it"))
    if len(problems) > before:
        return None
    return Correction(**{key: " ".join(str(entry[key]).split()) for key in _KEYS}, file=file, line=entry.line)


def _check(correction: Correction, page_exists: Callable[[str], bool]) -> list[Problem]:
    wrong = []
    if not _SLUG.fullmatch(correction.id):
        wrong.append(("the id", "write small letters, digits and hyphens"))
    if not is_day(correction.date):
        wrong.append((f'the date "{correction.date}"', "write YYYY-MM-DD"))
    if len(correction.title) > TITLE_LIMIT:
        wrong.append((f"the title ({len(correction.title)} characters)", f"cut it to {TITLE_LIMIT}"))
    if correction.found_in not in PLACES:
        wrong.append((f'found_in "{correction.found_in}"', f"write {' or '.join(PLACES)}"))
    if not page_exists(correction.page_uri):
        wrong.append((f'the page "{correction.page}"', "name a page below docs/, such as area/name.md#section"))
    if not _AWS.fullmatch(correction.source):
        wrong.append(("the source", "give the address of AWS's page that was read"))
    if not _AS_OF.fullmatch(correction.as_of):
        wrong.append((f'as_of "{correction.as_of}"', "write YYYY-MM, the date of the text that was read"))
    for key in ("title", "wrong", "right"):
        if getattr(correction, key).count("`") % 2:
            wrong.append((key, "give its backtick a partner"))
    return [correction.problem(what, todo) for what, todo in wrong]


def lost_pages(corrections: Sequence[Correction], ids: Mapping[str, frozenset[str]]) -> list[Problem]:
    """A problem for every `page#section` that its rendered page (`ids`: page → the ids in it) does not have."""
    return [
        correction.problem(f'the page "{correction.page}"', f'no heading has the id "{correction.anchor}"')
        for correction in corrections
        if is_lost(correction.page_uri, correction.anchor, ids)
    ]

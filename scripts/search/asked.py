"""What people type who do not know a page's names, docs/_data/asked.yml: the page or section and the phrases that it answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ground.lined_yaml import Lined, load
from ground.place import lost_places
from ground.problem import BadInput, Problem, shown

LONGEST = 60


@dataclass(frozen=True)
class Asked:
    """`place` is a page, area/name.md, or a section of it, area/name.md#section; `phrases` are in small letters."""

    place: str
    phrases: tuple[str, ...]
    file: str
    line: int

    @property
    def page_uri(self) -> str:
        return self.place.partition("#")[0]

    def problem(self, what: str, todo: str) -> Problem:
        return Problem(self.file, self.line, what, todo)


def read_asked(path: Path, pages: Collection[str]) -> tuple[Asked, ...]:
    """Every place with its phrases; a guide without the file has none. `pages` are the files of all pages below docs/.

    Raises BadInput for a page that does not exist and for what is no phrase, too long, or given twice.
    """
    data = load(path) if path.exists() else None
    if data is None:
        return ()
    if not isinstance(data, Lined):
        raise BadInput([Problem(shown(path), 0, "the file is no mapping", "write area/name.md: and a list of phrases")])
    problems: list[Problem] = []
    found = []
    for place, phrases in data.items():
        one = Asked(place, _phrases(phrases), shown(path), data.line_of(place))
        problems += _check(one, phrases, pages)
        found.append(one)
    problems += _repeats(found)
    if problems:
        raise BadInput(problems)
    return tuple(found)


def lost_asked(asked: Sequence[Asked], ids: Mapping[str, frozenset[str]]) -> list[Problem]:
    """A problem for every `page#section` that its rendered page (`ids`: page → the ids in it) does not have."""
    return lost_places(((one.place, one.file, one.line) for one in asked), ids)


def _phrases(written: object) -> tuple[str, ...]:
    return tuple(one for one in written if isinstance(one, str)) if isinstance(written, list) else ()


def _check(asked: Asked, written: object, pages: Collection[str]) -> Iterator[Problem]:
    if asked.page_uri not in pages:
        yield asked.problem(f'"{asked.page_uri}" does not exist', "name a page below docs/, such as area/name.md")
    if not asked.phrases or not isinstance(written, list) or len(asked.phrases) < len(written):
        yield asked.problem(f'"{asked.place}" has no list of phrases', "write each below it, after a hyphen")
    for phrase in asked.phrases:
        if phrase != phrase.lower().strip() or not phrase or "\n" in phrase or "/" in phrase or len(phrase) > LONGEST:
            what = f'"{phrase[:LONGEST]}" is no phrase'
            yield asked.problem(what, f"write one to {LONGEST} small letters, digits and blanks, as people type them")


def _repeats(asked: Sequence[Asked]) -> Iterator[Problem]:
    first: dict[str, Asked] = {}
    for one in asked:
        for phrase in one.phrases:
            if phrase in first:
                yield one.problem(f'"{phrase}" stands at "{first[phrase].place}" too', "keep it where it is answered best")
            first.setdefault(phrase, one)

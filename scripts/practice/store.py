"""Reads docs/_data/questions/*.yml and says, with file and line, everything that is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from ground.lined_yaml import Lined, load
from ground.place import is_lost
from ground.problem import BadInput, Problem, shown
from practice.balance import unbalanced
from practice.question import LETTERS, TYPES, Option, Question, Source, Type
from practice.stems import own_answers, repeated_stems

EXAM_IDS = ("c02", "c01")
_TEXT_KEYS = ("id", "type", "stem", "explanation")
_LIST_KEYS = ("exams", "objectives", "refs", "options", "sources")
_KEYS = frozenset((*_TEXT_KEYS, *_LIST_KEYS, "difficulty"))
_MARK_OF = {"choice": "correct", "response": "correct", "ordering": "position", "matching": "match"}
_ID = re.compile(r"q-[1-9]\.[1-9]-\d{3}")
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_TRUSTED = re.compile(
    r"https://((?:[\w-]+\.)*(?:aws\.amazon\.com|awsstatic\.com|amazon\.science)"
    r"|github\.com/(?:aws|awslabs|aws-neuron|boto)|pypi\.org/project)/"
)
#: A scenario is longer than this; what is shorter asks for a definition.
STEM_LEAST = 60
_ENDS = {2: "(Select TWO.)", 3: "(Select THREE.)"}


@dataclass
class _Reader:
    """Reads the entries of one file; collects problems instead of stopping at the first."""

    file: str
    known: Collection[str]
    problems: list[Problem] = field(default_factory=list)

    def say(self, line: int, what: str, todo: str) -> None:
        self.problems.append(Problem(self.file, line, what, todo))

    def text(self, entry: Lined, key: str, owner: str) -> str:
        value = entry.get(key, "")
        if not isinstance(value, (str, int, float)) or isinstance(value, bool):
            self.say(entry.line_of(key), f"{key} of {owner} is not text", f"write {key} as one text, quoted where YAML needs it")
            return ""
        text = " ".join(str(value).split())
        if text.count("`") % 2:
            self.say(entry.line_of(key), f"{key} of {owner} has a backtick without its partner", "close the code")
        return text

    def texts(self, entry: Lined, key: str, owner: str) -> tuple[str, ...]:
        value = entry.get(key) or []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.say(entry.line_of(key), f"{key} of {owner} is no list of texts", f"write {key}: [one, two]")
            return ()
        return tuple(item.strip() for item in value)

    def question(self, entry: Any) -> Question | None:
        if not isinstance(entry, Lined):
            self.say(0, "an entry is not a mapping", "begin each question with - id:")
            return None
        name = str(entry.get("id") or "a question")
        before = len(self.problems)
        for key in sorted(entry.keys() - _KEYS):
            self.say(entry.line_of(key), f'unknown key "{key}" in {name}', f"use {', '.join(sorted(_KEYS))}")
        missing = sorted(key for key in _KEYS if not entry.get(key))
        for key in missing:
            self.say(entry.line, f"{name} has no {key}", f"add {key}:")
        if missing:
            return None
        self.head(entry, name)
        question = Question(
            id=name,
            exams=self.texts(entry, "exams", name),
            objectives=self.texts(entry, "objectives", name),
            type=cast(Type, self.text(entry, "type", name)),
            difficulty=entry["difficulty"],
            stem=self.text(entry, "stem", name),
            options=self.options(entry, name),
            explanation=self.text(entry, "explanation", name),
            refs=self.texts(entry, "refs", name),
            sources=self.sources(entry, name),
            file=self.file,
            line=entry.line,
        )
        if len(self.problems) == before:
            self.whole(question, entry)
        return question if len(self.problems) == before else None

    def head(self, entry: Lined, name: str) -> None:
        if not _ID.fullmatch(name):
            self.say(entry.line_of("id"), f'"{name}" is no id', "write q-<task>-<three digits>, such as q-1.1-001")
        if entry["type"] not in TYPES:
            self.say(entry.line_of("type"), f'unknown type "{entry["type"]}" of {name}', f"use {', '.join(TYPES)}")
        if entry["difficulty"] not in (1, 2, 3) or isinstance(entry["difficulty"], bool):
            self.say(entry.line_of("difficulty"), f"difficulty of {name} is none of 1, 2, 3", "write 1, 2 or 3")

    def options(self, entry: Lined, name: str) -> tuple[Option, ...]:
        listed = entry["options"]
        if not isinstance(listed, list) or not all(isinstance(item, Lined) for item in listed):
            self.say(entry.line_of("options"), f"options of {name} are no list of mappings", "begin each option with - text:")
            return ()
        mark = _MARK_OF.get(str(entry["type"]), "")
        return tuple(self.option(item, name, mark) for item in listed)

    def option(self, item: Lined, name: str, mark: str) -> Option:
        owner = f"an option of {name}"
        for key in sorted(item.keys() - {"text", "why", mark}):
            self.say(item.line_of(key), f'unknown key "{key}" in {owner}', f"use text, why and {mark or 'what its type has'}")
        for key in ("text", "why"):
            if not item.get(key):
                self.say(item.line, f"{owner} has no {key}", f"add {key}:")
        if not isinstance(item.get("correct", False), bool):
            self.say(
                item.line_of("correct"), f"correct in {owner} is neither true nor false", "write correct: true or leave it out"
            )
        position = item.get("position", 0)
        if not isinstance(position, int) or isinstance(position, bool):
            self.say(item.line_of("position"), f"position in {owner} is no whole number", "write 1, 2, 3 …")
            position = 0
        text, why, match = (self.text(item, key, owner) for key in ("text", "why", "match"))
        return Option(text, why, item.get("correct") is True, position, match)

    def sources(self, entry: Lined, name: str) -> tuple[Source, ...]:
        listed = entry["sources"]
        if not isinstance(listed, list) or not all(isinstance(item, Lined) for item in listed):
            self.say(entry.line_of("sources"), f"sources of {name} are no list of mappings", "write - {url: …, checked: …}")
            return ()
        found = []
        for item in listed:
            source = Source(str(item.get("url") or ""), str(item.get("checked") or ""))
            if not _TRUSTED.match(source.url):
                self.say(item.line, f"a source of {name} is no page of AWS", "give url: the address that was read")
            if not _DATE.fullmatch(source.checked):
                self.say(item.line, f"a source of {name} has no date", "give checked: YYYY-MM")
            found.append(source)
        return tuple(found)

    def whole(self, question: Question, entry: Lined) -> None:
        """What can be said only of a question whose parts are right."""
        name = question.id
        unknown = [objective for objective in question.objectives if self.known and objective not in self.known]
        for objective in unknown:
            self.say(entry.line_of("objectives"), f'unknown objective "{objective}" in {name}', "use an id of docs/_data/exam/")
        if set(question.exams) != {objective.partition("-")[0] for objective in question.objectives}:
            what = f"exams of {name} are not those of its objectives"
            self.say(entry.line_of("exams"), what, "name each exam that one of its objectives belongs to")
        if set(question.exams) - set(EXAM_IDS):
            self.say(entry.line_of("exams"), f"unknown exam in {name}", "write [c02, c01], [c02] or [c01]")
        if len(question.stem) < STEM_LEAST:
            self.say(entry.line_of("stem"), f"stem of {name} has {len(question.stem)} characters", "describe a situation")
        if len({option.text.casefold() for option in question.options}) < len(question.options):
            self.say(entry.line_of("options"), f"two options of {name} are the same", "write another one")
        wrong = _misfit(question)
        if wrong:
            self.say(entry.line_of("options"), f"{name} {wrong[0]}", wrong[1])


def _misfit(question: Question) -> tuple[str, str] | None:
    """What is wrong with the options as a whole, and what to do."""
    if question.type in ("ordering", "matching"):
        return _misplaced(question)
    count, right = len(question.options), sum(option.correct for option in question.options)
    if question.type == "choice":
        fits = (count, right) == (4, 1)
        return None if fits else (f"has {count} options, {right} of them right", "a choice has four, one of them right")
    if count not in (5, 6) or right not in _ENDS:
        return f"has {count} options, {right} of them right", "a response has five or six, two or three of them right"
    end = _ENDS[right]
    return None if question.stem.endswith(end) else ("does not say how many to select", f"end its stem with {end}")


def _misplaced(question: Question) -> tuple[str, str] | None:
    count = len(question.options)
    if "c02" in question.exams:
        return f"is {question.type}, which MLA-C02 does not ask", "keep it to c01"
    if not 3 <= count <= len(LETTERS):
        return f"has {count} options", "three to six can be asked"
    if question.type == "matching":
        return None if all(option.match for option in question.options) else ("has an option without match", "add match:")
    places = [option.position for option in question.options]
    if sorted(places) != list(range(1, count + 1)):
        return f"has the positions {places}", f"use each of 1 to {count} once"
    return ("shows its steps in the right order", "write them in another order") if places == sorted(places) else None


def read_questions(folder: Path, known: Collection[str]) -> tuple[Question, ...]:
    """Every question of the folder, in the order of its id; `known` are the ids of the objectives, empty for any.

    Raises BadInput with everything found wrong: keys, options, sources, ids and stems that come twice, a stem that names
    its answer, right answers that stand out by length or position.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")):
        reader = _Reader(shown(path), known)
        try:
            data = load(path)
        except BadInput as error:
            problems += error.problems
            continue
        if not isinstance(data, list):
            reader.say(0, "the file is not a list of questions", "begin each question with - id:")
            data = []
        questions += [question for entry in data if (question := reader.question(entry))]
        problems += reader.problems
    problems += [
        *_same_ids(questions),
        *repeated_stems(questions),
        *own_answers(questions),
        *unbalanced(questions, shown(folder)),
    ]
    if problems:
        raise BadInput(problems)
    return tuple(sorted(questions, key=lambda question: question.id))


def _same_ids(questions: Iterable[Question]) -> list[Problem]:
    first: dict[str, Question] = {}
    return [
        Problem(question.file, question.line, f"{question.id} stands in {other.file}:{other.line} already", "give it a new id")
        for question in questions
        if (other := first.setdefault(question.id, question)) is not question
    ]


def check_refs(questions: Sequence[Question], page_exists: Callable[[str], bool]) -> None:
    """Raises BadInput for every ref to no page of the guide; anchors are checked when the pages are rendered."""
    problems = [
        Problem(question.file, question.line, f'ref "{ref}" of {question.id} leads nowhere', "name a page below docs/")
        for question in questions
        for ref in question.refs
        if not page_exists(ref.partition("#")[0])
    ]
    if problems:
        raise BadInput(problems)


def lost_refs(questions: Sequence[Question], ids: Mapping[str, frozenset[str]]) -> list[Problem]:
    """A problem for every ref whose rendered page (`ids`: page → the ids in it) has no such place."""
    return [
        Problem(question.file, question.line, f'ref "{ref}" of {question.id} names no place', f'no heading has the id "{anchor}"')
        for question in questions
        for ref in question.refs
        for uri, _, anchor in [ref.partition("#")]
        if is_lost(uri, anchor, ids)
    ]

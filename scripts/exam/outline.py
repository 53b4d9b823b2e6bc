"""An exam's outline, read from docs/_data/exam/mla-*.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ground.lined_yaml import Lined, load
from ground.problem import BadInput, Problem, shown

EXAM_IDS = ("c02", "c01")


@dataclass(frozen=True)
class Objective:
    """`id` as authors write it, with the exam in front (`c02-3.1.3`); `number` as AWS has it, `domain` the one it belongs to."""

    id: str
    number: str
    text: str
    domain: int
    new: bool = False


@dataclass(frozen=True)
class Task:
    number: str
    title: str
    objectives: tuple[Objective, ...]


@dataclass(frozen=True)
class Domain:
    """`weight` is the share of the scored content in per cent."""

    number: int
    title: str
    weight: int
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Exam:
    """`id` is c01 or c02, `code` is MLA-C01 or MLA-C02."""

    id: str
    code: str
    domains: tuple[Domain, ...]

    @property
    def objectives(self) -> tuple[Objective, ...]:
        return tuple(o for domain in self.domains for task in domain.tasks for o in task.objectives)


def read_exam(path: Path, exam_id: str) -> Exam:
    """Reads one outline; raises BadInput with file and line where a key is missing or an id comes twice."""
    data = load(path)
    file = shown(path)
    seen: set[str] = set()

    def need(entry: Any, key: str) -> Any:
        if not isinstance(entry, Lined):
            raise BadInput([Problem(file, 0, f"a mapping with {key} is expected", "write it as key: value")])
        if key not in entry:
            raise BadInput([Problem(file, entry.line, f"{key} is missing", f"add {key}:")])
        return entry[key]

    def whole(entry: Lined, key: str) -> int:
        value = need(entry, key)
        if not isinstance(value, int):
            raise BadInput([Problem(file, entry.line_of(key), f"{key} is no whole number", "write a number without quotes")])
        return value

    def listed(entry: Any, key: str) -> list[Any]:
        value = need(entry, key)
        if not isinstance(value, list):
            raise BadInput([Problem(file, entry.line_of(key), f"{key} is no list", "begin each item with -")])
        return value

    def objective(entry: Any, domain: int) -> Objective:
        number = str(need(entry, "id"))
        if number in seen:
            raise BadInput([Problem(file, entry.line, f"objective {number} comes twice", "give it another id")])
        seen.add(number)
        return Objective(f"{exam_id}-{number}", number, str(need(entry, "text")), domain, bool(entry.get("new", False)))

    def task(entry: Any, domain: int) -> Task:
        objectives = tuple(objective(inner, domain) for inner in listed(entry, "objectives"))
        return Task(str(need(entry, "id")), str(need(entry, "title")), objectives)

    def domain(entry: Any) -> Domain:
        number = whole(entry, "id")
        tasks = tuple(task(inner, number) for inner in listed(entry, "tasks"))
        return Domain(number, str(need(entry, "title")), whole(entry, "weight"), tasks)

    return Exam(exam_id, str(need(data, "code")), tuple(map(domain, listed(data, "domains"))))


def read_exams(folder: Path) -> tuple[Exam, ...]:
    """Both outlines, MLA-C02 first."""
    return tuple(read_exam(folder / f"mla-{exam_id}.yml", exam_id) for exam_id in EXAM_IDS)

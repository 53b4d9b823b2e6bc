"""The services on AWS's in-scope lists, read from docs/_data/exam/services.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exam.outline import EXAM_IDS
from ground.lined_yaml import Lined, load
from ground.problem import BadInput, Problem, shown

_KEYS = frozenset(("service", "category", "exams"))


@dataclass(frozen=True)
class Service:
    """`name` as the exam prints it; `exams` are those whose in-scope list has it."""

    name: str
    category: str
    exams: tuple[str, ...]


def read_services(path: Path) -> tuple[Service, ...]:
    """Reads the list in its order; raises BadInput with file and line."""
    data = load(path)
    file = shown(path)
    if not isinstance(data, list):
        raise BadInput([Problem(file, 0, "the file is not a list of services", "begin each entry with - service:")])
    problems, services = [], []
    for entry in data:
        if not isinstance(entry, Lined) or entry.keys() != _KEYS:
            line = entry.line if isinstance(entry, Lined) else 0
            problems.append(Problem(file, line, "a service has other keys than expected", "write service, category and exams"))
            continue
        exams = entry["exams"] if isinstance(entry["exams"], list) else []
        if not exams or not all(exam in EXAM_IDS for exam in exams):
            problems.append(Problem(file, entry.line_of("exams"), f"unknown exam in {exams}", "write [c02, c01], [c02] or [c01]"))
            continue
        services.append(Service(str(entry["service"]), str(entry["category"]), tuple(exams)))
    if problems:
        raise BadInput(problems)
    return tuple(services)

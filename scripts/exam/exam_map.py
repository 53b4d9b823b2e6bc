"""The map of an exam: domain, task, objective, and the sections that teach it; as Markdown."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping

from exam.objectives import Lesson, map_anchor, map_uri
from exam.outline import Exam, Objective


def exam_map(exam: Exam, lessons: Iterable[Lesson], title_of: Callable[[str], str]) -> str:
    """Markdown; `title_of` gives the title of a page by its path below docs/."""
    taught: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        taught.setdefault(lesson.objective, []).append(lesson)
    open_ones = [objective for objective in exam.objectives if objective.id not in taught]
    lines = [f"# {exam.code} exam map", "", _summary(exam, open_ones), ""]
    for domain in exam.domains:
        lines += [f"## Domain {domain.number}: {domain.title} {{ #domain-{domain.number} }}", ""]
        lines += [f"{domain.weight}% of the scored content.", ""]
        for task in domain.tasks:
            lines += [f"### Task {task.number}: {task.title} {{ #task-{task.number.replace('.', '-')} }}", ""]
            for objective in task.objectives:
                lines += _objective(objective, taught, title_of, posixpath.dirname(map_uri(exam.id)))
    return "\n".join(lines) + "\n"


def _summary(exam: Exam, open_ones: list[Objective]) -> str:
    count = len(exam.objectives)
    if not open_ones:
        return f"All {count} objectives of {exam.code}, and the sections of this guide that teach them."
    numbers = ", ".join(f"[{objective.number}](#{map_anchor(objective)})" for objective in open_ones)
    return (
        f"{count - len(open_ones)} of the {count} objectives of {exam.code} are taught so far. No section teaches yet: {numbers}."
    )


def _objective(
    objective: Objective, taught: Mapping[str, list[Lesson]], title_of: Callable[[str], str], folder: str
) -> list[str]:
    new = " *new in C02*{ .new }" if objective.new else ""
    lines = [f"#### {objective.number} {{ #{map_anchor(objective)} }}", "", f"{_text(objective.text)}{new}", ""]
    lessons = taught.get(objective.id, [])
    if not lessons:
        return [*lines, "No section teaches this yet.", "{ .untaught }", ""]
    for lesson in lessons:
        title = _text(title_of(lesson.uri))
        text = title if lesson.heading == title_of(lesson.uri) else f"{title}: {_text(lesson.heading)}"
        lines.append(f"- [{text}]({posixpath.relpath(lesson.uri, folder)}{'#' + lesson.anchor if lesson.anchor else ''})")
    return [*lines, ""]


def _text(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>{}" else sign for sign in text)

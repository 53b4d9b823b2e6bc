"""An exam's objectives as Markdown: a page that lists them all, and a page a domain with the sections that teach each.

All on one page were four thousand elements, which a phone takes a second to lay out.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from exam.objectives import Lesson, domain_uri, map_anchor, map_place, map_uri
from exam.outline import Domain, Exam, Objective
from ground.place import link_to
from ground.plain_text import escaped

_FOLDER = posixpath.dirname(map_uri("c02"))


def exam_map(exam: Exam, lessons: Iterable[Lesson]) -> str:
    """The list. Each objective has the same id as on its domain's page: a link to it leads on to there."""
    taught = {lesson.objective for lesson in lessons}
    lines = [f"# {exam.code} exam map", "", _summary(exam, taught), ""]
    for domain in exam.domains:
        page = _from_here(domain_uri(exam.id, domain.number))
        lines += [f"## Domain {domain.number}: {domain.title} {{ #domain-{domain.number} }}", ""]
        lines += [f"{domain.weight}% of the scored content. [Sections that teach domain {domain.number}]({page})", ""]
        for task in domain.tasks:
            lines += [f"### Task {task.number}: {task.title} {{ #task-{task.number.replace('.', '-')} }}", ""]
            lines += [_listed(exam, objective) for objective in task.objectives]
            lines.append("")
    return "\n".join(lines)


def domain_map(exam: Exam, domain: Domain, lessons: Iterable[Lesson], title_of: Callable[[str], str]) -> str:
    """A domain's tasks and objectives; `title_of` gives the title of a page by its path below docs/."""
    taught: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        taught.setdefault(lesson.objective, []).append(lesson)
    lines = [f"# {exam.code} domain {domain.number}", ""]
    lines += [f"{escaped(domain.title)}: {domain.weight}% of the scored content.", ""]
    for task in domain.tasks:
        lines += [f"## Task {task.number}: {task.title} {{ #task-{task.number.replace('.', '-')} }}", ""]
        for objective in task.objectives:
            lines += [f"### {objective.number} {{ #{map_anchor(objective)} }}", ""]
            lines += [f"{escaped(objective.text)}{_new(objective)}", ""]
            lines += [*_sections(taught.get(objective.id, []), title_of), ""]
    return "\n".join(lines)


def _summary(exam: Exam, taught: set[str]) -> str:
    count = len(exam.objectives)
    open_ones = [objective for objective in exam.objectives if objective.id not in taught]
    if not open_ones:
        return f"All {count} objectives of {exam.code}; each leads to the sections of this guide that teach it."
    numbers = ", ".join(f"[{objective.number}](#{map_anchor(objective)})" for objective in open_ones)
    return (
        f"{count - len(open_ones)} of the {count} objectives of {exam.code} are taught so far. No section teaches yet: {numbers}."
    )


def _listed(exam: Exam, objective: Objective) -> str:
    place = _from_here(map_place(exam.id, objective))
    return f"- [{objective.number} {escaped(objective.text)}]({place}){{ #{map_anchor(objective)} }}{_new(objective)}"


def _sections(lessons: Sequence[Lesson], title_of: Callable[[str], str]) -> Iterator[str]:
    if not lessons:
        yield "No section teaches this yet."
        yield "{ .untaught }"
    for uri, of_page in groupby(lessons, lambda lesson: lesson.uri):
        title, (first, *others) = title_of(uri), of_page
        whole = first.heading == title
        name = escaped(title if whole else f"{title}: {first.heading}")
        more = ", ".join(_link(escaped(lesson.heading), lesson) for lesson in others)
        between = (": " if whole else ", ") if more else ""
        yield f"- {_link(name, first)}{between}{more}"


def _link(name: str, lesson: Lesson) -> str:
    return f"[{name}]({_from_here(lesson.place)})"


def _new(objective: Objective) -> str:
    return " *new in C02*{ .new }" if objective.new else ""


def _from_here(place: str) -> str:
    """The address of a place from a map."""
    return link_to(place, _FOLDER)

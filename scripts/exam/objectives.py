"""What a section teaches: `## Data capture { objectives="c02-4.1.1 c01-S4.1.1" }`.

A Python-Markdown Treeprocessor turns the attribute into `data-objectives` and `data-exams` on the heading, puts a line of
chips behind it that link to the maps of the domains, and notes a Lesson for these.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from exam.outline import Exam, Objective
from ground.headings import Heading, headings
from ground.page_source import KEPT, PageSource
from ground.place import link_to
from ground.problem import Problem

#: After the glossary's line of other names (4.3) is in place and before links are set (4): chips stand next to the heading.
PRIORITY = 4.2
_DECLARED = re.compile(r"^\s{0,3}(#{1,6})\s.*\{[^}]*\bobjectives\s*=\s*(?:\"([^\"]*)\"|'([^']*)')[^}]*\}\s*$")


@dataclass(frozen=True)
class Lesson:
    """A section that teaches an objective."""

    objective: str
    uri: str
    anchor: str
    heading: str

    @property
    def place(self) -> str:
        return f"{self.uri}#{self.anchor}" if self.anchor else self.uri


def map_uri(exam_id: str) -> str:
    return f"exam/{exam_id}-map.md"


def domain_uri(exam_id: str, domain: int) -> str:
    return f"exam/{exam_id}-domain-{domain}.md"


def map_anchor(objective: Objective) -> str:
    return f"objective-{objective.number.lower().replace('.', '-')}"


def map_place(exam_id: str, objective: Objective) -> str:
    """Where the sections that teach it are listed."""
    return f"{domain_uri(exam_id, objective.domain)}#{map_anchor(objective)}"


@lru_cache(KEPT)
def declared(page: PageSource) -> tuple[tuple[int, str], ...]:
    """Each objective id that a heading of the page's source declares, with its line."""
    return tuple(_declared(page))


def _declared(page: PageSource) -> Iterator[tuple[int, str]]:
    for number, line in page.prose():
        found = _DECLARED.match(line) if "objectives" in line else None
        if found:
            yield from ((number, name) for name in (found.group(2) or found.group(3) or "").split())


def unknown_objectives(pages: Iterable[PageSource], exams: Sequence[Exam]) -> list[Problem]:
    """A problem for each declared id that no outline has."""
    known = {objective.id for exam in exams for objective in exam.objectives}
    return [
        page.problem(line, f'unknown objective "{name}"', "use an id of docs/_data/exam/, such as c02-3.1.3 or c01-K3.1.5")
        for page in pages
        for line, name in declared(page)
        if name not in known
    ]


class Objectives(Extension):
    """The extension; `uri` is the page that comes next, `lessons` what the pages so far teach."""

    def __init__(self, exams: Iterable[Exam] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.replace_exams(tuple(exams))
        self.lessons: dict[str, list[Lesson]] = {}
        self.uri = ""

    def replace_exams(self, exams: Sequence[Exam]) -> None:
        self.objectives = {objective.id: (exam, objective) for exam in exams for objective in exam.objectives}

    def begin(self, uri: str) -> None:
        self.uri = uri
        self.lessons.pop(uri, None)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Declaring(md, self), "objectives", PRIORITY)


class _Declaring(Treeprocessor):
    def __init__(self, md: Markdown, extension: Objectives) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        for heading in headings(root):
            ids = heading.element.attrib.pop("objectives", "").split()
            known = [self.extension.objectives[name] for name in ids if name in self.extension.objectives]
            if known:
                self.declare(heading, known)

    def declare(self, heading: Heading, known: list[tuple[Exam, Objective]]) -> None:
        heading.element.set("data-objectives", " ".join(objective.id for _, objective in known))
        heading.element.set("data-exams", " ".join(dict.fromkeys(exam.id for exam, _ in known)))
        heading.insert_after(chips(known, self.extension.uri))
        lessons = self.extension.lessons.setdefault(self.extension.uri, [])
        lessons += [Lesson(objective.id, self.extension.uri, heading.anchor, heading.text) for _, objective in known]


def chips(known: Sequence[tuple[Exam, Objective]], from_uri: str) -> Element:
    """A line of small links, a group an exam; kept out of the search index."""
    line = Element("p", {"class": "objectives no-gloss", "data-search-exclude": ""})
    folder = posixpath.dirname(from_uri)
    for exam_id in dict.fromkeys(exam.id for exam, _ in known):
        group = SubElement(line, "span", {"class": f"chips chips-{exam_id}"})
        code = SubElement(group, "span", {"class": "chips-exam"})
        code.text = AtomicString(exam_id.upper())
        code.tail = " "
        for exam, objective in known:
            if exam.id == exam_id:
                href = link_to(map_place(exam_id, objective), folder)
                chip = SubElement(group, "a", {"class": "chip", "href": href, "title": objective.text})
                chip.text = AtomicString(objective.number)
                chip.tail = " "
    return line

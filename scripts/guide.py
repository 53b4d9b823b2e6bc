"""The guide as a whole: reads every data file, checks it against the pages, and says everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from exam.objectives import map_uri, unknown_objectives
from exam.outline import EXAM_IDS, Exam, read_exams
from exam.services import Service, read_services
from glossary.linker import GLOSSARY_URI
from glossary.store import check_pages, read_terms
from glossary.term import Term
from ground.page_source import PageSource, read_pages
from ground.problem import BadInput, Problem
from markup.diagram_file import check_diagrams
from markup.inward import dead_links
from sources.footnotes import check_footnotes
from sources.front_matter import check_front_matter

STATUS_URI = "exam/service-status.md"
GENERATED = (*(map_uri(exam) for exam in EXAM_IDS), STATUS_URI, GLOSSARY_URI)

_T = TypeVar("_T")


@dataclass(frozen=True)
class Guide:
    """What authors wrote, read and checked."""

    pages: tuple[PageSource, ...]
    terms: tuple[Term, ...]
    exams: tuple[Exam, ...]
    services: tuple[Service, ...]


def read_guide(docs: Path) -> Guide:
    """Reads `docs`; raises BadInput with every problem found in data files, front matter, objectives, footnotes, diagrams."""
    problems: list[Problem] = []
    pages = tuple(read_pages(docs))
    exams = _gather(lambda: read_exams(docs / "_data/exam"), problems) or ()
    services = _gather(lambda: read_services(docs / "_data/exam/services.yml"), problems) or ()
    terms = _gather(lambda: read_terms(docs / "_data/glossary"), problems) or ()
    known = {page.uri for page in pages} | set(GENERATED)
    _gather(lambda: check_pages(terms, known.__contains__), problems)
    if exams:
        problems += unknown_objectives(pages, exams)
    problems += check_footnotes(pages) + check_front_matter(pages) + _claims(pages)
    problems += dead_links(pages, lambda uri: uri in known or (docs / uri).is_file())
    problems += check_diagrams(docs / "assets/diagrams", docs / "_data/diagram-template.svg")
    if problems:
        raise BadInput(problems)
    return Guide(pages, terms, exams, services)


def _gather(read: Callable[[], _T], problems: list[Problem]) -> _T | None:
    try:
        return read()
    except BadInput as error:
        problems += error.problems
        return None


def _claims(pages: Sequence[PageSource]) -> list[Problem]:
    """An author's page must not lie where the build puts a generated one."""
    return [
        page.problem(0, "the build generates this page", "give your page another name") for page in pages if page.uri in GENERATED
    ]

"""The guide as a whole: reads every data file, checks it against the pages, and says everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from corrections.correction import Correction, read_corrections
from corrections.page import CORRECTIONS_URI
from exam.objectives import domain_uri, map_place, map_uri, unknown_objectives
from exam.outline import Domain as ExamDomain
from exam.outline import Exam, read_exams
from exam.services import Service, read_services
from glossary.az_page import letters
from glossary.store import check_pages, read_terms
from glossary.term import GLOSSARY_URI, Term, letter_uri
from ground.files import is_file
from ground.kept import Kept
from ground.page_source import PageSource, read_pages
from ground.problem import BadInput, Problem
from hosting.redirects import Redirect, read_redirects
from markup.diagram_file import check_diagrams
from markup.inward import dead_links
from practice.pages import Entry, PracticePage, menus, practice_pages
from practice.plan import Domain, Objective, Plan, Task
from practice.question import Question
from practice.store import check_refs, read_questions
from search.asked import Asked, read_asked
from sources.api_facts import lost_facts, read_facts
from sources.footnotes import check_footnotes
from sources.front_matter import check_front_matter

STATUS_URI = "exam/service-status.md"

_T = TypeVar("_T")


@dataclass(frozen=True)
class Guide:
    """What authors wrote, read and checked."""

    pages: tuple[PageSource, ...]
    terms: tuple[Term, ...]
    exams: tuple[Exam, ...]
    services: tuple[Service, ...]
    questions: tuple[Question, ...] = ()
    corrections: tuple[Correction, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    asked: tuple[Asked, ...] = ()

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        return plans(self.exams)

    @cached_property
    def practice(self) -> dict[str, PracticePage]:
        """The practice pages by their paths below docs/."""
        return {page.uri: page for page in practice_pages(self.questions, self.plans)}

    @cached_property
    def generated(self) -> tuple[str, ...]:
        """Every page that the build makes, in the order in which it makes them; the glossary is last, it lists the others."""
        return (*self.exam_maps, *self.domain_maps, STATUS_URI, CORRECTIONS_URI, *self.practice, *self.letters, GLOSSARY_URI)

    @cached_property
    def exam_maps(self) -> dict[str, Exam]:
        """The pages that list an exam's objectives."""
        return {map_uri(exam.id): exam for exam in self.exams}

    @cached_property
    def domain_maps(self) -> dict[str, tuple[Exam, ExamDomain]]:
        """The pages that list what teaches a domain's objectives."""
        return {domain_uri(exam.id, domain.number): (exam, domain) for exam in self.exams for domain in exam.domains}

    @cached_property
    def letters(self) -> dict[str, str]:
        """The glossary's pages, each with its letter."""
        return {letter_uri(letter): letter for letter in letters(self.terms)}

    @cached_property
    def menus(self) -> dict[str, tuple[str, list[Entry]]]:
        """What the navigation has instead of a page that others of the build belong to: what it calls them, and all of them."""
        return {**menus(self.questions, self.plans), GLOSSARY_URI: ("Glossary", [GLOSSARY_URI, *self.letters])}


def plans(exams: Sequence[Exam]) -> tuple[Plan, ...]:
    """The exams in the words of the practice part, which does not know the outlines' own."""
    return tuple(
        Plan(
            exam.id,
            exam.code,
            tuple(
                Domain(
                    domain.number,
                    domain.title,
                    domain.weight,
                    tuple(
                        Task(
                            task.number,
                            task.title,
                            tuple(Objective(o.id, o.number, o.text, map_place(exam.id, o)) for o in task.objectives),
                        )
                        for task in domain.tasks
                    ),
                )
                for domain in exam.domains
            ),
        )
        for exam in exams
    )


def read_guide(docs: Path, kept: Kept | None = None) -> Guide:
    """Reads `docs`; raises BadInput with every problem found in data files, front matter, objectives, footnotes, diagrams.

    What stands in files that have not changed since `kept` was last given is not read again.
    """
    kept = kept or Kept()
    problems: list[Problem] = []

    data = docs / "_data"

    def read(name: str, made_of: Sequence[str], make: Callable[[], _T]) -> _T | None:
        files = [path for pattern in made_of for path in sorted(data.glob(pattern))]
        return _gather(lambda: kept.get(name, files, make), problems)

    pages = tuple(read_pages(docs, kept))
    exams = read("exams", ["exam/*.yml"], lambda: read_exams(data / "exam")) or ()
    services = read("services", ["exam/*.yml"], lambda: read_services(data / "exam/services.yml")) or ()
    terms = read("terms", ["glossary/*.yml"], lambda: read_terms(data / "glossary")) or ()
    objectives = {objective.id for exam in exams for objective in exam.objectives}
    questions = read("questions", ["exam/*.yml", "questions/*.yml"], lambda: read_questions(data / "questions", objectives)) or ()
    facts = read("facts", ["api-facts.yml"], lambda: read_facts(data / "api-facts.yml")) or ()
    guide = Guide(pages, terms, exams, services, questions)
    known = {page.uri for page in pages} | set(guide.generated)
    corrections = _gather(lambda: read_corrections(docs / "_data/corrections.yml", known.__contains__), problems) or ()
    redirects = _gather(lambda: read_redirects(docs / "_data/redirects.yml", known), problems) or ()
    asked = read("asked", ["asked.yml"], lambda: read_asked(data / "asked.yml", known)) or ()
    _gather(lambda: check_pages(terms, known.__contains__), problems)
    _gather(lambda: check_refs(questions, known.__contains__), problems)
    if exams:
        problems += unknown_objectives(pages, exams)
        problems += dead_links(pages, lambda uri: uri in known or is_file(docs / uri))
    problems += lost_facts(facts, pages) + check_footnotes(pages) + check_front_matter(pages) + _claims(pages, guide.generated)
    diagrams, template = docs / "assets/diagrams", docs / "_data/diagram-template.svg"
    problems += kept.get("diagrams", [template, *sorted(diagrams.glob("*.svg"))], lambda: check_diagrams(diagrams, template))
    if problems:
        raise BadInput(problems)
    return replace(guide, corrections=corrections, redirects=redirects, asked=asked)


def _gather(read: Callable[[], _T], problems: list[Problem]) -> _T | None:
    try:
        return read()
    except BadInput as error:
        problems += error.problems
        return None


def _claims(pages: Sequence[PageSource], generated: Sequence[str]) -> list[Problem]:
    """An author's page must not lie where the build puts a generated one."""
    return [
        page.problem(0, "the build generates this page", "give your page another name") for page in pages if page.uri in generated
    ]

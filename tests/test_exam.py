"""Objectives on headings, and the maps made from them."""

from __future__ import annotations

from exam.exam_map import domain_map, exam_map
from exam.objectives import Lesson, Objectives, declared
from exam.outline import read_exams
from exam.services import read_services
from ground.page_source import PageSource
from rendering import render
from small_guide import ROOT

EXAMS = read_exams(ROOT / "docs/_data/exam")


def declare(text: str) -> tuple[str, Objectives]:
    objectives = Objectives(EXAMS)
    objectives.begin("area/page.md")
    return render(text, objectives), objectives


def test_the_outlines_are_whole() -> None:
    c02, c01 = EXAMS
    assert (c02.code, len(c02.objectives), [domain.weight for domain in c02.domains]) == ("MLA-C02", 107, [28, 24, 24, 24])
    assert (c01.code, len(c01.objectives), [domain.weight for domain in c01.domains]) == ("MLA-C01", 133, [28, 26, 22, 24])
    assert sum(objective.new for objective in c02.objectives) == 45


def test_the_in_scope_services_are_whole() -> None:
    services = read_services(ROOT / "docs/_data/exam/services.yml")
    assert len(services) == len({service.name for service in services}) == 92


def test_a_heading_carries_its_objectives_and_chips() -> None:
    html, _ = declare('## Data capture { objectives="c02-4.1.1 c01-S4.1.1" }')
    assert 'data-objectives="c02-4.1.1 c01-S4.1.1"' in html
    assert 'data-exams="c02 c01"' in html
    assert '<a class="chip" href="../exam/c02-domain-4.md#objective-4-1-1"' in html
    assert ' objectives="' not in html


def test_lessons_are_noted_and_forgotten_when_the_page_comes_again() -> None:
    _, objectives = declare('## Data capture { objectives="c02-4.1.1" }')
    assert objectives.lessons["area/page.md"] == [Lesson("c02-4.1.1", "area/page.md", "data-capture", "Data capture")]
    objectives.begin("area/page.md")
    assert objectives.lessons == {}


def test_declared_finds_headings_but_not_code() -> None:
    text = '# A { objectives="c02-1.1.1" }\n\n```\n## B { objectives="c02-1.1.2" }\n```\n'
    assert list(declared(PageSource("a.md", "docs/a.md", text))) == [(1, "c02-1.1.1")]


def test_the_map_lists_what_is_taught_and_what_is_not() -> None:
    lessons = [
        Lesson("c02-1.1.1", "data/s3.md", "at-a-glance", "At a glance"),
        Lesson("c02-1.1.1", "data/s3.md", "classes", "Classes"),
        Lesson("c02-1.1.1", "s3.md", "amazon-s3", "Amazon S3"),
        Lesson("c02-1.1.1", "s3.md", "limits", "Limits"),
    ]
    page = exam_map(EXAMS[0], lessons)
    assert "1 of the 107 objectives of MLA-C02 are taught so far." in page
    assert "[1.1.2](#objective-1-1-2)" in page
    domain = domain_map(EXAMS[0], EXAMS[0].domains[0], lessons, lambda uri: "Amazon S3")
    assert "- [Amazon S3: At a glance](../data/s3.md#at-a-glance), [Classes](../data/s3.md#classes)\n" in domain
    assert "- [Amazon S3](../s3.md#amazon-s3): [Limits](../s3.md#limits)\n" in domain
    objectives = sum(len(task.objectives) for task in EXAMS[0].domains[0].tasks)
    assert domain.count("No section teaches this yet.") == objectives - 1


def test_the_map_leads_to_each_objective_of_its_domain() -> None:
    page = exam_map(EXAMS[1], [])
    assert "(c01-domain-2.md#objective-k2-1-1){ #objective-k2-1-1 }" in page
    assert page.count("{ #objective-") == 133


def test_a_whole_map_says_so() -> None:
    lessons = [Lesson(objective.id, "a.md", "", "A") for objective in EXAMS[0].objectives]
    page = exam_map(EXAMS[0], lessons)
    assert "All 107 objectives of MLA-C02" in page
    assert "yet" not in page
    assert not any("yet" in domain_map(EXAMS[0], domain, lessons, lambda uri: "A") for domain in EXAMS[0].domains)

"""A task's questions on several pages: each on one of them, all found from the task's own address, printed as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guide import plans
from practice.parts import LIST, ROOM, parts_of_tasks
from practice.question import Question
from practice.store import read_questions
from small_bank import exams
from small_guide import ROOT
from test_site import Html

Open = Callable[..., Page]
TASK = "practice/task-4-2"
PARTS = re.compile(r'<p class="parts no-book">.*?</p>')
SHEET = re.compile(r'data-id="([^"]+)"')
STUB = "() => { window.print = () => { document.documentElement.dataset.printed = document.documentElement.dataset.print; }; }"


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return read_questions(ROOT / "docs/_data/questions", ())


def pages_of(site: Path, question: Question) -> Iterator[Path]:
    """The pages of the question's task, the task's own first."""
    folder = site / f"practice/task-{question.task.replace('.', '-')}"
    yield folder / "index.html"
    yield from sorted(path / "index.html" for path in folder.parent.glob(f"{folder.name}-part-*"))


def asked(objective: str, count: int) -> list[Question]:
    task = objective.removeprefix("c02-")[:3]
    one = {"type": "choice", "difficulty": 1, "stem": "", "options": (), "explanation": "", "refs": (), "sources": ()}
    return [
        Question(f"q-{task}-{objective[-1]}{number:02}", ("c02",), (objective,), file="", line=0, **one)  # type: ignore[arg-type]
        for number in range(count)
    ]


def sizes(*counts: int) -> list[list[int]]:
    """How many questions each objective has on each page, where those of task 1.1 have so many."""
    bank = [question for number, count in enumerate(counts, 1) for question in asked(f"c02-1.1.{number}", count)]
    parts = parts_of_tasks(bank, plans(exams()))["1.1"]
    assert [question for part in parts for question in part.questions] == bank
    assert [part.first for part in parts] == [1 + sum(len(other.questions) for other in parts[:at]) for at in range(len(parts))]
    return [[len(group.questions) for group in part.groups] for part in parts]


def test_an_objective_stays_on_one_page_and_the_pages_are_even() -> None:
    assert sizes() == [[]]
    assert sizes(5) == [[5]]
    assert sizes(6, 6, 6) == [[6], [6, 6]]
    assert sizes(2, 9, 9, 2, 7) == [[2, 9], [9], [2, 7]]
    for page in (pages := sizes(9, 6, 6, 7, 5, 5, 6, 5, 5)):
        listed = LIST if page is pages[0] else 0
        assert listed + sum(1 + 2 * count for count in page) <= ROOM


def test_an_objective_of_more_questions_than_a_page_goes_on_on_the_next() -> None:
    bank = asked("c02-1.1.1", 40)
    parts = parts_of_tasks(bank, plans(exams()))["1.1"]
    assert len(parts) > 2
    assert [question for part in parts for question in part.questions] == bank
    groups = [group for part in parts for group in part.groups]
    assert len({group.anchor for group in groups}) == len(groups)
    assert [group.title.endswith("(continued)") for group in groups] == [False, *[True] * (len(groups) - 1)]


def test_every_question_stands_on_one_page(site: Path, questions: tuple[Question, ...]) -> None:
    found = [name for path in sorted(site.glob("practice/**/index.html")) for name in SHEET.findall(path.read_text("utf-8"))]
    assert sorted(found) == sorted(question.id for question in questions)
    for question in questions:
        own = [path for path in pages_of(site, question) if f'data-id="{question.id}"' in path.read_text("utf-8")]
        assert len(own) == 1, question.id


def test_questions_are_numbered_through_the_pages_of_a_task(site: Path, questions: tuple[Question, ...]) -> None:
    for first in {question.task: question for question in questions}.values():
        html = "".join(path.read_text("utf-8") for path in pages_of(site, first))
        count = sum(question.task == first.task for question in questions)
        assert re.findall(r"<h3[^>]*>Question (\d+)", html) == [str(number) for number in range(1, count + 1)]


def test_the_address_of_a_task_leads_to_each_of_its_questions_and_objectives(site: Path) -> None:
    several = 0
    for path in sorted(site.glob("practice/task-?-?/index.html")):
        first = Html()
        first.feed(path.read_text("utf-8"))
        for other in path.parent.parent.glob(f"{path.parent.name}-part-*"):
            several += 1
            places = re.findall(r'<h[23][^>]* id="([^"]+)"', (other / "index.html").read_text("utf-8"))
            links = {f'href="../{other.name}/#{place}" id="{place}"' for place in places}
            assert {link for link in links if link not in path.read_text("utf-8")} == set()
    assert several > 30


def test_the_pages_of_a_task_lead_to_each_other(site: Path) -> None:
    for path in sorted(site.glob("practice/task-?-?/index.html")):
        name = path.parent.name
        parts = [name, *(f"{name}-part-{place}" for place in range(2, 1 + len(list(path.parent.parent.glob(f"{name}*")))))]
        for part in parts:
            row = PARTS.search((site / "practice" / part / "index.html").read_text("utf-8"))
            assert row
            assert re.findall(r'href="\.\./([^/]+)/"', row[0]) == [other for other in parts if other != part]
            assert row[0].count('aria-current="page"') == 1


@pytest.fixture(scope="module")
def places(site: Path) -> list[tuple[str, str]]:
    """The pages of a task, each with the anchor of its last question."""
    found = []
    for path in (site / TASK, *sorted(site.glob(f"{TASK}-part-*"))):
        anchors = re.findall(r'<h3[^>]* id="([^"]+)"', (path / "index.html").read_text("utf-8"))
        found.append((path.relative_to(site).as_posix(), anchors[-1]))
    return found


def test_an_address_of_before_leads_on_to_the_question(open_page: Open, address: str, places: list[tuple[str, str]]) -> None:
    first, *others = places
    for page_name, anchor in others:
        page = open_page(f"{first[0]}/#{anchor}")
        page.wait_for_url(f"{address}{page_name}/#{anchor}")
        expect(page.locator(f"h3#{anchor}")).to_be_in_viewport()


def test_a_page_leads_on_to_a_question_that_has_moved_from_it(
    open_page: Open, address: str, places: list[tuple[str, str]]
) -> None:
    here = places[1]
    for page_name, anchor in (places[0], places[2]):
        page = open_page(f"{here[0]}/#{anchor}")
        page.wait_for_url(f"{address}{page_name}/#{anchor}")
        expect(page.locator(f"h3#{anchor}")).to_be_in_viewport()
    assert open_page(f"{here[0]}/#nowhere").url == f"{address}{here[0]}/#nowhere"


def test_without_javascript_it_leads_to_the_link(open_page: Open, places: list[tuple[str, str]]) -> None:
    page_name, anchor = places[-1]
    page = open_page(f"{TASK}/#{anchor}", java_script_enabled=False)
    link = page.locator("article a:target")
    expect(link).to_be_in_viewport()
    link.click()
    page.wait_for_url(f"**/{page_name}/#{anchor}")


def test_a_whole_task_prints_as_one_paper_with_one_key(open_page: Open, site: Path) -> None:
    page = open_page(f"{TASK}-part-2/")
    page.evaluate(STUB)
    page.get_by_label("the whole task").check()
    page.get_by_role("button", name="Print a question paper").click()
    expect(page.locator("html[data-printed='questions']")).to_have_count(1, timeout=60_000)
    page.emulate_media(media="print")
    area = page.locator(".print-area")
    count = sum(len(SHEET.findall((path / "index.html").read_text("utf-8"))) for path in site.glob(f"{TASK}*"))
    heads = area.locator("h3").all_inner_texts()
    assert heads == [f"Question {number}" for number in range(1, count + 1)]
    expect(area.locator(".explanation").first).to_be_hidden()
    expect(area.locator(".parts").first).to_be_hidden()
    key = area.locator("article").last.locator(".question ~ .paper-key")
    expect(area.locator(".paper-key")).to_have_count(key.count())
    assert key.count() == len(list(site.glob(f"{TASK}*")))
    said = " · ".join(key.all_inner_texts()).removeprefix("Answer key. ")
    assert [int(one.split()[0]) for one in said.split(" · ")] == list(range(1, count + 1))

"""The pages of the practice part, as Markdown. What only a script can do has a place marked `data-practice`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ground.place import link_to
from practice.forms import area_form, cards_form, exam_form, mixed_form
from practice.parts import FOLDER, Part, parts_of_tasks, task_uri
from practice.plan import Plan, task_numbers
from practice.question import Question
from practice.task_page import numbers, part_title, task_page
from practice.words import counted, text

INDEX_URI = f"{FOLDER}/index.md"
MIXED_URI = f"{FOLDER}/mixed.md"
EXAM_URI = f"{FOLDER}/exam.md"
CARDS_URI = f"{FOLDER}/flashcards.md"
DECK_URI = f"{FOLDER}/mla-study-guide.apkg"
BANK_URI = f"{FOLDER}/questions.json"
SCHEMA_URI = f"{FOLDER}/questions.schema.json"
OUTLINE_URI = f"{FOLDER}/outline.json"
CARD_DATA_URI = f"{FOLDER}/cards.json"

AREAS = {
    "data": "Data",
    "ml-concepts": "Concepts",
    "sagemaker": "SageMaker AI",
    "bedrock": "Bedrock",
    "ai-services": "AI services",
    "mlops": "MLOps",
    "operations": "Operations",
    "security": "Security",
    "compare": "Compare",
    "exam": "Exam",
}
#: What exam.js gives unless the reader sets another time.
EXAM_MINUTES = 130
_STEM_SHOWN = 100
#: What each kind of page loads, in this order; a session brings the rest when it begins.
_TASK = ("dom", "progress", "question", "task")
_SESSIONS = ("dom", "progress", "bank", "mixed")
_EXAM = ("dom", "progress", "question", "sheet", "bank", "draw", "exam")
_CARDS = ("dom", "progress", "bank", "flashcards")
#: The style of the exam and of flashcards, beside that of all practice pages.
_SITTING = ("practice-sitting",)

Title = Callable[[str], str]
#: An entry of the navigation: a page, or one with a name.
Entry = str | dict[str, str]


@dataclass(frozen=True)
class PracticePage:
    """`scripts` are the names of what it loads from assets/javascripts/practice/, `styles` those beside practice.css.

    `write` gives its Markdown; `questions` are those that stand on it. `title` is for a page that the navigation only numbers.
    """

    uri: str
    description: str
    scripts: tuple[str, ...]
    write: Callable[[Title], str]
    questions: tuple[Question, ...] = ()
    styles: tuple[str, ...] = ()
    title: str = ""


def area_uri(area: str) -> str:
    return f"{FOLDER}/area-{area}.md"


def areas_of(questions: Iterable[Question]) -> list[str]:
    """The folders that questions refer to, in the order of AREAS, unknown ones last."""
    found = {area for question in questions for area in question.areas}
    return [area for area in AREAS if area in found] + sorted(found - AREAS.keys())


def practice_pages(questions: Sequence[Question], plans: Sequence[Plan]) -> list[PracticePage]:
    """Every page, a task statement and an area at a time; a task has its page before it has questions."""
    pages = [
        PracticePage(
            INDEX_URI,
            "Original, sourced practice questions: by task, by area, mixed, as a simulated exam, as flashcards.",
            ("dom", "progress", "keeping"),
            lambda _: _index(questions, plans),
        ),
        PracticePage(
            MIXED_URI,
            "Questions by exam, domain, task and difficulty, or only those you got wrong or have not seen.",
            _SESSIONS,
            lambda _: _mixed(plans),
        ),
        PracticePage(
            EXAM_URI,
            "A simulated exam: 65 questions by the exam's weights, a clock, flags, a result by task with what to read again.",
            _EXAM,
            lambda _: _exam(plans),
            styles=_SITTING,
        ),
        PracticePage(
            CARDS_URI,
            "Flashcards of every term and question, spaced over days, in the browser or in Anki.",
            _CARDS,
            lambda _: _flashcards(plans),
            styles=_SITTING,
        ),
    ]
    page_of: dict[str, str] = {}
    for number, parts in parts_of_tasks(questions, plans).items():
        titles = _titles(plans, number)
        for part in parts:
            page_of |= {question.id: part.uri for question in part.questions}
            title = part_title(part, titles)
            write = partial(_task, part, parts, titles)
            description = f"{title}, with sourced answers." if part.place > 1 else f"{title}. Questions with sourced answers."
            pages.append(PracticePage(part.uri, description[:160], _TASK, write, part.questions, title=title))
    for area in areas_of(questions):
        asked = [question for question in questions if area in question.areas]
        description = f"Practice questions on the pages of the area {AREAS.get(area, area)}."
        pages.append(PracticePage(area_uri(area), description, _SESSIONS, partial(_area, area, asked, page_of, plans)))
    return pages


def _titles(plans: Sequence[Plan], number: str) -> list[str]:
    """What the exams call the task, MLA-C02 first, once each."""
    return list(dict.fromkeys(task.title for plan in plans for task in plan.tasks if task.number == number))


def menus(questions: Sequence[Question], plans: Sequence[Plan]) -> dict[str, tuple[str, list[Entry]]]:
    """What the navigation has instead of a task's first page: what it calls the task, and its pages by their numbers."""
    return {
        parts[0].uri: (f"{number} {_titles(plans, number)[0]}", [{numbers(part).capitalize(): part.uri} for part in parts])
        for number, parts in parts_of_tasks(questions, plans).items()
        if len(parts) > 1
    }


def _index(questions: Sequence[Question], plans: Sequence[Plan]) -> str:
    both = [sum(plan.id in question.exams for question in questions) for plan in plans]
    for_exams = " and ".join(f"{count} for {plan.code}" for plan, count in zip(plans, both, strict=True))
    lines = [
        "# Practice",
        "",
        f"{counted(len(questions))}, written for this guide: {for_exams}. "
        "Each says why every option is right or wrong, cites AWS and links the section that teaches it.",
        "",
        "| You want to | Go to |",
        "| --- | --- |",
        "| check what you just read | a task or an area below |",
        f"| work on what you get wrong, or have not seen | [Mixed practice]({_name(MIXED_URI)}) |",
        f"| know whether you are ready | [Simulated exam]({_name(EXAM_URI)}) |",
        f"| learn names and limits a few minutes a day | [Flashcards]({_name(CARDS_URI)}), "
        f"or the [Anki deck]({_name(DECK_URI)}) of the same cards |",
        "",
        "## By task { #tasks }",
        "",
        "| Task | Questions |" + "".join(f" {plan.code} |" for plan in plans),
        "| --- | --- |" + " --- |" * len(plans),
    ]
    for number in task_numbers(plans):
        asked = [question for question in questions if question.task == number]
        counts = "".join(f" {sum(plan.id in question.exams for question in asked)} |" for plan in plans)
        link = f"[{number} {text(_titles(plans, number)[0])}]({_name(task_uri(number))})"
        lines.append(f"| {link} | {len(asked)} |{counts}")
    areas = areas_of(questions)
    if areas:
        lines += ["", "## By area { #areas }", "", "| Area | Questions |", "| --- | --- |"]
        for area in areas:
            count = sum(area in question.areas for question in questions)
            lines.append(f"| [{AREAS.get(area, area)}]({_name(area_uri(area))}) | {count} |")
    lines += [
        "",
        "## How to use it { #use }",
        "",
        "1. Read a section, then answer its task's questions. Say why each wrong option is wrong before you unfold the answer.",
        "2. After a few days, repeat the wrong ones in mixed practice.",
        "3. Take a simulated exam when every task is read, and read again what its result names.",
        "",
        "Every page of questions prints: with answers, or as a question paper with a key at its end.",
        "",
        "## Your progress { #progress }",
        "",
        "Your answers stay in this browser. Nothing is sent anywhere.",
        "",
        '<div data-practice="keeping"></div>',
        "",
        "## The bank for others { #bank }",
        "",
        f"All questions as [JSON]({_name(BANK_URI)}), with a [JSON Schema]({_name(SCHEMA_URI)}), under CC BY 4.0. "
        "Written from AWS's documentation and this guide; leaked exam questions were neither read nor used.",
        "",
    ]
    return "\n".join(lines)


def _task(part: Part, parts: Sequence[Part], titles: Sequence[str], title_of: Title) -> str:
    return task_page(part, parts, titles)


def _area(area: str, asked: Sequence[Question], page_of: Mapping[str, str], plans: Sequence[Plan], title_of: Title) -> str:
    lines = [
        f"# Practice: {AREAS.get(area, area)}",
        "",
        f"{counted(len(asked))} on the pages of this area.",
        "",
        area_form(area, plans),
        "",
    ]
    by_page: dict[str, list[Question]] = {}
    for question in asked:
        page = next(ref.partition("#")[0] for ref in question.refs if ref.startswith(f"{area}/"))
        by_page.setdefault(page, []).append(question)
    for page in sorted(by_page, key=title_of):
        lines += [f"## {text(title_of(page))} {{ #{page.removesuffix('.md').replace('/', '-')} }}", ""]
        lines += [f"[Read the page]({_name(page)}), then answer:", ""]
        for question in by_page[page]:
            lines.append(f"- [{text(_shortened(question.stem))}]({_name(page_of[question.id])}#{question.anchor})")
        lines.append("")
    return "\n".join(lines) + "\n"


def _shortened(stem: str) -> str:
    if len(stem) <= _STEM_SHOWN:
        return stem
    cut = stem[:_STEM_SHOWN].rsplit(" ", 1)[0].rstrip(",;:.")
    return f"{cut} …"


def _mixed(plans: Sequence[Plan]) -> str:
    lines = [
        "# Mixed practice",
        "",
        "Questions from all over the exam, one at a time. Choose what they are about, or take only those you got wrong.",
        "",
        mixed_form(plans),
        "",
        *_without_script(plans),
    ]
    return "\n".join(lines) + "\n"


def _without_script(plans: Sequence[Plan]) -> list[str]:
    links = " · ".join(f"[{number}]({_name(task_uri(number))})" for number in task_numbers(plans))
    return [f"This page needs JavaScript. Without it, the questions read and print by task: {links}.", "{ .needs-script }", ""]


def _exam(plans: Sequence[Plan]) -> str:
    lines = [
        "# Simulated exam",
        "",
        "65 questions, drawn by the weights of the exam you choose, against the clock. The result says what to read again.",
        "",
        exam_form(plans, EXAM_MINUTES),
        "",
        *_without_script(plans),
        "## What it imitates, and what not { #limits }",
        "",
        "| What | The exam | Here |",
        "| --- | --- | --- |",
        "| Questions | 65: 50 scored and 15 unscored, and nobody tells you which | 65, all scored |",
        "| Result | 720 on a scale of 100 to 1,000; AWS does not publish how answers become points | per cent of right answers |",
        f"| Time | told when you book | {EXAM_MINUTES} minutes, or what you set |",
        "| A guess | costs nothing: leave no question open | the same |",
        "| Several answers | all must be right | the same |",
        "",
        "A share of right answers is not the exam's scale: 72% here is not 720 there.",
        "",
        "## Questions by domain { #weights }",
        "",
    ]
    for plan in plans:
        lines += [f"### {plan.code} {{ #{plan.id}-weights }}", ""]
        lines += ["| Domain | Weight |", "| --- | --- |"]
        lines += [f"| {domain.number} {text(domain.title)} | {domain.weight}% |" for domain in plan.domains]
        lines += ["", f"What each domain asks: [{plan.code} exam map](../exam/{plan.id}-map.md).", ""]
    return "\n".join(lines) + "\n"


def _flashcards(plans: Sequence[Plan]) -> str:
    lines = [
        "# Flashcards",
        "",
        "A card for every term and every question. What you know comes back after longer and longer pauses.",
        "",
        cards_form(plans),
        "",
        "This page needs JavaScript. Without it, the [glossary](../glossary.md) has the same terms from A to Z.",
        "{ .needs-script }",
        "",
        "## In Anki { #anki }",
        "",
        f"The same cards as a deck: [mla-study-guide.apkg]({_name(DECK_URI)}). A deck a domain, tagged by objective. "
        "Import a newer deck over an older one: your progress stays, changed cards change.",
        "",
        "## How the pauses grow { #boxes }",
        "",
        "A card starts in box 1. *Good* moves it a box up, *Again* back to box 1.",
        "",
        "| Box | Comes back after |",
        "| --- | --- |",
        "| 1 | the same day |",
        "| 2 | 1 day |",
        "| 3 | 3 days |",
        "| 4 | 7 days |",
        "| 5 | 16 days |",
        "| 6 | 35 days |",
    ]
    return "\n".join(lines) + "\n"


def _name(uri: str) -> str:
    """The link to another file."""
    return link_to(uri, FOLDER)

"""The forms of the practice pages, as HTML; practice.css hides them where no script can act on them."""

from __future__ import annotations

import html
from collections.abc import Sequence

from practice.plan import Plan, task_numbers

Choices = Sequence[tuple[str, str]]

_DIFFICULTIES = (("", "any"), ("1", "1 recall"), ("2", "2 choose"), ("3", "3 trap"))
_STATES = (("", "all"), ("unseen", "not seen yet"), ("wrong", "wrong the last time"))
_COUNTS = (("10", "10"), ("20", "20"), ("50", "50"), ("", "all that fit"))
_KINDS = (("", "terms and questions"), ("term", "terms"), ("question", "questions"))


def mixed_form(plans: Sequence[Plan]) -> str:
    fields = [
        _select("Exam", "exam", [*_exams(plans), ("", "both")]),
        _select("Domain", "domain", [("", "any"), *_domains(plans)]),
        _select("Task", "task", [("", "any"), *_tasks(plans)]),
    ]
    return _form("mixed", [*fields, *_common()], "Start")


def area_form(area: str, plans: Sequence[Plan]) -> str:
    return _form("mixed", [_select("Exam", "exam", [*_exams(plans), ("", "both")]), *_common()], "Start", area)


def exam_form(plans: Sequence[Plan], minutes: int) -> str:
    time = (
        f'<label class="field">Minutes <input type="number" name="minutes" value="{minutes}" min="1" max="600" required></label>'
    )
    return _form("exam", [_select("Exam", "exam", _exams(plans)), time], "Begin the exam")


def cards_form(plans: Sequence[Plan]) -> str:
    fields = [
        _select("Cards", "kind", _KINDS),
        _select("Exam", "exam", [*_exams(plans), ("", "both")]),
        _select("Domain", "domain", [("", "any"), *_domains(plans)]),
    ]
    return _form("flashcards", fields, "Start")


def _common() -> list[str]:
    return [
        _select("Difficulty", "difficulty", _DIFFICULTIES),
        _select("Which", "state", _STATES),
        _select("How many", "count", _COUNTS),
    ]


def _exams(plans: Sequence[Plan]) -> list[tuple[str, str]]:
    return [(plan.id, plan.code) for plan in plans]


def _domains(plans: Sequence[Plan]) -> list[tuple[str, str]]:
    """By the first exam's titles: the numbers mean the same in both."""
    return [(str(domain.number), f"{domain.number} {domain.title}") for plan in plans[:1] for domain in plan.domains]


def _tasks(plans: Sequence[Plan]) -> list[tuple[str, str]]:
    titles = {task.number: task.title for plan in reversed(plans) for task in plan.tasks}
    return [(number, f"{number} {titles[number]}") for number in task_numbers(plans)]


def _select(label: str, name: str, choices: Choices) -> str:
    options = "".join(f'<option value="{html.escape(value)}">{html.escape(text)}</option>' for value, text in choices)
    return f'<label class="field">{label} <select name="{name}" autocomplete="off">{options}</select></label>'


def _form(kind: str, fields: Sequence[str], action: str, area: str = "") -> str:
    of_area = f' data-area="{html.escape(area)}"' if area else ""
    button = f'<button type="submit" class="main">{action}</button>'
    # One line: Python-Markdown takes it for a block of HTML up to the end of the form.
    return f'<form class="practice-form" data-practice="{kind}"{of_area}>{"".join(fields)}{button}</form>'

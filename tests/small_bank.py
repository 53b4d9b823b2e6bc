"""A bank of questions that are whole and right, for tests that break one thing, and one large enough for an exam."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from exam.outline import Exam, read_exams
from small_guide import PAGE, ROOT

STEM = "A shop has a need, some numbers and a constraint that leave only one of the services that follow"

BANK = f"""\
- id: q-1.1-001
  exams: [c02, c01]
  objectives: [c02-1.1.4, c01-K1.1.3]
  type: choice
  difficulty: 2
  stem: {STEM}. Which one?
  options:
    - {{text: One of `four`, why: It is slow.}}
    - {{text: Two of four, correct: true, why: It is fast.}}
    - {{text: Three of four, why: It is dear.}}
    - {{text: Four of four, why: It is closed.}}
  explanation: Fast means the second.
  refs: [topic.md#topic]
  sources:
    - {{url: "https://docs.aws.amazon.com/x.html", checked: 2026-10}}
- id: q-1.1-002
  exams: [c02]
  objectives: [c02-1.1.4]
  type: response
  difficulty: 1
  stem: >-
    Another team moves images, which are large, over a line that is thin, every night of the week at ten.
    Which changes help? (Select TWO.)
  options:
    - {{text: First, correct: true, why: It helps.}}
    - {{text: Second, why: It does not.}}
    - {{text: Third, why: It does not.}}
    - {{text: Fourth, why: It does not.}}
    - {{text: Fifth, correct: true, why: It helps.}}
  explanation: Ends help.
  refs: [topic.md]
  sources:
    - {{url: "https://docs.aws.amazon.com/x.html", checked: 2026-10-01}}
- id: q-1.2-001
  exams: [c01]
  objectives: [c01-K1.2.1]
  type: ordering
  difficulty: 3
  stem: Put the work of an engineer who cleans a table of readings of a hundred sensors into the order that holds.
  options:
    - {{text: Look, position: 2, why: Then one sees.}}
    - {{text: Open, position: 1, why: First of all.}}
    - {{text: Write, position: 3, why: Last of all.}}
  explanation: Open, look, write.
  refs: [data/page.md#topic]
  sources:
    - {{url: "https://docs.aws.amazon.com/y.html", checked: 2026-10}}
- id: q-1.2-002
  exams: [c01]
  objectives: [c01-K1.2.1]
  type: matching
  difficulty: 3
  stem: Four departments of a bank ask for help with their columns; give each of these wishes the way that fulfils it.
  options:
    - {{text: Few values, match: one-hot, why: A column a value.}}
    - {{text: Ranks, match: ordinal, why: Order counts.}}
    - {{text: Words, match: one-hot, why: A column a word.}}
  explanation: Order decides.
  refs: [data/page.md]
  sources:
    - {{url: "https://docs.aws.amazon.com/y.html", checked: 2026-10}}
"""


@cache
def exams() -> tuple[Exam, ...]:
    return read_exams(ROOT / "docs/_data/exam")


def small_bank(docs: Path, bank: str = BANK) -> Path:
    """Writes the bank and the page it refers to; returns the folder of the questions."""
    folder = docs / "_data/questions"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bank.yml").write_text(bank, encoding="utf-8")
    (docs / "data").mkdir(exist_ok=True)
    (docs / "data/page.md").write_text(PAGE, encoding="utf-8")
    return folder


def large_bank(per_task: int = 8) -> str:
    """A bank of every task and type, in YAML; its right options stand evenly on A to D."""
    questions = []
    numbers = sorted(
        {task.number for exam in read_exams(ROOT / "docs/_data/exam") for domain in exam.domains for task in domain.tasks}
    )
    for task in numbers:
        questions += [_question(task, place) for place in range(per_task)]
    return yaml.safe_dump(questions, sort_keys=False)


def _question(task: str, place: int) -> dict[str, Any]:
    kind = {1: "response", 2: "ordering", 3: "matching"}.get(place, "choice")
    asked = ["c01"] if kind in ("ordering", "matching") else ["c02", "c01"]
    end = " (Select TWO.)" if kind == "response" else ""
    scene = " ".join(f"word{task.replace('.', '')}{place}{number}" for number in range(14))
    return {
        "id": f"q-{task}-{place + 1:03}",
        "exams": asked,
        "objectives": [_first_objective(exam, task) for exam in asked],
        "type": kind,
        "difficulty": place % 3 + 1,
        "stem": f"Scenario of {scene}: which holds?{end}",
        "options": _options(kind, (int(task[0]) * 3 + int(task[2]) + place) % 4),
        "explanation": f"The rule of {task} with `code` <b>and</b> signs.",
        "refs": ["data/page.md#topic" if place % 2 else "topic.md#topic"],
        "sources": [{"url": "https://docs.aws.amazon.com/x.html", "checked": "2026-10"}],
    }


def _first_objective(exam: str, task: str) -> str:
    outline = next(one for one in exams() if one.id == exam)
    return next(one.objectives[0].id for domain in outline.domains for one in domain.tasks if one.number == task)


def _options(kind: str, right_one: int) -> list[dict[str, Any]]:
    if kind == "ordering":
        return [
            {"text": f"Step {name}", "position": position, "why": "So."} for name, position in zip("xyz", (3, 1, 2), strict=True)
        ]
    if kind == "matching":
        return [
            {"text": f"Item {name}", "match": match, "why": "So."}
            for name, match in zip("xyz", ("two", "one", "two"), strict=True)
        ]
    right = (1, 4) if kind == "response" else (right_one,)
    count = 5 if kind == "response" else 4
    return [
        {"text": f"Way {number}", "why": "Because.", **({"correct": True} if number in right else {})} for number in range(count)
    ]

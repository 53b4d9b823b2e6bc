"""A task's questions on pages of its own: with all of them on one it weighed over 100 KB, and a phone took seconds to lay it out.

The first page has the task's own address. An objective's questions stay together, unless they are more than a page takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from practice.plan import Objective, Plan, task_numbers
from practice.question import Question

FOLDER = "practice"
#: What a page holds, in headings; a question weighs as much as two of them, 470 bytes. With more, a page would weigh more than
#: others may (tests/test_weight.py).
ROOM = 34
#: What the first page has besides: the list of what stands on the others.
LIST = 4


@dataclass(frozen=True)
class Group:
    """Questions that ask the same objective before others; `again` counts the pages before that ask it too."""

    plan: Plan
    objective: Objective
    questions: tuple[Question, ...]
    again: int = 0

    @property
    def weight(self) -> int:
        return 1 + 2 * len(self.questions)

    @property
    def anchor(self) -> str:
        anchor = f"{self.plan.id}-{self.objective.number.lower().replace('.', '-')}"
        return f"{anchor}-{self.again + 1}" if self.again else anchor

    @property
    def title(self) -> str:
        continued = " (continued)" if self.again else ""
        return f"{self.plan.code} {self.objective.number}: {self.objective.text}{continued}"


@dataclass(frozen=True)
class Part:
    """One page of a task; `first` is the number of its first question within the task."""

    task: str
    place: int
    first: int
    groups: tuple[Group, ...]

    @property
    def uri(self) -> str:
        return task_uri(self.task) if self.place == 1 else task_uri(self.task).replace(".md", f"-part-{self.place}.md")

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for group in self.groups for question in group.questions)

    @property
    def last(self) -> int:
        return self.first + len(self.questions) - 1


def task_uri(number: str) -> str:
    return f"{FOLDER}/task-{number.replace('.', '-')}.md"


def parts_of_tasks(questions: Sequence[Question], plans: Sequence[Plan]) -> dict[str, tuple[Part, ...]]:
    """Every task with its parts; a task has a page before it has questions."""
    asked: dict[tuple[str, str], list[Question]] = {}
    for question in questions:
        asked.setdefault((question.task, question.objectives[0]), []).append(question)
    places = [(plan, objective) for plan in plans for objective in plan.objectives]
    return {
        number: _parts(number, [group for place in places for group in _groups(*place, asked.get((number, place[1].id), []))])
        for number in task_numbers(plans)
    }


def _parts(task: str, groups: Sequence[Group]) -> tuple[Part, ...]:
    parts: list[Part] = []
    start = 0
    for place, end in enumerate(_ends([group.weight for group in groups]), 1):
        parts.append(Part(task, place, parts[-1].last + 1 if parts else 1, tuple(groups[start:end])))
        start = end
    return tuple(parts)


def _groups(plan: Plan, objective: Objective, own: Sequence[Question]) -> list[Group]:
    most = (ROOM - LIST - 1) // 2
    return [Group(plan, objective, tuple(own[at : at + most]), again) for again, at in enumerate(range(0, len(own), most))]


def _ends(weights: Sequence[int]) -> tuple[int, ...]:
    """Where each page ends when groups of these weights fill as few pages as can be, and these as evenly as can be."""

    @cache
    def best(start: int) -> tuple[int, int, tuple[int, ...]]:
        """The number of pages from there on, how uneven they are, and their ends."""
        ways = []
        for end in range(start + 1, len(weights) + 1):
            has_list = start == 0 and end < len(weights)
            weight = sum(weights[start:end]) + (LIST if has_list else 0)
            if weight <= ROOM:
                pages, uneven, ends = best(end)
                ways.append((pages + 1, uneven + weight**2, (end, *ends)))
        return min(ways, default=(0, 0, ()))

    return best(0)[2] or (0,)

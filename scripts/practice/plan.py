"""What practice needs to know of an exam: domains with their weights, tasks, the words of each objective."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Objective:
    """`place` is where the sections that teach it are listed, as page.md#anchor."""

    id: str
    number: str
    text: str
    place: str


@dataclass(frozen=True)
class Task:
    number: str
    title: str
    objectives: tuple[Objective, ...]


@dataclass(frozen=True)
class Domain:
    """`weight` is the share of the scored content in per cent."""

    number: int
    title: str
    weight: int
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Plan:
    """`id` is c02 or c01, `code` MLA-C02 or MLA-C01."""

    id: str
    code: str
    domains: tuple[Domain, ...]

    @property
    def tasks(self) -> tuple[Task, ...]:
        return tuple(task for domain in self.domains for task in domain.tasks)

    @property
    def objectives(self) -> tuple[Objective, ...]:
        return tuple(objective for task in self.tasks for objective in task.objectives)


def task_numbers(plans: Sequence[Plan]) -> list[str]:
    """The numbers of all tasks, once each, in order."""
    return sorted({task.number for plan in plans for task in plan.tasks})

"""A practice question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

Type = Literal["choice", "response", "ordering", "matching"]
TYPES: tuple[str, ...] = get_args(Type)
LETTERS = "ABCDEF"


@dataclass(frozen=True)
class Option:
    """One answer to choose, step to place (`position` counts from 1) or item to match."""

    text: str
    why: str
    correct: bool = False
    position: int = 0
    match: str = ""


@dataclass(frozen=True)
class Source:
    """AWS's own page; `checked` is the date of the text that was read, YYYY-MM or YYYY-MM-DD."""

    url: str
    checked: str


@dataclass(frozen=True)
class Question:
    """One entry of the bank. `refs` are sections of the guide, `page.md#anchor`."""

    id: str
    exams: tuple[str, ...]
    objectives: tuple[str, ...]
    type: Type
    difficulty: int
    stem: str
    options: tuple[Option, ...]
    explanation: str
    refs: tuple[str, ...]
    sources: tuple[Source, ...]
    file: str
    line: int

    @cached_property
    def task(self) -> str:
        """The number of its task statement: `q-1.1-001` belongs to 1.1."""
        return self.id.split("-")[1]

    @property
    def domain(self) -> int:
        return int(self.task.partition(".")[0])

    @property
    def anchor(self) -> str:
        """Its id in a page; without the dot, which a style sheet would have to escape."""
        return self.id.replace(".", "-")

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The folders of the sections that teach it."""
        return tuple(dict.fromkeys(ref.split("/")[0] for ref in self.refs if "/" in ref))

    @property
    def matches(self) -> tuple[str, ...]:
        """What a matching question offers, in the order of the alphabet, which gives nothing away."""
        return tuple(sorted({option.match for option in self.options if option.match}))

    @property
    def answer(self) -> tuple[str, ...]:
        """The right values of its controls: the boxes to tick, or what each select must say."""
        if self.type == "ordering":
            return tuple(str(option.position) for option in self.options)
        if self.type == "matching":
            return tuple(str(self.matches.index(option.match) + 1) for option in self.options)
        return tuple(str(place) for place, option in enumerate(self.options) if option.correct)

    @property
    def key(self) -> str:
        """The right answer as a key at the end of a paper has it."""
        if self.type == "ordering":
            order = sorted(range(len(self.options)), key=lambda place: self.options[place].position)
            return ", ".join(LETTERS[place] for place in order)
        if self.type == "matching":
            return ", ".join(f"{LETTERS[place]}{value}" for place, value in enumerate(self.answer))
        return ", ".join(LETTERS[int(value)] for value in self.answer)

    @property
    def ask(self) -> str:
        """What to do, in a few words."""
        if self.type == "ordering":
            return "Give each step its place."
        if self.type == "matching":
            return "Choose what belongs to each."
        count = len(self.answer)
        return "Choose one." if self.type == "choice" else f"Choose {('none', 'one', 'two', 'three')[min(count, 3)]}."

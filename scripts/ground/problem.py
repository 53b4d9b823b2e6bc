"""Bad input, said in one line: where it is, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One finding about one line of one file; `line` counts from 1, 0 stands for the file as a whole."""

    file: str
    line: int
    what: str
    todo: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return _one_line(f"{where}: {self.what}; {self.todo}")


def _one_line(text: str) -> str:
    """Whatever an author wrote may be quoted: breaks and control characters become spaces."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


class BadInput(Exception):
    """Raised with every problem of a reading pass, so that an author mends them all at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def shown(path: Path) -> str:
    """The path as an author knows it: relative to the working directory where that is possible."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return path.as_posix()

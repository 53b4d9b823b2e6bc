"""Nothing but knowledge may lead to the right option: not its place, not its length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ground.problem import Problem
from practice.question import LETTERS, Question

LONGEST_MOST = 0.35
PLACE_LEAST, PLACE_MOST = 0.20, 0.30
#: Shares say something only of many questions.
ENOUGH = 40


def choices(questions: Sequence[Question]) -> list[Question]:
    return [question for question in questions if question.type == "choice"]


def longest_share(questions: Sequence[Question]) -> float:
    """The part of the choice questions whose right option is longer than every other."""
    asked = choices(questions)
    return sum(_stands_out(question) for question in asked) / max(1, len(asked))


def _stands_out(question: Question) -> bool:
    right = max(len(option.text) for option in question.options if option.correct)
    return all(option.correct or len(option.text) < right for option in question.options)


def place_shares(questions: Sequence[Question]) -> dict[str, float]:
    """A, B, C, D → the part of the choice questions whose right option stands there."""
    places = Counter(question.key for question in choices(questions))
    return {letter: places[letter] / max(1, places.total()) for letter in LETTERS[:4]}


def unbalanced(questions: Sequence[Question], folder: str) -> list[Problem]:
    """A problem for the bank as a whole where length or place gives the answer away."""
    if len(choices(questions)) < ENOUGH:
        return []
    problems = []
    share = longest_share(questions)
    if share > LONGEST_MOST:
        what = f"the right option is the longest in {share:.0%} of the choice questions"
        problems.append(Problem(folder, 0, what, f"lengthen wrong options until it is at most {LONGEST_MOST:.0%}"))
    for letter, part in place_shares(questions).items():
        if not PLACE_LEAST <= part <= PLACE_MOST:
            what = f"{letter} is right in {part:.0%} of the choice questions"
            problems.append(Problem(folder, 0, what, f"move options until it is {PLACE_LEAST:.0%} to {PLACE_MOST:.0%}"))
    return problems

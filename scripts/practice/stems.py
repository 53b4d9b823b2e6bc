"""What a stem must not be: another question's stem, or a hint at its own answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ground.problem import Problem
from practice.question import Question

_WORD = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
#: Words in a row that are compared; two stems share a run of three only where they share a phrase.
_RUN = 3
#: Two stems are one question when they share more than this part of their runs.
ALIKE = 0.5
#: A stem names its answer when it has this part of the answer's words, at least two, and clearly less of every wrong option's.
NAMED = 0.8
CLEARLY = 0.4
_COMMON = re.compile(
    "a|an|and|are|as|at|be|by|for|from|has|have|in|into|is|it|its|of|on|or|than|that|the|their|then|this|to|uses?|using"
    "|was|when|which|with|amazon|aws"
)


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def telling(text: str) -> frozenset[str]:
    """The words that carry meaning, without a plural's s."""
    return frozenset(word.rstrip("s") for word in words(text) if not _COMMON.fullmatch(word))


def repeated_stems(questions: Sequence[Question]) -> list[Problem]:
    """A problem for each question whose stem is, or nearly is, an earlier one's."""
    runs = [_runs(question.stem) for question in questions]
    having: dict[tuple[str, ...], list[int]] = {}
    problems = []
    for place, question in enumerate(questions):
        shared = Counter(earlier for run in runs[place] for earlier in having.get(run, ()))
        for earlier, count in sorted(shared.items()):
            if count > ALIKE * len(runs[place] | runs[earlier]):
                first = questions[earlier]
                what = f"the stem of {question.id} is nearly that of {first.id} ({first.file}:{first.line})"
                problems.append(Problem(question.file, question.line, what, "ask something else, or drop it"))
        for run in runs[place]:
            having.setdefault(run, []).append(place)
    return problems


def _runs(stem: str) -> frozenset[tuple[str, ...]]:
    found = words(stem)
    return frozenset(tuple(found[start : start + _RUN]) for start in range(max(1, len(found) - _RUN + 1)))


def own_answers(questions: Sequence[Question]) -> list[Problem]:
    """A problem for each choice whose stem has the words of the right option and not those of a wrong one."""
    problems = []
    for question in questions:
        if question.type != "choice":
            continue
        stem = telling(question.stem)
        right = max(_named(option.text, stem) for option in question.options if option.correct)
        wrong = max(_named(option.text, stem) for option in question.options if not option.correct)
        if right >= NAMED and wrong <= right - CLEARLY:
            what = f"the stem of {question.id} names its own answer"
            problems.append(Problem(question.file, question.line, what, "say the need in other words than the answer"))
    return problems


def _named(option: str, stem: frozenset[str]) -> float:
    """The part of the option's words that the stem has; nothing for a single word."""
    found = telling(option)
    return len(found & stem) / len(found) if len(found & stem) >= 2 else 0.0

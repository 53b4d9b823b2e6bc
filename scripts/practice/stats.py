"""The bank in numbers, and what it still lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from practice.balance import choices, longest_share, place_shares
from practice.question import TYPES, Question
from practice.store import EXAM_IDS

#: How many questions the bank, its ordering and matching ones, and each objective of an exam should have.
BANK_LEAST = 400
PLACING_LEAST = 40
OBJECTIVE_LEAST = {"c02": 3, "c01": 1}


@dataclass(frozen=True)
class Stats:
    """`short` says what is missing; it is the end of `lines`."""

    lines: tuple[str, ...]
    short: tuple[str, ...]


def stats(questions: Sequence[Question], objectives: Sequence[str]) -> Stats:
    types = Counter(question.type for question in questions)
    asked = Counter(objective for question in questions for objective in question.objectives)
    lines = [
        f"questions   {len(questions)}",
        _line("exam", Counter(exam for question in questions for exam in question.exams)),
        "type        " + "  ".join(f"{name} {types[name]}" for name in TYPES),  # type: ignore[index]  # the names of the type
        _line("domain", Counter(str(question.domain) for question in questions)),
        _line("task", Counter(question.task for question in questions)),
        _line("difficulty", Counter(str(question.difficulty) for question in questions)),
        f"right       {'  '.join(f'{letter} {share:.0%}' for letter, share in place_shares(questions).items())}"
        f"  of {len(choices(questions))} choices, the longest in {longest_share(questions):.0%}",
    ]
    short = []
    if len(questions) < BANK_LEAST:
        short.append(f"{BANK_LEAST - len(questions)} questions to {BANK_LEAST}")
    placing = types["ordering"] + types["matching"]
    if placing < PLACING_LEAST:
        short.append(f"{PLACING_LEAST - placing} ordering and matching questions to {PLACING_LEAST}")
    for exam in EXAM_IDS:
        ids = [name for name in objectives if name.startswith(exam)]
        least = OBJECTIVE_LEAST[exam]
        few = [f"{name} ({asked[name]})" for name in ids if asked[name] < least]
        lines.append(f"{exam}         {len(ids) - len(few)} of {len(ids)} objectives have {least} or more")
        if few:
            short.append(f"{exam} objectives with fewer than {least}: {', '.join(few)}")
    lines += [f"missing     {what}" for what in short]
    return Stats(tuple(lines), tuple(short))


def _line(name: str, counts: Counter[str]) -> str:
    return f"{name:<12}" + "  ".join(f"{key} {counts[key]}" for key in sorted(counts))

"""Flashcards: one of each glossary term, one of each question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from practice.question import LETTERS, Question

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,2}(?=\S)(.+?)(?<=\S)\*{1,2}(?![\w*])")
_DOMAIN = re.compile(r"c0[12]-[A-Z]?(\d)\.")


@dataclass(frozen=True)
class TermNote:
    """A glossary term as plain data; `objectives` are those of the section that teaches it, or the tasks it belongs to."""

    slug: str
    name: str
    definition: str
    names: tuple[str, ...]
    objectives: tuple[str, ...]
    url: str


@dataclass(frozen=True)
class Card:
    """`front` and `back` are lines of plain text with code in backticks; `domain` is 0 where there is none."""

    id: str
    kind: str
    front: tuple[str, ...]
    back: tuple[str, ...]
    domain: int
    tags: tuple[str, ...]
    url: str


def cards(terms: Iterable[TermNote], questions: Iterable[Question], url_of_ref: dict[str, str]) -> list[Card]:
    """Terms in the order given, then questions; `url_of_ref` gives the address of a section from the site's root."""
    return [_of_term(term) for term in terms] + [_of_question(question, url_of_ref) for question in questions]


def _of_term(term: TermNote) -> Card:
    back = [plain(term.definition)]
    if term.names:
        back.append(f"Also: {', '.join(term.names)}")
    return Card(term.slug, "term", (term.name,), tuple(back), domain_of(term.objectives), term.objectives, term.url)


def _of_question(question: Question, url_of_ref: dict[str, str]) -> Card:
    front = [question.stem, *(f"{LETTERS[place]}. {option.text}" for place, option in enumerate(question.options))]
    if question.matches:
        front.append(" · ".join(f"{place} {match}" for place, match in enumerate(question.matches, 1)))
    right = [
        f"{LETTERS[place]}. {option.text}: {option.why}"
        for place, option in enumerate(question.options)
        if option.correct or question.type in ("ordering", "matching")
    ]
    back = (f"Right: {question.key}", *right, question.explanation)
    return Card(
        question.id, "question", tuple(front), back, question.domain, question.objectives, url_of_ref.get(question.refs[0], "")
    )


def domain_of(objectives: Sequence[str]) -> int:
    """The domain that most of the objectives belong to, the first of equals; 0 where there is none."""
    found = Counter(int(match.group(1)) for name in objectives if (match := _DOMAIN.match(name)))
    return found.most_common(1)[0][0] if found else 0


def plain(markdown: str) -> str:
    """The definition's words without links and emphasis; code keeps its backticks."""
    return " ".join(_EMPHASIS.sub(r"\1", _LINK.sub(r"\1", markdown)).split())


def cards_json(found: Sequence[Card]) -> dict[str, Any]:
    return {
        "version": 1,
        "cards": [
            {
                "id": card.id,
                "kind": card.kind,
                "front": card.front,
                "back": card.back,
                "domain": card.domain,
                "exams": sorted({tag.partition("-")[0] for tag in card.tags}, reverse=True),
                "url": card.url,
            }
            for card in found
        ],
    }

"""What a result shows of a section of which no sentence says what it is about: its own first sentence."""

from __future__ import annotations

import re

from search.words import plain

#: A first sentence is at most about so long, and at least so long: shorter ones are the titles of boxes.
LONGEST = 160
SHORTEST = 30
_PROSE = re.compile(r"<(p|li)>(.*?)</\1>", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_END = re.compile(r"[.:?!](?=\s)")
_BEFORE_POINT = re.compile(r"\s+(?=[.,;:?!)])")


def excerpt(markup: str) -> str:
    """The first sentence of the first paragraph or item; the first words of a text that has neither."""
    for found in _PROSE.finditer(markup):
        text = _tidy(found[2])
        if len(text) >= SHORTEST:
            return _cut(text)
    return _cut(_tidy(markup))


def _tidy(markup: str) -> str:
    return _BEFORE_POINT.sub("", _BLANKS.sub(" ", plain(markup)).strip())


def _cut(text: str) -> str:
    end = next((end.end() for end in _END.finditer(text) if end.end() >= SHORTEST), len(text))
    if end <= LONGEST:
        return text[:end]
    return text[:LONGEST].rpartition(" ")[0].rstrip(",;:") + " …"

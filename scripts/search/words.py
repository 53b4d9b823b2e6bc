"""The words of a text, as the search in the browser takes them apart too: docs/assets/javascripts/search/words.js."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import lru_cache

#: What is cut off a word to compare it: `pipeline`, `pipelines`; `train`, `trained`, `training`; `tag`, `tagging`; `automatic`,
#: `automatically`, `automation`; `classify`, `classifier`, `classification`.
#: The index carries this expression to the browser, so that both cut alike.
ENDINGS = (
    r"(?<=[a-z]{3})(?:i[sz](?:e[srd]?|ers|ing|ations?)|at(?:e[sd]?|ing|ions?|ors?|ic(?:ally)?)|(?<=if)(?:ied|iers?|ying|ications?)|(?<=al)ly|(?<=[a-z]{4})ments?|(?<=[st])ions?"
    r"|(?:(?<=b)b|(?<=d)d|(?<=g)g|(?<=m)m|(?<=n)n|(?<=p)p|(?<=r)r|(?<=t)t)?(?:ings?|ed)|ies|es|is|e|(?<![aeou])y|(?<![su])s)$"
)
_ENDINGS = re.compile(ENDINGS)
_NOTE = re.compile(r"<sup>\d+</sup>")
_TAG = re.compile(r"<[^>]*>")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def plain(markup: str) -> str:
    """The text of an entry without tags and without the numbers of footnotes."""
    return html.unescape(_TAG.sub(" ", _NOTE.sub("", markup)))


def words(text: str, separator: re.Pattern[str]) -> list[str]:
    """The words of plain text in small letters, without punctuation around them."""
    parts = separator.split(text.lower())
    return [word for part in parts if part and (word := part if part.isalnum() else _EDGES.sub("", part))]


@lru_cache(2**16)
def stem(word: str) -> str:
    return _ENDINGS.sub("", word)


def shortest(found: Iterable[str]) -> dict[str, str]:
    """Each stem of the words with the shortest word that has it: one stands for all."""
    return {stem(word): word for word in sorted(found, key=lambda word: (len(word), word), reverse=True)}

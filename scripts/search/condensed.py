"""The theme's search index made small: a sentence an entry to show, and every other telling word once.

An entry keeps the theme's `location`, `title`, `text`, `tags` and `boost`, and may have `aliases` (other names, joined by
" / "), `misspellings` (pairs of what is typed and what is meant) and `asked` (phrases that it answers, joined by " / "). Beside
`config` and `docs` the index has `endings`, `words` and `places` (see words.py and postings.py) and `common`, the words that are
left out because they tell little. docs/assets/javascripts/search/ reads all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from search.excerpt import excerpt
from search.names import Entry, Names, add_names
from search.postings import places_of, postings
from search.words import ENDINGS, plain, shortest, stem, words

#: A word that more than this share of the entries have tells nothing.
COMMON = 0.2
#: Numbers that more entries have are years and counts.
COMMON_NUMBER = 0.01
#: For how many texts their words and sentences are remembered: under `mkdocs serve` one page changes at a time.
_REMEMBERED = 16384
_KEYS = ("location", "title", "text", "aliases", "misspellings", "asked", "tags", "boost")


def condensed(
    index: Mapping[str, Any],
    named: Iterable[Names],
    about: Mapping[str, str],
    tags: Mapping[str, Sequence[str]],
    asked: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    """The small index. `about` is a sentence a page, `tags` are what a result says of itself, `asked` phrases that it answers,
    all by location."""
    entries = {entry["location"]: dict(entry) for entry in index["docs"]}
    for location, sentence in about.items():
        if location in entries:
            entries[location]["about"] = sentence
    add_names(entries, named)
    kept = [entry for entry in entries.values() if _helps(entry)]
    separator = re.compile(index["config"]["separator"])
    told = [_told(entry["text"], separator) for entry in kept]
    for entry in kept:
        entry["title"] = plain(entry["title"]).strip()
        entry["text"] = entry.get("about") or _excerpt(entry["text"])
        if here := tags.get(entry["location"]):
            entry["tags"] = list(here)
        if phrases := asked.get(entry["location"]):
            entry["asked"] = " / ".join(phrases)
    rest, common = _rest(kept, told, separator)
    listed, coded = postings(rest)
    docs = [{key: entry[key] for key in _KEYS if key in entry} for entry in kept]
    return {"config": index["config"], "docs": docs, "endings": ENDINGS, "common": common, "words": listed, "places": coded}


_excerpt = lru_cache(_REMEMBERED)(excerpt)


@dataclass(frozen=True)
class _Bag:
    """The words of a text, and their stems."""

    words: frozenset[str]
    stems: frozenset[str]


@lru_cache(_REMEMBERED)
def _bag(text: str, separator: re.Pattern[str]) -> _Bag:
    found = frozenset(words(text, separator))
    return _Bag(found, frozenset(map(stem, found)))


@lru_cache(_REMEMBERED)
def _told(markup: str, separator: re.Pattern[str]) -> _Bag:
    return _bag(plain(markup), separator)


def _helps(entry: Entry) -> bool:
    """Whether somebody may look for it: an entry of nothing but a title, such as a letter of the glossary, is passed over."""
    return bool(entry["text"] or entry.get("aliases") or "#" not in entry["location"])


def _rest(kept: Sequence[Entry], told: Sequence[_Bag], separator: re.Pattern[str]) -> tuple[dict[str, list[int]], str]:
    """The words that are not in sight anyway, each with the entries that have it; and the words left out, which too many have."""
    seen = [" ".join([entry["title"], entry["text"], entry.get("aliases", ""), entry.get("asked", "")]) for entry in kept]
    in_sight = [_bag(text, separator) for text in seen]
    word_of = shortest(frozenset().union(*(bag.words for bag in (*told, *in_sight))))
    unseen = places_of(bag.stems - seen.stems for bag, seen in zip(told, in_sight, strict=True))
    spread = {word_of[cut]: at for cut, at in unseen.items()}
    telling = {word: at for word, at in spread.items() if len(at) <= len(kept) * (COMMON_NUMBER if word[0].isdigit() else COMMON)}
    common = sorted(word for word in spread.keys() - telling.keys() if word.isalpha() and len(word) > 1)
    return {word: at for word, at in telling.items() if len(word) > 1}, " ".join(common)

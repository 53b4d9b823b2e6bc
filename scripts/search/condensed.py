"""The theme's search index made small: a sentence an entry to show, and every other telling word once.

An entry keeps the theme's `location`, `title`, `text`, `tags` and `boost`, and may have `aliases` (other names, joined by
" / "), `misspellings` (pairs of what is typed and what is meant) and `asked` (phrases that it answers, joined by " / "). Beside
`config` and `docs` the index has `endings`, `words` and `places` (see words.py and postings.py) and `common`, the words that are
left out because they tell little. docs/assets/javascripts/search/ reads all of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from search.excerpt import excerpt
from search.names import Entry, Names, add_names
from search.postings import postings
from search.words import ENDINGS, folded, plain, words

#: A word that more than this share of the entries have tells nothing.
COMMON = 0.2
#: Numbers that more entries have are years and counts.
COMMON_NUMBER = 0.01
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
        entry["text"] = entry.get("about") or excerpt(entry["text"])
        if here := tags.get(entry["location"]):
            entry["tags"] = list(here)
        if phrases := asked.get(entry["location"]):
            entry["asked"] = " / ".join(phrases)
    rest, common = _rest(kept, told, separator)
    listed, places = postings(rest)
    docs = [{key: entry[key] for key in _KEYS if key in entry} for entry in kept]
    return {"config": index["config"], "docs": docs, "endings": ENDINGS, "common": common, "words": listed, "places": places}


@lru_cache(maxsize=16384)
def _told(markup: str, separator: re.Pattern[str]) -> frozenset[str]:
    """Remembered for `mkdocs serve`, where one page changes at a time."""
    return frozenset(words(plain(markup), separator))


def _helps(entry: Entry) -> bool:
    """Whether somebody may look for it: an entry of nothing but a title, such as a letter of the glossary, is passed over."""
    return bool(entry["text"] or entry.get("aliases") or "#" not in entry["location"])


def _rest(kept: Sequence[Entry], told: Sequence[frozenset[str]], separator: re.Pattern[str]) -> tuple[list[set[str]], str]:
    """The words of each entry that are not in sight anyway and that few enough others have; and the words that too many have."""
    seen = [" ".join([entry["title"], entry["text"], entry.get("aliases", ""), entry.get("asked", "")]) for entry in kept]
    in_sight = [set(words(text, separator)) for text in seen]
    one_of = folded(frozenset().union(*told, *in_sight))
    bags = [{one_of[word] for word in bag} - {one_of[word] for word in seen} for bag, seen in zip(told, in_sight, strict=True)]
    spread = Counter(word for bag in bags for word in bag)
    telling = {word for word, count in spread.items() if count <= len(kept) * (COMMON_NUMBER if word[0].isdigit() else COMMON)}
    common = sorted(word for word in spread.keys() - telling if word.isalpha() and len(word) > 1)
    return [{word for word in bag if len(word) > 1} & telling for bag in bags], " ".join(common)

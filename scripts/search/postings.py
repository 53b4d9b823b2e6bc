"""The words of all entries as a list of words and, for each, the numbers of the entries that have it, in a short code.

Half as large, compressed, as the words entry by entry. docs/assets/javascripts/search/guide.js reads the code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from operator import sub

#: 92 characters that JSON leaves as they are. One of the first half ends a number, one of the second goes on.
DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\") + "!"
_BASE = len(DIGITS) // 2


@cache
def number(value: int) -> str:
    """A number from 0 on, the smaller the shorter: its first digits say that more come."""
    digits = DIGITS[value % _BASE]
    while value := value // _BASE:
        digits = DIGITS[_BASE + value % _BASE] + digits
    return digits


def gaps(places: Sequence[int]) -> str:
    """Rising numbers from 0 on, each as what lies between it and the one before."""
    return "".join(map(number, map(sub, places, [0, *[place + 1 for place in places]])))


def places_of(bags: Iterable[Set[str]]) -> dict[str, list[int]]:
    """Each word with the numbers of the bags that have it."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, bag in enumerate(bags):
        for word in bag:
            found[word].append(place)
    return found


def postings(places: Mapping[str, Sequence[int]]) -> tuple[str, str]:
    """All words and their places, both in the order of the words and joined by blanks."""
    listed = sorted(places)
    return " ".join(listed), " ".join(gaps(places[word]) for word in listed)

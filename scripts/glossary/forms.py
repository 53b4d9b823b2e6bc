"""Finding terms in running text.

A dictionary from the first word of a form to the lengths of the forms that begin with it, and one from a form to its term: the
time grows with the text, not with the number of terms (one alternation of all forms took 3 to 4.5 s for 300 pages at 1,000 to
2,000 terms; `make bench` prints what this takes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.term import Term

_WORD = re.compile(r"\w+")
#: A form may be broken over two lines; each of these is one character for another, so that places stay.
_SPACES = str.maketrans("\n\t\r", "   ")
_BOUND = re.compile(r"[\w-]")
_ALL_CAPITALS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z0-9][A-Z0-9&/+.@-]*")


@dataclass(frozen=True)
class Mention:
    """A term found in a text at [start, end)."""

    term: Term
    start: int
    end: int


def is_exact(form: str, term: Term) -> bool:
    """Whether upper and lower case count: for all-capital forms (IAM, EMR) unless the term says otherwise."""
    if term.match:
        return term.match == "exact"
    return bool(_ALL_CAPITALS.fullmatch(form))


def plurals(form: str) -> tuple[str, ...]:
    """The regular plural of the form's last word; irregular ones are written down as aliases."""
    last = re.search(r"[A-Za-z]+$", form)
    if not last or len(last.group()) < 2:
        return ()
    word = last.group()
    if word.endswith("s") and not word.endswith("ss"):
        return ()
    if re.search(r"(s|x|z|ch|sh)$", word):
        return (form + "es",)
    if re.search(r"[^aeiouAEIOU]y$", word):
        return (form[:-1] + "ies",)
    return (form + "s",)


@dataclass(frozen=True)
class _Form:
    text: str
    exact: bool
    term: Term


class Finder:
    """Finds the forms of many terms, the longest first, at word boundaries `(?<![\\w-])…(?![\\w-])`."""

    def __init__(self, terms: Sequence[Term]) -> None:
        own = {form.casefold() for term in terms for form in term.written_forms}
        self._forms: dict[str, list[_Form]] = {}
        # First word → (signs before it, length) of each form, the longest first. A form may begin with signs, as `/ping` does.
        self._shapes: dict[str, list[tuple[int, int]]] = {}
        for term in terms:
            for base in term.written_forms:
                # A plural that some term claims as a form of its own is that term's.
                for text in (base, *(plural for plural in plurals(base) if plural.casefold() not in own)):
                    self._add(_Form(" ".join(text.split()), is_exact(base, term), term))
        for shapes in self._shapes.values():
            shapes.sort(key=lambda shape: (-shape[1], shape[0]))

    def _add(self, form: _Form) -> None:
        first = _WORD.search(form.text)
        if not first:
            return
        self._forms.setdefault(form.text.lower(), []).append(form)
        shapes = self._shapes.setdefault(first.group().lower(), [])
        shape = (first.start(), len(form.text))
        if shape not in shapes:
            shapes.append(shape)

    def find(self, text: str) -> Iterator[Mention]:
        """The mentions in `text`, left to right, never overlapping."""
        low = text.lower()
        if self._shapes.keys().isdisjoint(_WORD.findall(low)):
            return
        text = text.translate(_SPACES)
        if len(low) != len(text):  # a letter such as İ is two when it is small
            low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        low = low.translate(_SPACES)
        done = 0
        for word in _WORD.finditer(low):
            shapes = self._shapes.get(word.group())
            if shapes and word.start() >= done:
                mention = self._longest(text, low, word.start(), done, shapes)
                if mention:
                    done = mention.end
                    yield mention

    def _longest(self, text: str, low: str, word: int, floor: int, shapes: list[tuple[int, int]]) -> Mention | None:
        for lead, length in shapes:
            start, end = word - lead, word - lead + length
            forms = self._forms.get(low[start:end]) if start >= floor else None
            if not forms or end > len(text) or (start and _BOUND.match(text[start - 1])) or _BOUND.match(text[end : end + 1]):
                continue
            for form in forms:
                if not form.exact or form.text == text[start:end]:
                    return Mention(form.term, start, end)
        return None

    def whole(self, text: str) -> Term | None:
        """The term of which `text` as a whole is a form."""
        text = " ".join(text.split())
        return next((form.term for form in self._forms.get(text.lower(), ()) if not form.exact or form.text == text), None)

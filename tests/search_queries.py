"""Queries as people type them, made from the glossary: every term's names with errors, joined, split, in questions."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from glossary.term import Term

LETTERS = "abcdefghijklmnopqrstuvwxyz"
#: In shorter words an error makes another word.
ONE_ERROR, TWO_ERRORS = 4, 6
WHAT = ("what is {}", "what does {} do", "what are {}", "explain {}")
HOW = ("how do I use {}", "how do I set up {}", "when should I use {}", "how does {} work", "why use {}")


@dataclass(frozen=True)
class Made:
    """A query with the addresses of which one must come first: a section's or its page's, below the site's root."""

    kind: str
    text: str
    wanted: tuple[str, ...]


def address(term: Term) -> str:
    """Where the site teaches the term."""
    uri, _, anchor = term.place.partition("#")
    uri = uri.removesuffix(".md")
    page = uri.removesuffix("index") if uri.endswith("/index") or uri == "index" else f"{uri}/"
    return f"{page}#{anchor}" if anchor else page


def mistyped(word: str, chance: random.Random) -> str:
    """The word with one letter changed, left out, added or exchanged with the next."""
    at = chance.randrange(len(word))
    other = chance.choice(LETTERS)
    made = chance.choice(
        [
            word[:at] + other + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + other + word[at:],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        ]
    )
    return made if made != word else mistyped(word, chance)


def _with_errors(name: str, errors: int, least: int, chance: random.Random) -> str:
    words = name.split(" ")
    long = [place for place, word in enumerate(words) if len(word) >= least and word.isalpha()]
    if not long:
        return ""
    place = chance.choice(long)
    made = words[place]
    while made == words[place]:
        for _ in range(errors):
            made = mistyped(made, chance)
    return " ".join([*words[:place], made, *words[place + 1 :]])


def _split(name: str, chance: random.Random) -> str:
    words = name.split(" ")
    place = max(range(len(words)), key=lambda place: len(words[place]))
    word = words[place]
    if len(word) < 7:
        return ""
    at = chance.randrange(3, len(word) - 2)
    return " ".join([*words[:place], word[:at], word[at:], *words[place + 1 :]])


def _other_order(name: str, chance: random.Random) -> str:
    words = name.split(" ")
    if len(words) < 2:
        return ""
    return " ".join([*words[1:], words[0]]) if len(words) == 2 else " ".join(chance.sample(words, len(words)))


def _plural(name: str) -> str:
    return name + "s" if name[-1].isalpha() and not name.endswith(("s", "x", "y", "z", "ch", "sh")) else ""


#: Each kind makes one query of a term, or an empty one where it has nothing to say of it.
KINDS: dict[str, Callable[[Term, random.Random], str]] = {
    "exact": lambda term, _: term.name,
    "lower case": lambda term, _: term.name.lower(),
    "alias": lambda term, chance: chance.choice(term.aliases) if term.aliases else "",
    "formerly": lambda term, chance: chance.choice(term.formerly) if term.formerly else "",
    "abbreviation": lambda term, chance: chance.choice(term.abbr) if term.abbr else "",
    "misspelling": lambda term, chance: chance.choice(term.misspellings) if term.misspellings else "",
    "plural": lambda term, _: _plural(term.name.lower()),
    "one error": lambda term, chance: _with_errors(term.name.lower(), 1, ONE_ERROR, chance),
    "two errors": lambda term, chance: _with_errors(term.name.lower(), 2, TWO_ERRORS, chance),
    "joined": lambda term, _: term.name.lower().replace(" ", "") if " " in term.name else "",
    "split": lambda term, chance: _split(term.name.lower(), chance),
    "word order": lambda term, chance: _other_order(term.name.lower(), chance),
    "what is": lambda term, chance: chance.choice(WHAT).format(term.name.lower()),
    "how do I": lambda term, chance: chance.choice(HOW).format(term.name.lower()),
    "what is, with an error": lambda term, chance: _in(WHAT, _with_errors(term.name.lower(), 1, ONE_ERROR, chance), chance),
}


def _in(templates: Sequence[str], name: str, chance: random.Random) -> str:
    return chance.choice(templates).format(name) if name else ""


def queries(terms: Sequence[Term], each: int, seed: int) -> Iterator[Made]:
    """`each` queries of every kind, always the same for the same seed; none that is another term's name."""
    owner = {form.casefold(): term.name for term in terms for form in term.written_forms}
    for kind, make in KINDS.items():
        chance = random.Random(f"{seed} {kind}")
        left = each
        for term in chance.sample(terms, len(terms)):
            text = make(term, chance)
            if text and left and owner.get(text.casefold(), term.name) == term.name:
                left -= 1
                yield Made(kind, text, (address(term),))
    chance = random.Random(f"{seed} two terms")
    taught = [term for term in terms if term.page]
    for kind, template in (("versus", "{} vs {}"), ("difference", "difference between {} and {}")):
        for _ in range(each):
            one, two = chance.sample(taught, 2)
            yield Made(kind, template.format(one.name.lower(), two.name.lower()), (address(one), address(two), "compare/"))

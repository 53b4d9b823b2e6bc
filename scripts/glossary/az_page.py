"""The A-Z page, as Markdown."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from glossary.linker import Appearance
from glossary.teaching import in_words
from glossary.term import Term
from ground.slug import slugify

#: More pages than this are counted, not listed: a list of sixty pages helps nobody.
LISTED_PAGES = 8


def initial(term: Term) -> str:
    """The letter that a term stands under; `0-9` for anything else. The vendor's name counts as part of the term."""
    first = unicodedata.normalize("NFKD", term.name).lstrip("/.")[:1].upper()
    return first if "A" <= first <= "Z" else "0-9"


def az_page(terms: Sequence[Term], mentions: Mapping[str, Sequence[Appearance]], title_of: Callable[[str], str]) -> str:
    """Markdown of the whole glossary.

    `mentions` are the appearances of each term by its name; `title_of` gives the title of a page by its path below docs/.

    Letters are h2, terms are h3 whose ids are the terms' slugs.
    """
    ordered = sorted(terms, key=lambda term: (initial(term), term.name.casefold()))
    letters = [letter for letter, _ in groupby(ordered, initial)]
    lines = [
        "# Glossary",
        "",
        f"{len(ordered)} terms. Each links to the section that teaches it and to the pages that mention it.",
        "",
        " ".join(f"[{letter}](#{letter_id(letter)})" for letter in letters),
        "{ .letters }",
        "",
    ]
    for letter, group in groupby(ordered, initial):
        lines += [f"## {letter} {{ #{letter_id(letter)} }}", ""]
        for term in group:
            lines += _entry(term, mentions, title_of)
    return "\n".join(lines) + "\n"


def letter_id(letter: str) -> str:
    """Its own namespace: a term may be called "R"."""
    return f"letter-{letter.lower()}"


def _entry(term: Term, mentions: Mapping[str, Sequence[Appearance]], title_of: Callable[[str], str]) -> Iterator[str]:
    # What a page teaches is found there, by all names of the term; a second hit here would only stand in its way.
    unsearched = ' data-search-exclude=""' if term.page else ""
    yield f"### {_plain(term.name)} {{ #{term.slug}{unsearched} }}"
    yield ""
    if term.status and term.status.state != "active":
        since = f" since {in_words(term.status.since)}" if term.status.since and term.status.state != "ending" else ""
        successor = f"; {_plain(term.status.successor)}" if term.status.successor else ""
        yield f"**{term.status.words}**{since}{successor}."
        yield f"{{ .status .status-{term.status.state} .no-gloss }}"
        yield ""
    others = ", ".join((*term.abbr, *term.aliases))
    known = [
        f"Also: {_plain(others)}." if others else "",
        f"Formerly: {_plain(', '.join(term.formerly))}." if term.formerly else "",
    ]
    if any(known):
        yield " ".join(filter(None, known))
        yield "{ .known-as .no-gloss }"
        yield ""
    yield term.definition
    yield ""
    links = []
    if term.page:
        links.append(f"Taught in [{_plain(title_of(term.page_uri))}]({term.page}).")
    if term.see:
        links.append("See " + ", ".join(f"[{_plain(other)}](#{slugify(other)})" for other in term.see) + ".")
    appears = sorted({appearance.uri for appearance in mentions.get(term.name, ())} - {term.page_uri})
    if appears:
        listed = [f"[{_plain(title_of(uri))}]({posixpath.normpath(uri)})" for uri in appears[:LISTED_PAGES]]
        more = f" and {len(appears) - LISTED_PAGES} more" if len(appears) > LISTED_PAGES else ""
        links.append(f"Appears in {', '.join(listed)}{more}.")
    if links:
        yield " ".join(links)
        yield "{ .term-links .no-gloss }"
        yield ""


def _plain(text: str) -> str:
    """Text that Markdown leaves alone."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>{}" else sign for sign in text)

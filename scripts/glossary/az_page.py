"""The glossary, as Markdown: a page that lists all terms from A to Z, and a page a letter that explains its terms.

All entries on one page weighed a megabyte, which a phone takes seconds to lay out.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from glossary.linker import Appearance
from glossary.teaching import in_words
from glossary.term import Term, letter_uri
from ground.place import link_to
from ground.plain_text import escaped

#: More pages than this are counted, not listed: a list of sixty pages helps nobody.
LISTED_PAGES = 8
_FOLDER = posixpath.dirname(letter_uri("A"))


def letters(terms: Sequence[Term]) -> tuple[str, ...]:
    """Every letter that a term stands under, in order."""
    return tuple(sorted({term.initial for term in terms}))


def az_page(terms: Sequence[Term]) -> str:
    """Markdown of the list of all terms. Each has its slug as its id: a link to it leads on to the entry."""
    lines = [
        "# Glossary",
        "",
        f"{len(terms)} terms. Each entry links to the section that teaches the term and to the pages that mention it.",
        "",
        " ".join(f"[{letter}](#{letter_id(letter)})" for letter in letters(terms)),
        "{ .letters }",
        "",
    ]
    for letter, group in groupby(_ordered(terms), lambda term: term.initial):
        lines += [f'## {letter} {{ #{letter_id(letter)} data-search-exclude="" }}', ""]
        lines += [f"- [{escaped(term.name)}]({term.entry}){{ #{term.slug} }}" for term in group]
        lines.append("")
    return "\n".join(lines)


def letter_pages(
    terms: Sequence[Term], mentions: Mapping[str, Sequence[Appearance]], title_of: Callable[[str], str]
) -> dict[str, str]:
    """Markdown of the pages with the entries under each letter, by their paths below docs/.

    `mentions` are the appearances of each term by its name; `title_of` gives the title of a page by its path below docs/.
    Terms are h2 whose ids are their slugs.
    """
    by_name = {term.name.casefold(): term for term in terms}
    others = " ".join(f"[{letter}]({_from_here(letter_uri(letter))})" for letter in letters(terms))

    @cache
    def link(place: str) -> str:
        return f"[{escaped(title_of(place.partition('#')[0]))}]({_from_here(place)})"

    pages = {}
    for letter, group in groupby(_ordered(terms), lambda term: term.initial):
        lines = [f"# Glossary: {letter}", "", others, "{ .letters }", ""]
        for term in group:
            lines += _entry(term, by_name, mentions, link)
        pages[letter_uri(letter)] = "\n".join(lines) + "\n"
    return pages


def letter_id(letter: str) -> str:
    """Its own namespace: a term may be called "R"."""
    return f"letter-{letter.lower()}"


def _ordered(terms: Sequence[Term]) -> list[Term]:
    return sorted(terms, key=lambda term: (term.initial, term.name.casefold()))


def _from_here(place: str) -> str:
    """The address of a place from a letter's page."""
    return link_to(place, _FOLDER)


def _entry(
    term: Term, by_name: Mapping[str, Term], mentions: Mapping[str, Sequence[Appearance]], link: Callable[[str], str]
) -> Iterator[str]:
    # What a page teaches is found there, by all names of the term; a second hit here would only stand in its way.
    unsearched = ' data-search-exclude=""' if term.page else ""
    yield f"## {escaped(term.name)} {{ #{term.slug}{unsearched} }}"
    yield ""
    if term.status and term.status.state != "active":
        since = f" since {in_words(term.status.since)}" if term.status.since and term.status.state != "ending" else ""
        successor = f"; {escaped(term.status.successor)}" if term.status.successor else ""
        yield f"**{term.status.words}**{since}{successor}."
        yield f"{{ .status .status-{term.status.state} .no-gloss }}"
        yield ""
    others = ", ".join((*term.abbr, *term.aliases))
    known = [
        f"Also: {escaped(others)}." if others else "",
        f"Formerly: {escaped(', '.join(term.formerly))}." if term.formerly else "",
    ]
    if any(known):
        yield " ".join(filter(None, known))
        yield "{ .known-as .no-gloss }"
        yield ""
    yield term.definition
    yield ""
    links = []
    if term.page:
        links.append(f"Taught in {link(term.page)}.")
    if term.see:
        named = (by_name[other.casefold()] for other in term.see)
        links.append("See " + ", ".join(f"[{escaped(other.name)}]({_from_here(other.entry)})" for other in named) + ".")
    uris = {appearance.uri for appearance in mentions.get(term.name, ())} - {term.page_uri}
    appears = sorted(uri for uri in uris if posixpath.dirname(uri) != _FOLDER)
    if appears:
        listed = [link(uri) for uri in appears[:LISTED_PAGES]]
        more = f" and {len(appears) - LISTED_PAGES} more" if len(appears) > LISTED_PAGES else ""
        links.append(f"Appears in {', '.join(listed)}{more}.")
    if links:
        yield " ".join(links)
        yield "{ .term-links .no-gloss }"
        yield ""

"""The index of terms: where each is taught, and the chapters that mention it, with page numbers.

Terms come from the built glossary; mentions are the links that the site sets on a term's first mention in a section. A chapter
counts once, at its first mention, and of many chapters those with most mentions are named.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from book.cleaning import Shelf, place_id
from book.page import Page, Target, classes
from ground.headings import heading_text

#: More page numbers than this help nobody.
NAMED = 10
_OTHER_NAMES = re.compile(r"(?:Also|Formerly): (.*?)\.(?= Formerly: |$)")


@dataclass
class Entry:
    """A term; `taught` is the section that teaches it, `chapters` the places of its mentions by chapter."""

    name: str
    own: Target
    taught: Target
    names: frozenset[str]
    chapters: dict[str, list[str]] = field(default_factory=dict)


def read_terms(glossary: Page) -> list[Entry]:
    """The terms of a page of the built glossary, in its order."""
    entries: list[Entry] = []
    for element in glossary.article:
        names = classes(element)
        if element.tag == "h2":
            name = heading_text(element)
            own = Target(glossary.url, element.get("id", ""))
            entries.append(Entry(name, own, own, frozenset([name.casefold()])))
        elif entries and "known-as" in names:
            found = _OTHER_NAMES.findall(" ".join("".join(element.itertext()).split()))
            entries[-1].names |= {name.casefold() for names_ in found for name in names_.split(", ")}
        elif entries and "term-links" in names and (element.text or "").startswith("Taught in"):
            entries[-1].taught = glossary.target(element[0].get("href", "")) or entries[-1].taught
    return entries


def note_mentions(entries: Sequence[Entry], shelf: Shelf) -> None:
    """Adds to every entry where the chapters mention it, and gives those links an id."""
    by_target: dict[Target, list[Entry]] = {}
    for entry in entries:
        for place in {entry.own, entry.taught}:
            by_target.setdefault(place, []).append(entry)
    own = {entry.own.url for entry in entries}
    glossaries = own | {shelf.pages[url].url for url in own if url in shelf.pages}
    for page in (page for page in shelf.pages.values() if page.url not in glossaries):
        for number, link in enumerate(link for link in page.article.iter("a") if "gloss" in classes(link)):
            target = page.target(link.get("href", ""))
            mentioned = _of_text(by_target.get(target, []) if target else [], "".join(link.itertext()))
            if mentioned:
                link.set("id", f"term-{number}")
                mentioned.chapters.setdefault(page.uri, []).append(place_id(page.uri, f"term-{number}"))


def _of_text(entries: Sequence[Entry], text: str) -> Entry | None:
    """The entry that a link means: several terms may be taught in one section, and the text may be a plural."""
    if len(entries) < 2:
        return entries[0] if entries else None
    form = " ".join(text.casefold().split())
    singular = (form, form.removesuffix("s"), form.removesuffix("es"), f"{form.removesuffix('ies')}y")
    return next((entry for one in singular for entry in entries if one in entry.names), None)


def term_index(entries: Iterable[Entry], shelf: Shelf) -> Iterator[Element]:
    """A section for each letter, its terms with their pages: where a term is taught first, and in bold."""
    ordered = sorted(entries, key=lambda entry: (_initial(entry.name), _sorted_by(entry.name)))
    for letter, group in groupby(ordered, lambda entry: _initial(entry.name)):
        lines = [line for entry in group if (line := _line(entry, shelf)) is not None]
        if lines:
            section = Element("section", {"class": "index-letter"})
            SubElement(section, "h2").text = letter
            section.extend(lines)
            yield section


def _line(entry: Entry, shelf: Shelf) -> Element | None:
    taught = shelf.place(entry.taught) if entry.taught != entry.own else None
    most = sorted(entry.chapters.items(), key=lambda item: -len(item[1]))[:NAMED]
    named = {uri for uri, _ in most}
    mentions = [(places[0], "mention") for uri, places in entry.chapters.items() if uri in named]
    places = [*([(taught, "taught")] if taught else []), *mentions]
    if not places:
        return None
    line = Element("p", {"class": "index-term"})
    SubElement(line, "span").text = entry.name
    for place, kind in places:
        link = SubElement(line, "a", {"class": f"page {kind}", "href": f"#{quote(place)}"})
        link.tail = " "
    return line


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).lstrip("/.@")


def _initial(name: str) -> str:
    first = _plain(name)[:1].upper()
    return first if "A" <= first <= "Z" else "0-9"


def _sorted_by(name: str) -> str:
    return _plain(name).casefold()

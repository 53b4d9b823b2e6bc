"""The whole book as one HTML document: cover, imprint, contents, parts of chapters, index of terms."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from book.cleaning import Shelf, clean, place_id
from book.glossary import as_chapter, letter_pages
from book.nav import Chapter, Nav, Part
from book.page import Page, read_page, url_of
from book.picture import embedded
from book.term_index import note_mentions, read_terms, term_index

#: The page of the built site that names the terms.
GLOSSARY = "glossary.md"
INDEX = "Index of terms"
_MARK = "assets/mark.svg"
_CODES = re.compile(r"\bMLA-C\d\d\b")
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_HOW_TO_READ = (
    "Small lines such as “C02 3.1.3” under a heading name the objectives that the section teaches: C02 those of MLA-C02, "
    "C01 those of MLA-C01. The exam maps list them all.",
    "Small numbers behind a sentence lead to its sources at the end of the chapter: AWS’s own text, and the month it was read.",
    "A number behind an arrow is the page that a link leads to. In the index the page that teaches a term is bold.",
)


@dataclass(frozen=True)
class Book:
    """A book ready to be printed. `title` is the guide's name or that of an area."""

    title: str
    html: str
    chapters: int
    created: datetime


def bind(site: Path, nav: Nav, area: str = "") -> Book:
    """Makes the book of all the site's pages, or of those of one area."""
    nav = nav.only(area) if area else nav
    read = {uri: read_page(site, uri) for uri in nav.uris}
    nav = nav.without(frozenset(uri for uri, page in read.items() if page.left_out))
    glossary = read.get(GLOSSARY) or (read_page(site, GLOSSARY) if (site / url_of(GLOSSARY)).is_dir() else None)
    letters = letter_pages(site, glossary) if glossary else []
    if GLOSSARY in read:
        read[GLOSSARY] = as_chapter(read[GLOSSARY], letters)
    pages = {url_of(uri): read[uri] for uri in nav.uris}
    shelf = Shelf(site, pages | {page.url: read[GLOSSARY] for page in letters if GLOSSARY in nav.uris})
    terms = [term for page in letters for term in read_terms(page)]
    note_mentions(terms, shelf)
    created = _created(read)
    title = nav.parts[0].title if area else nav.name

    root = Element("html", {"lang": "en"})
    head, body = SubElement(root, "head"), SubElement(root, "body")
    full_title = f"{nav.name}: {title}" if area else title
    SubElement(head, "title").text = full_title
    codes = " and ".join(sorted(set(_CODES.findall(nav.description)), reverse=True))
    for name, content in _metadata(nav, codes, created):
        SubElement(head, "meta", {"name": name, "content": content})
    body.append(_cover(nav, site, title, codes, created.date()))
    index = list(term_index(terms, shelf))
    body.append(_contents(nav, read, has_index=bool(index)))
    for number, part in enumerate(nav.parts, 1):
        body.extend(list(_part(part, number, shelf)))  # a list: extend() hides what a generator raises
    if index:
        body.append(_index(index))
    html = f"<!doctype html>\n{tostring(root, encoding='unicode', method='html')}"
    return Book(full_title, html, len(nav.uris), created)


def _created(pages: Mapping[str, Page]) -> datetime:
    """SOURCE_DATE_EPOCH, else the day that a page was last read against its sources: never the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    newest = max((page.reviewed for page in pages.values()), default="") or "1970-01-01"
    return datetime.fromisoformat(newest).replace(tzinfo=UTC)


def _metadata(nav: Nav, codes: str, created: datetime) -> Iterator[tuple[str, str]]:
    stamp = created.strftime("%Y-%m-%dT%H:%M:%SZ")
    yield "description", nav.description
    yield "keywords", codes.replace(" and ", ", ")
    yield "author", f"{nav.name} contributors"
    yield "dcterms.created", stamp
    yield "dcterms.modified", stamp


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _cover(nav: Nav, site: Path, title: str, codes: str, day: date) -> Element:
    cover = Element("section", {"class": "cover"})
    if (site / _MARK).is_file():
        SubElement(cover, "img", {"class": "mark", "src": embedded(site, ".", _MARK), "alt": f"The mark of the {nav.name}"})
    SubElement(cover, "p", {"class": "cover-codes"}).text = codes
    SubElement(cover, "h1", {"class": "cover-title"}).text = title
    SubElement(cover, "p", {"class": "cover-line"}).text = nav.description if title == nav.name else nav.name
    foot = SubElement(cover, "div", {"class": "cover-foot"})
    SubElement(foot, "p").text = f"Edition of {_in_words(day)}"
    licence = SubElement(foot, "p")
    licence.text = "Free to copy, change and share: "
    SubElement(licence, "a", {"href": _LICENCE, "class": "outward"}).text = "CC BY 4.0"
    imprint = SubElement(cover, "div", {"class": "imprint"})
    SubElement(imprint, "p", {"class": "imprint-title"}).text = "How to read this book"
    for line in _HOW_TO_READ:
        SubElement(imprint, "p").text = line
    SubElement(imprint, "p").text = (
        f"{nav.name}, edition of {_in_words(day)}. Text and drawings under Creative Commons Attribution 4.0 International. "
        "Not affiliated with Amazon Web Services; names of services are trademarks of their owners."
    )
    return cover


def _link(parent: Element, tag_class: str, text: str, place: str) -> None:
    line = SubElement(parent, "p", {"class": tag_class})
    SubElement(line, "a", {"href": f"#{quote(place)}"}).text = text


def _contents(nav: Nav, pages: Mapping[str, Page], has_index: bool) -> Element:
    section = Element("section", {"class": "contents contents-short" if len(nav.parts) == 1 else "contents"})
    SubElement(section, "h1", {"id": "contents", "class": "contents-title"}).text = "Contents"
    columns = SubElement(section, "div", {"class": "contents-columns"})
    for number, part in enumerate(nav.parts, 1):
        block = SubElement(columns, "div", {"class": "contents-part"})
        if part.is_page:
            _link(block, "to-part", part.title or pages[part.chapters[0].uri].title, place_id(part.chapters[0].uri))
            continue
        _link(block, "to-part", part.title, f"part-{number}")
        _list_chapters(block, part, pages)
    if has_index:
        _link(SubElement(columns, "div", {"class": "contents-part"}), "to-part", INDEX, "index-of-terms")
    return section


def _list_chapters(parent: Element, part: Part, pages: Mapping[str, Page]) -> None:
    for group, chapters in groupby(part.chapters, lambda chapter: chapter.group):
        if group:
            SubElement(parent, "p", {"class": "to-group"}).text = group
        for chapter in chapters:
            _link(parent, "to-chapter", pages[chapter.uri].title, place_id(chapter.uri))


def _part(part: Part, number: int, shelf: Shelf) -> Iterator[Element]:
    pages = {chapter.uri: shelf.pages[url_of(chapter.uri)] for chapter in part.chapters}
    if part.is_page:
        chapter = part.chapters[0]
        title = part.title or pages[chapter.uri].title
        yield _chapter(chapter, pages[chapter.uri], shelf, title, level=1, new_group="")
        return
    opening = Element("section", {"class": "part", "id": f"part-{number}", "data-part": part.title})
    SubElement(opening, "p", {"class": "part-number"}).text = f"Part {number}"
    SubElement(opening, "h1", {"class": "part-title", "data-bookmark": part.title}).text = part.title
    _list_chapters(SubElement(opening, "div", {"class": "part-contents"}), part, pages)
    yield opening
    group = ""
    for chapter in part.chapters:
        new_group = chapter.group if chapter.group != group else ""
        group = chapter.group
        yield _chapter(chapter, pages[chapter.uri], shelf, part.title, level=3 if group else 2, new_group=new_group)


def _chapter(chapter: Chapter, page: Page, shelf: Shelf, part: str, *, level: int, new_group: str) -> Element:
    """A chapter with the line over its title; the first of a group carries the group's bookmark."""
    kind = f"chapter of-{page.uri.removesuffix('.md').replace('/', '-')}"
    section = Element("section", {"class": kind, "id": place_id(page.uri), "data-part": part, "data-title": page.title})
    if level > 1:
        over = SubElement(section, "p", {"class": "over"})
        over.text = f"{part} · {chapter.group}" if chapter.group else part
        if new_group:
            over.set("class", "over opens-group")
            over.set("data-bookmark", new_group)
    section.extend(clean(page, shelf))
    heading = next(section.iter("h2"), None)
    if heading is not None:
        heading.set("class", f"chapter-title level-{level}")
        heading.set("data-bookmark", part if level == 1 else page.title)
    return section


def _index(letters: list[Element]) -> Element:
    section = Element("section", {"class": "index", "id": "index-of-terms", "data-part": INDEX, "data-title": INDEX})
    SubElement(section, "h1", {"class": "chapter-title level-1", "data-bookmark": INDEX}).text = INDEX
    SubElement(section, "p", {"class": "index-line"}).text = "Bold is the page that teaches the term."
    SubElement(section, "div", {"class": "index-letters"}).extend(letters)
    return section

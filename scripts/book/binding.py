"""The whole book as HTML: cover, imprint, contents, parts of chapters, question paper and answer key, index of terms.

A *gathering* is a run of chapters, one HTML document, that is printed on its own: what the press holds in memory at once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import groupby
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from book.cleaning import Shelf, clean, place_id
from book.glossary import as_chapter, letter_pages
from book.nav import Chapter, Nav, Part
from book.page import Page, read_page, url_of
from book.picture import embedded
from book.questions import KEY, PAPER, PRACTICE, count, has_questions, key, other_parts, paper, whole_task
from book.term_index import note_mentions, read_terms, term_index

#: The page of the built site that names the terms.
GLOSSARY = "glossary.md"
INDEX = "Index of terms"
_MARK = "assets/mark.svg"
_CODES = re.compile(r"\bMLA-C\d\d\b")
#: Closing tags in a gathering: 60 pages or so, which the press needs some 300 MB for.
GATHERING = 9000
_INDEX_PLACE = "index-of-terms"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_HOW_TO_READ = (
    "Small lines such as “C02 3.1.3” under a heading name the objectives that the section teaches: C02 those of MLA-C02, "
    "C01 those of MLA-C01. The exam maps list them all.",
    "Small numbers behind a sentence lead to its sources at the end of the chapter: AWS’s own text, and the month it was read.",
    "A number behind an arrow is the page that a link leads to. In the index the page that teaches a term is bold.",
)


@dataclass(frozen=True)
class Book:
    """A book ready to be printed. `title` is the guide's name or that of an area; `sections` begin a page each."""

    title: str
    head: str
    sections: tuple[str, ...]
    chapters: int
    created: datetime
    gathering: int = GATHERING

    @cached_property
    def gatherings(self) -> tuple[str, ...]:
        """The HTML document of each gathering: as many sections as fit."""
        groups: list[list[str]] = [[]]
        room = self.gathering
        for section in self.sections:
            weight = section.count("</")
            if groups[-1] and weight > room:
                groups.append([])
                room = self.gathering
            groups[-1].append(section)
            room -= weight
        return tuple(f'<!doctype html>\n<html lang="en">{self.head}<body>{"".join(group)}</body></html>' for group in groups)


@dataclass(frozen=True)
class _Line:
    """A chapter in a list of contents."""

    title: str
    place: str
    group: str = ""


@dataclass(frozen=True)
class _Piece:
    """What one entry at the top of the contents leads to: a part with its chapters, or a single page that has no `lines`."""

    title: str
    place: str
    lines: tuple[_Line, ...]
    sections: tuple[Element, ...]


def bind(site: Path, nav: Nav, area: str = "") -> Book:
    """Makes the book of all the site's pages, or of those of one area."""
    nav = nav.only(area) if area else nav
    read = {uri: read_page(site, uri) for uri in nav.uris}
    nav = nav.without(frozenset(uri for uri, page in read.items() if page.left_out or _is_for_a_screen(page)))
    glossary = read.get(GLOSSARY) or (read_page(site, GLOSSARY) if (site / url_of(GLOSSARY)).is_dir() else None)
    letters = letter_pages(site, glossary) if glossary else []
    if GLOSSARY in read:
        read[GLOSSARY] = as_chapter(read[GLOSSARY], letters)
    pages = {page.url: read[GLOSSARY] for page in letters if GLOSSARY in nav.uris}
    for uri in nav.uris:
        parts = other_parts(site, read[uri])
        if parts:
            read[uri] = whole_task(read[uri], parts)
        pages |= {page.url: read[uri] for page in (read[uri], *parts)}
    shelf = Shelf(site, pages)
    terms = [term for page in letters for term in read_terms(page)]
    note_mentions(terms, shelf)
    created = _created(read)
    title = nav.parts[0].title if area else nav.name
    codes = " and ".join(sorted(set(_CODES.findall(nav.description)), reverse=True))

    pieces = list(_pieces(nav, shelf))
    index = list(term_index(terms, shelf))
    if index:
        pieces.append(_Piece(INDEX, _INDEX_PLACE, (), (_index(index),)))
    full_title = f"{nav.name}: {title}" if area else title
    sections = [
        _cover(nav, site, title, codes, created.date()),
        _contents(pieces, short=bool(area)),
        *(section for piece in pieces for section in piece.sections),
    ]
    return Book(full_title, _text(_head(nav, full_title, codes, created)), tuple(map(_text, sections)), len(nav.uris), created)


def _text(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")


def _head(nav: Nav, title: str, codes: str, created: datetime) -> Element:
    head = Element("head")
    SubElement(head, "title").text = title
    for name, content in _metadata(nav, codes, created):
        SubElement(head, "meta", {"name": name, "content": content})
    return head


def _is_for_a_screen(page: Page) -> bool:
    """Practice without questions of its own: exams and cards that only a script can give, lists of questions asked elsewhere."""
    return page.uri.startswith(f"{PRACTICE}/") and not has_questions(page)


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


def _contents(pieces: Sequence[_Piece], short: bool) -> Element:
    section = Element("section", {"class": "contents contents-short" if short else "contents"})
    SubElement(section, "h1", {"id": "contents", "class": "contents-title"}).text = "Contents"
    columns = SubElement(section, "div", {"class": "contents-columns"})
    for piece in pieces:
        block = SubElement(columns, "div", {"class": "contents-part"})
        _link(block, "to-part", piece.title, piece.place)
        _list_chapters(block, piece.lines)
    return section


def _list_chapters(parent: Element, lines: Sequence[_Line]) -> None:
    for group, chapters in groupby(lines, lambda line: line.group):
        if group:
            SubElement(parent, "p", {"class": "to-group"}).text = group
        for line in chapters:
            _link(parent, "to-chapter", line.title, line.place)


def _pieces(nav: Nav, shelf: Shelf) -> Iterator[_Piece]:
    """The parts in the order of the navigation; practice comes last, as paper and key."""
    practice = [part for part in nav.parts if part.area == PRACTICE]
    number = 0
    for part in (part for part in nav.parts if part.area != PRACTICE):
        if part.is_page:
            yield _page_piece(part, shelf)
        else:
            number += 1
            yield _part(part, number, shelf)
    for part in practice:
        yield from _practice(part, number, shelf)


def _page_piece(part: Part, shelf: Shelf) -> _Piece:
    page = shelf.pages[url_of(part.chapters[0].uri)]
    title = part.title or page.title
    chapter = _chapter(page, clean(page, shelf), title, level=1)
    return _Piece(title, place_id(page.uri), (), (chapter,))


def _part(part: Part, number: int, shelf: Shelf) -> _Piece:
    pages = {chapter.uri: shelf.pages[url_of(chapter.uri)] for chapter in part.chapters}
    lines = tuple(_Line(page.title, place_id(page.uri), group) for page, group in _grouped(part.chapters, pages))
    sections = [_opening(part.title, number, lines)]
    group = ""
    for chapter in part.chapters:
        new_group = chapter.group if chapter.group != group else ""
        group = chapter.group
        page = pages[chapter.uri]
        sections.append(_chapter(page, clean(page, shelf), part.title, level=3 if group else 2, group=group, opens=new_group))
    return _Piece(part.title, _part_place(number), lines, tuple(sections))


def _grouped(chapters: Sequence[Chapter], pages: Mapping[str, Page]) -> Iterator[tuple[Page, str]]:
    for chapter in chapters:
        yield pages[chapter.uri], chapter.group


def _practice(part: Part, number: int, shelf: Shelf) -> Iterator[_Piece]:
    """The question paper, then the answer key."""
    pages = [shelf.pages[url_of(chapter.uri)] for chapter in part.chapters]
    total = sum(map(count, pages))
    home = next((page.address.removesuffix(f"{page.url}/") for page in pages if page.address), "")
    for place, title, make in ((number + 1, PAPER, _paper), (number + 2, KEY, _key)):
        chapters = [make(page, shelf) for page in pages]
        lines = tuple(_Line(chapter.get("data-title", ""), chapter.get("id", "")) for chapter in chapters)
        about = _about_paper(total, place + 1, home) if title == PAPER else _about_key(place - 1)
        yield _Piece(title, _part_place(place), lines, (_opening(title, place, lines, about), *chapters))


def _about_paper(total: int, key_number: int, home: str) -> Element:
    """What the part is, in a paragraph; `home` is the address of the site, "" where that is no public place."""
    about = Element("p", {"class": "part-about"})
    about.text = f"{total:,} questions, task by task, without answers. What is right, and why, is in the "
    link = SubElement(about, "a", {"class": "ref", "href": f"#{_part_place(key_number)}"})
    link.text = KEY.lower()
    link.tail = ". Exams against the clock, mixed practice and flashcards need a browser: they are on the guide’s site"
    if home:
        link.tail += ", "
        SubElement(about, "a", {"class": "outward", "href": home}).text = home
    about[-1].tail = (about[-1].tail or "") + "."
    return about


def _about_key(paper_number: int) -> Element:
    about = Element("p", {"class": "part-about"})
    about.text = "What is right, why every other option is not, and where to read it. The questions are in the "
    link = SubElement(about, "a", {"class": "ref", "href": f"#{_part_place(paper_number)}"})
    link.text = PAPER.lower()
    link.tail = "."
    return about


def _paper(page: Page, shelf: Shelf) -> Element:
    title, *rest = paper(page, shelf)
    columns = Element("div", {"class": "paper-columns"})
    columns.extend(rest)
    return _chapter(page, [title, columns], PAPER, level=2)


def _key(page: Page, shelf: Shelf) -> Element:
    chapter = Element("section", {"class": "chapter of-answers", "id": f"{place_id(page.uri)}--answers", "data-part": KEY})
    title = page.title.replace("Practice", "Answers", 1)
    chapter.set("data-title", title)
    SubElement(chapter, "p", {"class": "over"}).text = KEY
    SubElement(chapter, "h2", {"class": "chapter-title level-2", "data-bookmark": title}).text = title
    SubElement(chapter, "div", {"class": "answer-columns"}).extend(list(key(page, shelf)))
    return chapter


def _part_place(number: int) -> str:
    return f"part-{number}"


def _opening(title: str, number: int, lines: Sequence[_Line], about: Element | None = None) -> Element:
    """The page that opens a part."""
    opening = Element("section", {"class": "part", "id": _part_place(number), "data-part": title})
    SubElement(opening, "p", {"class": "part-number"}).text = f"Part {number}"
    SubElement(opening, "h1", {"class": "part-title", "data-bookmark": title}).text = title
    if about is not None:
        opening.append(about)
    _list_chapters(SubElement(opening, "div", {"class": "part-contents"}), lines)
    return opening


def _chapter(page: Page, content: Sequence[Element], part: str, *, level: int, group: str = "", opens: str = "") -> Element:
    """A chapter with the line over its title; the first of a group carries the group's bookmark."""
    kind = f"chapter of-{page.uri.removesuffix('.md').replace('/', '-')}"
    section = Element("section", {"class": kind, "id": place_id(page.uri), "data-part": part, "data-title": page.title})
    if level > 1:
        over = SubElement(section, "p", {"class": "over"})
        over.text = f"{part} · {group}" if group else part
        if opens:
            over.set("class", "over opens-group")
            over.set("data-bookmark", opens)
    section.extend(content)
    heading = next(section.iter("h2"), None)
    if heading is not None:
        heading.set("class", f"chapter-title level-{level}")
        heading.set("data-bookmark", part if level == 1 else page.title)
    return section


def _index(letters: list[Element]) -> Element:
    section = Element("section", {"class": "index", "id": _INDEX_PLACE, "data-part": INDEX, "data-title": INDEX})
    SubElement(section, "h1", {"class": "chapter-title level-1", "data-bookmark": INDEX}).text = INDEX
    SubElement(section, "p", {"class": "index-line"}).text = "Bold is the page that teaches the term."
    SubElement(section, "div", {"class": "index-letters"}).extend(letters)
    return section

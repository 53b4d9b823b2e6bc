"""A printed book as a reader's program sees it: its texts, its outline, what its pages ought to hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

from pypdf import PdfReader
from pypdf.generic import Destination

from book.binding import GLOSSARY
from book.glossary import as_chapter, letter_pages
from book.nav import Nav
from book.page import Page, classes, read_page
from book.questions import KEY, PAPER, PRACTICE, has_questions

_FOR_A_SCREEN = {"headerlink", "page-foot", "footnote-backref", "md-content__button", "letters", "no-book", "paper-key"}


@dataclass(frozen=True)
class Chapter:
    """A line of the outline; `page` is what it holds, None for a part or a group."""

    level: int
    title: str
    page: Page | None = None


@dataclass(frozen=True)
class PrintedBook:
    pdf: Path

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(self.pdf)

    @cached_property
    def _read(self) -> tuple[list[str], list[tuple[int, str]]]:
        """The text of every page, and what stands outside of one."""
        texts, outside = [], []
        for number, page in enumerate(self.reader.pages):
            width, height = float(page.mediabox.width), float(page.mediabox.height)

            def look(text: str, matrix: list, text_matrix: list, *_: object, at: tuple = (number, width, height)) -> None:
                x = text_matrix[4] * matrix[0] + text_matrix[5] * matrix[2] + matrix[4]
                y = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
                if text.strip() and not (0 <= x <= at[1] and 0 <= y <= at[2]):
                    outside.append((at[0], text))

            texts.append(page.extract_text(visitor_text=look))
        return texts, outside

    @property
    def texts(self) -> list[str]:
        return self._read[0]

    @property
    def outside(self) -> list[tuple[int, str]]:
        return self._read[1]

    @cached_property
    def outline(self) -> list[tuple[int, str, int]]:
        """Level, title and page, counted from 0, of every bookmark."""
        found: list[tuple[int, str, int]] = []

        def walk(entries: list, level: int) -> None:
            for entry in entries:
                if isinstance(entry, Destination):
                    found.append((level, str(entry.title), self.reader.get_destination_page_number(entry)))
                else:
                    walk(entry, level + 1)

        walk(self.reader.outline, 1)
        return found

    def paper_of(self, place: int) -> str:
        """The letters of the chapter that the outline's line `place` names."""
        first = self.outline[place][2]
        last = next((page for _, _, page in self.outline[place:] if page > first), len(self.texts))
        return letters("".join(self.texts[first:last]))


def wanted(site: Path, nav: Nav) -> Iterator[Chapter]:
    """The outline that the navigation asks for: practice last, as paper and key."""
    yield Chapter(1, "Contents")
    for part in (part for part in nav.parts if part.area != PRACTICE):
        if part.is_page:
            page = read_page(site, part.chapters[0].uri)
            if page.uri == GLOSSARY:
                page = as_chapter(page, letter_pages(site, page))
            yield Chapter(1, part.title or page.title, page)
            continue
        yield Chapter(1, part.title)
        group = ""
        for chapter in part.chapters:
            page = read_page(site, chapter.uri)
            if chapter.group != group:
                group = chapter.group
                yield Chapter(2, group)
            yield Chapter(3 if group else 2, page.title, page)
    for part in (part for part in nav.parts if part.area == PRACTICE):
        pages = [page for chapter in part.chapters if has_questions(page := read_page(site, chapter.uri))]
        yield Chapter(1, PAPER)
        yield from (Chapter(2, page.title, page) for page in pages)
        yield Chapter(1, KEY)
        yield from (Chapter(2, page.title.replace("Practice", "Answers"), page) for page in pages)
    yield Chapter(1, "Index of terms")


def letters(text: str) -> str:
    """The text without what the end of a line may add or take away."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


def words(element: Element) -> list[str]:
    """The words of an article, without what is only for a screen and what is drawn."""
    if not isinstance(element.tag, str) or element.tag.endswith(("math", "button", "select")) or classes(element) & _FOR_A_SCREEN:
        return (element.tail or "").split()
    own = [*(element.text or "").split(), *(word for child in element for word in words(child))]
    return [*own, *(element.tail or "").split()]

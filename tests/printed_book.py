"""A printed book as a reader's program sees it: its texts, its outline, what its pages ought to hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import pikepdf
import pypdfium2

import paper
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
    def file(self) -> pikepdf.Pdf:
        return pikepdf.Pdf.open(self.pdf)

    @cached_property
    def _read(self) -> list[tuple[str, bool]]:
        with pypdfium2.PdfDocument(self.pdf) as document:
            return list(paper.read(document))

    @property
    def texts(self) -> list[str]:
        return [text for text, _ in self._read]

    @property
    def outside(self) -> list[int]:
        """The numbers of the pages with text that stands outside of them."""
        return [number for number, (_, outside) in enumerate(self._read, 1) if outside]

    @cached_property
    def outline(self) -> list[tuple[int, str, int]]:
        """Level, title and page, counted from 0, of every bookmark."""
        with pypdfium2.PdfDocument(self.pdf) as document:
            return [(mark.level + 1, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc(max_depth=9)]

    @cached_property
    def places(self) -> dict[str, int]:
        """The page, counted from 0, of every named place."""
        pages = {page.obj.objgen: number for number, page in enumerate(self.file.pages)}
        names = list(self.file.Root.Names.Dests.Names)
        return {str(name): pages[place[0].objgen] for name, place in zip(names[::2], names[1::2], strict=True)}

    @property
    def links(self) -> list[pikepdf.Object]:
        return [link for page in self.file.pages for link in page.get("/Annots", [])]

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
        pages = [_task(site, page) for chapter in part.chapters if has_questions(page := read_page(site, chapter.uri))]
        yield Chapter(1, PAPER)
        yield from (Chapter(2, page.title, page) for page in pages)
        yield Chapter(1, KEY)
        yield from (Chapter(2, page.title.replace("Practice", "Answers"), page) for page in pages)
    yield Chapter(1, "Index of terms")


def _task(site: Path, page: Page) -> Page:
    """The task with the words of all its pages."""
    article = Element("article")
    for folder in (page.url, *sorted(path.relative_to(site).as_posix() for path in site.glob(f"{page.url}-part-*"))):
        elements = list(read_page(site, f"{folder}.md").article)
        # Of the other pages all but the title and the sentence below it.
        article.extend(elements if folder == page.url else elements[2:])
    return replace(page, article=article)


def letters(text: str) -> str:
    """The text without what the end of a line may add or take away."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


def words(element: Element) -> list[str]:
    """The words of an article, without what is only for a screen and what is drawn."""
    if not isinstance(element.tag, str) or element.tag.endswith(("math", "button", "select")) or classes(element) & _FOR_A_SCREEN:
        return (element.tail or "").split()
    own = [*(element.text or "").split(), *(word for child in element for word in words(child))]
    return [*own, *(element.tail or "").split()]

"""The questions of a practice page, twice: on the paper without answers, and in the key with them.

A task whose questions stand on several pages is one again. Both come from the sheet that the site shows. A question of the paper
has the id `<page>--<anchor>`, as every place of a page, its answer the id `<page>--<anchor>--answer`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from book.cleaning import Shelf, cleaned, place_id
from book.page import Page, classes, read_from, read_page
from ground.headings import heading_text

#: The part of the navigation whose pages hold the questions.
PRACTICE = "practice"
PAPER, KEY = "Question paper", "Answer key"
_SHEET = "question"
_PARTS = "parts"


@dataclass(frozen=True)
class _Sheet:
    """A question as the site shows it; `title` is that of its heading."""

    anchor: str
    title: str
    element: Element


def other_parts(site: Path, page: Page) -> list[Page]:
    """The pages that have the other questions of the same task; the task's first page leads to them."""
    rows = (element for element in page.article if _PARTS in classes(element))
    targets = (page.target(link.get("href", "")) for row in rows for link in row.iter("a"))
    return [read_page(site, f"{target.url}.md") for target in targets if target]


def whole_task(page: Page, others: Sequence[Page]) -> Page:
    """The task with the questions of all its pages; each begins with a heading of its own."""
    article = Element("article", dict(page.article.attrib))
    article.extend(page.article)
    for other in others:
        elements = read_from(other, page.url)
        first = next(place for place, element in enumerate(elements) if element.tag == "h2")
        article.extend(element for element in elements[first:] if "page-foot" not in classes(element))
    return replace(page, article=article)


def has_questions(page: Page) -> bool:
    return any(_SHEET in classes(element) for element in page.article)


def count(page: Page) -> int:
    return sum(_SHEET in classes(element) for element in page.article)


def paper(page: Page, shelf: Shelf) -> list[Element]:
    """The page with its questions, each with the page of its answer behind its heading."""
    parts: list[Element] = []
    anchor = ""
    for element in page.article:
        if _SHEET in classes(element):
            link = SubElement(parts[-1], "a", {"class": "to-answer", "href": f"#{quote(_answer_id(page, anchor))}"})
            link.text = "Answer"
            parts.append(_question(page, shelf, element))
        elif "paper-key" not in classes(element):
            parts.extend(cleaned(page, shelf, element))
            anchor = element.get("id", "")
    return parts


def key(page: Page, shelf: Shelf) -> Iterator[Element]:
    """An entry for each question: the right options, the reasons, where to read, the sources."""
    for sheet in _sheets(page):
        entry = Element("div", {"class": "answer-entry"})
        head = SubElement(entry, "p", {"class": "answer-head", "id": _answer_id(page, sheet.anchor)})
        link = SubElement(head, "a", {"class": "ref", "href": f"#{quote(place_id(page.uri, sheet.anchor))}"})
        link.text = sheet.title
        SubElement(head, "span", {"class": "question-id"}).text = sheet.element.get("data-id", "")
        answer = next(sheet.element.iter("details"))
        for part in cleaned(page, shelf, answer):
            entry.extend(child for child in part if "admonition-title" not in classes(child))
        yield entry


def _answer_id(page: Page, anchor: str) -> str:
    return f"{place_id(page.uri, anchor)}--answer"


def _sheets(page: Page) -> Iterator[_Sheet]:
    heading = Element("h3")
    for element in page.article:
        if element.tag == "h3":
            heading = element
        elif _SHEET in classes(element):
            yield _Sheet(heading.get("id", ""), heading_text(heading), element)


def _question(page: Page, shelf: Shelf, sheet: Element) -> Element:
    """Stem, what to do, options; controls stay on the screen."""
    asked = Element("div", {"class": "asked"})
    field = next(sheet.iter("fieldset"))
    for source in field:
        for part in cleaned(page, shelf, source):
            if source.tag in ("legend", "label"):
                part.tag = "p"
            if source.tag == "legend":
                part.set("class", "stem")
            asked.append(part)
    return asked

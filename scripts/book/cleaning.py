"""A page of the site made fit for paper: what only works on a screen goes, ids and links hold within the whole book.

An id of the book is `<page>--<id>`; the chapter itself has the id `<page>`. Links to pages that the book lacks lead to their
public address; where there is none, they are text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urljoin
from xml.etree.ElementTree import Element

from book.formula import drawn
from book.page import LEFT_OUT, Page, Target, classes
from book.picture import embedded

_DROPPED = frozenset({"script", "style", "template", "button", "select", "textarea", "nav", "iframe"})
_DROPPED_CLASSES = frozenset(
    {LEFT_OUT, "headerlink", "page-foot", "md-content__button", "footnote-backref", "exam-buttons", "letters", "md-code__nav"}
)
_KEPT = frozenset({"id", "href", "src", "alt", "class", "colspan", "rowspan", "scope", "start", "type", "value", "lang"})
_BOXES = {"radio": "○", "checkbox": "□"}
_HEADING = re.compile(r"h([1-6])")
#: Where a long name of code may be broken: before a capital, behind a sign that joins words.
_BREAKS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[/._:@=-])(?=\w)")
_LONG = 12


@dataclass(frozen=True)
class Shelf:
    """Every page of the book by its folder below the site's root, and the site that pictures are taken from."""

    site: Path
    pages: Mapping[str, Page]

    def place(self, target: Target) -> str | None:
        """The id that a link leads to; None where the book lacks the page. A lost anchor leads to its chapter."""
        page = self.pages.get(target.url)
        if not page:
            return None
        return place_id(page.uri, target.anchor) if target.anchor in page.ids else place_id(page.uri)


def place_id(uri: str, anchor: str = "") -> str:
    chapter = re.sub(r"[^\w-]", "-", uri.removesuffix(".md"))
    return f"{chapter}--{anchor}" if anchor else chapter


def clean(page: Page, shelf: Shelf) -> list[Element]:
    """What the article holds, fit for paper. Headings stand one level deeper: the book's parts have the first."""
    article = Element("article")
    _Cleaning(page, shelf).fill(article, page.article)
    return list(article)


def cleaned(page: Page, shelf: Shelf, element: Element) -> list[Element]:
    """One element of the page, fit for paper: none, one, or what it held."""
    parent = Element("article")
    _Cleaning(page, shelf).put(parent, element)
    return list(parent)


@dataclass
class _Cleaning:
    page: Page
    shelf: Shelf

    def fill(self, target: Element, source: Element) -> None:
        """Copies text and children of `source` into `target`, each child as what it is on paper."""
        _add_text(target, source.text)
        for child in source:
            if isinstance(child.tag, str):  # comments are functions
                self.put(target, child)
            _add_text(target, child.tail)

    def put(self, target: Element, child: Element) -> None:
        names = classes(child)
        if child.tag in _DROPPED or names & _DROPPED_CLASSES or (child.tag == "hr" and "footnote" in classes(target)):
            return
        if child.tag.rpartition("}")[2] == "math":
            target.append(drawn(child.get("alttext", ""), child.get("display") == "block", self.page.uri))
        elif child.tag == "input":
            _add_text(target, f"{_BOXES[child.get('type', '')]} " if child.get("type") in _BOXES else "")
        elif child.tag == "img":
            self.put_picture(target, child)
        elif "picture" in names or (child.tag == "a" and not child.get("href", "").strip("#")) or _is_line_number(child):
            self.fill(target, child)
        elif child.tag == "a":
            self.put_link(target, child)
        else:
            self.put_copy(target, child)

    def put_copy(self, target: Element, child: Element) -> None:
        copy = Element(_deeper(child.tag), {name: value for name, value in child.attrib.items() if name in _KEPT})
        if child.tag == "details":
            copy.tag = "div"
            copy.set("class", f"admonition {child.get('class', '')}".strip())
        elif child.tag == "summary":
            copy.tag = "p"
            copy.set("class", "admonition-title")
        elif child.tag == "th" and not child.get("scope"):
            copy.set("scope", "col")
        if child.get("id"):
            copy.set("id", place_id(self.page.uri, child.get("id", "")))
        target.append(copy)
        self.fill(copy, child)
        if child.tag == "code" and len(copy) == 0 and target.tag != "pre":
            _let_break(copy)

    def put_picture(self, target: Element, child: Element) -> None:
        source = child.get("src", "")
        if source.endswith("#only-dark"):
            return
        copy = Element("img", {name: child.get(name, "") for name in ("alt", "class") if child.get(name)})
        copy.set("src", embedded(self.shelf.site, self.page.url, source))
        target.append(copy)

    def put_link(self, target: Element, child: Element) -> None:
        href, names = child.get("href", ""), child.get("class", "")
        inner = self.page.target(href)
        place = self.shelf.place(inner) if inner else None
        copy = Element("span", {"class": names} if names else {})
        if place:
            copy = Element("a", {"href": f"#{quote(place)}", "class": names or "ref"})
        elif not inner:
            copy = Element("a", {"href": href, "class": "outward"})
        elif self.page.address:
            copy = Element("a", {"href": urljoin(self.page.address, href), "class": names})
        if child.get("id") and "gloss" in classes(child):
            copy.set("id", place_id(self.page.uri, child.get("id", "")))
        target.append(copy)
        self.fill(copy, child)


def _deeper(tag: str) -> str:
    found = _HEADING.fullmatch(tag)
    return f"h{min(int(found.group(1)) + 1, 6)}" if found else tag


def _is_line_number(element: Element) -> bool:
    return element.tag == "a" and (element.get("id") or "").startswith("__codelineno")


def _let_break(code: Element) -> None:
    """Lets a long name of code break where a reader would, so that a narrow column keeps its width."""
    text = code.text or ""
    if len(text) < _LONG:
        return
    first, *others = _BREAKS.split(text)
    code.text = first
    for other in others:
        chance = Element("wbr")
        chance.tail = other
        code.append(chance)


def _add_text(target: Element, text: str | None) -> None:
    if not text:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text

"""Links the first mention of each term in each section (h2) to where it is taught.

A Python-Markdown Treeprocessor of priority 4: after attr_list (8) and toc (5), so that ids stand, and before MkDocs'
`relpath` (0), so that MkDocs resolves and validates the links like an author's own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from glossary.forms import Finder
from glossary.term import Term
from ground.headings import heading_level, heading_text
from ground.place import link_to

PRIORITY = 4
_NEVER_INSIDE = frozenset(
    [
        "a",
        "abbr",
        "button",
        "code",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "kbd",
        "label",
        "math",
        "pre",
        "samp",
        "script",
        "select",
        "style",
        "summary",
        "svg",
        "textarea",
        "title",
    ]
)
_NO_LINKS = frozenset(("no-gloss", "footnote", "admonition-title"))
_RAW_TAG = re.compile(r"<\s*(/?)\s*([a-zA-Z][\w-]*)[^>]*?(/?)>")
_VOID = frozenset(("br", "hr", "img", "input", "wbr", "area", "col", "embed", "source", "track"))


@dataclass(frozen=True)
class Page:
    """What the linker must know of the page it is in."""

    uri: str = ""
    link: bool = True
    skip: frozenset[str] = frozenset()


@dataclass(frozen=True, order=True)
class Appearance:
    """A page that mentions a term; `section` is the id of the heading it stands under, empty at the page's top."""

    uri: str
    section: str
    heading: str


@dataclass
class Mentions:
    """Where terms were met. Filled while pages are rendered, read by the glossary page."""

    of_page: dict[str, dict[str, list[Appearance]]] = field(default_factory=dict)

    def add(self, term: Term, appearance: Appearance) -> None:
        self.of_page.setdefault(appearance.uri, {}).setdefault(term.name, []).append(appearance)

    def forget(self, uri: str) -> None:
        self.of_page.pop(uri, None)

    def of_term(self) -> dict[str, list[Appearance]]:
        """The appearances of each term, by its name, in the order of the pages' paths."""
        found: dict[str, list[Appearance]] = {}
        for uri in sorted(self.of_page):
            for name, appearances in self.of_page[uri].items():
                found.setdefault(name, []).extend(appearances)
        return found


class TermLinker(Extension):
    """The extension; `begin` tells it which page comes next."""

    def __init__(self, terms: Iterable[Term] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.replace_terms(tuple(terms))
        self.mentions = Mentions()
        self.page = Page()

    def replace_terms(self, terms: Sequence[Term]) -> None:
        self.finder = Finder(terms)
        self.terms = {term.name.casefold(): term for term in terms}

    def begin(self, page: Page) -> None:
        self.page = page
        self.mentions.forget(page.uri)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Linking(md, self), "glossary", PRIORITY)


def target(term: Term, from_uri: str) -> str:
    """The relative address of where the term is taught, or of its glossary entry."""
    return link_to(term.place, posixpath.dirname(from_uri))


class _Linking(Treeprocessor):
    def __init__(self, md: Markdown, extension: TermLinker) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        if self.extension.page.link:
            _Walk(self.extension, self.md).children(root, inside=False)


class _Walk:
    """One pass over one page. `linked` holds the terms that the current section mentions already."""

    def __init__(self, extension: TermLinker, md: Markdown) -> None:
        self.page = extension.page
        self.finder = extension.finder
        self.mentions = extension.mentions
        self.stash = md.htmlStash.rawHtmlBlocks
        self.linked: set[str] = set()
        self.section, self.heading = "", ""
        self.raw_open: list[str] = []

    def children(self, element: Element, inside: bool) -> None:
        """Walks the texts and children of `element`; `inside` where links are not wanted."""
        if inside:
            self.note_author_link(element)
            self.raw_tags(element.text)
        else:
            # Mentions count from the first text to the last, but links go in from the last to the first, so that an
            # insertion does not move what is still to come.
            links = [(element, 0, *self.link(element.text))]
        for child in list(element):
            level = heading_level(child)
            if level in (1, 2):
                self.linked.clear()
            if level:
                self.section, self.heading = child.get("id", ""), heading_text(child)
            self.children(child, inside or self.bars(child))
            if inside:
                self.raw_tags(child.tail)
            else:
                links.append((child, 1, *self.link(child.tail)))
        if not inside:
            self.insert(element, links)

    @staticmethod
    def bars(element: Element) -> bool:
        if not isinstance(element.tag, str):
            return True
        return element.tag.lower() in _NEVER_INSIDE or not _NO_LINKS.isdisjoint((element.get("class") or "").split())

    def note_author_link(self, element: Element) -> None:
        """A link whose whole text is a term counts as its mention: an author's own, or ours from an earlier run."""
        if element.tag == "a":
            term = self.finder.whole("".join(element.itertext()))
            if term:
                self.linked.add(term.name)

    def raw_tags(self, text: str | None) -> None:
        """Keeps count of raw HTML tags, which Python-Markdown holds back as placeholders."""
        for placeholder in HTML_PLACEHOLDER_RE.finditer(text or ""):
            number = int(placeholder.group(1))
            raw = self.stash[number] if number < len(self.stash) else ""
            for closing, name, empty in _RAW_TAG.findall(raw if isinstance(raw, str) else ""):
                tag = name.lower()
                if closing and tag in self.raw_open:
                    del self.raw_open[len(self.raw_open) - 1 - self.raw_open[::-1].index(tag) :]
                elif not closing and not empty and tag in _NEVER_INSIDE - _VOID:
                    self.raw_open.append(tag)

    def link(self, text: str | None) -> tuple[str | None, list[Element]]:
        """Splits a text into what stands before its first link, and the links with what follows each."""
        if not text or text.isspace() or isinstance(text, AtomicString):
            return text, []
        head = ""
        links: list[Element] = []

        def put(piece: str) -> None:
            nonlocal head
            if links:
                links[-1].tail = (links[-1].tail or "") + piece
            else:
                head += piece

        for piece, placeholder in _pieces(text):
            if placeholder:
                self.raw_tags(piece)
                put(piece)
                continue
            done = 0
            for mention in self.finder.find(piece) if not self.raw_open else ():
                if not self.wanted(mention.term):
                    continue
                put(piece[done : mention.start])
                links.append(self.anchor(mention.term, piece[mention.start : mention.end]))
                done = mention.end
            put(piece[done:])
        return head, links

    def wanted(self, term: Term) -> bool:
        if not term.link or term.name in self.page.skip or term.name in self.linked:
            return False
        if term.page_uri == self.page.uri:
            return False
        self.linked.add(term.name)
        self.mentions.add(term, Appearance(self.page.uri, self.section, self.heading))
        return True

    def anchor(self, term: Term, text: str) -> Element:
        link = Element("a", {"class": "gloss", "href": target(term, self.page.uri), "title": term.short})
        link.text = AtomicString(text)
        return link

    @staticmethod
    def insert(element: Element, links: list[tuple[Element, int, str | None, list[Element]]]) -> None:
        for owner, is_tail, head, found in reversed(links):
            if not found:
                continue
            if is_tail:
                owner.tail = head
                place = list(element).index(owner) + 1
            else:
                owner.text = head
                place = 0
            for link in reversed(found):
                element.insert(place, link)


def _pieces(text: str) -> Iterable[tuple[str, bool]]:
    """The text in pieces: plain ones, and placeholders of raw HTML (True)."""
    done = 0
    for placeholder in HTML_PLACEHOLDER_RE.finditer(text):
        yield text[done : placeholder.start()], False
        yield placeholder.group(), True
        done = placeholder.end()
    yield text[done:], False

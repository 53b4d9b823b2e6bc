"""At the section that teaches a term: its other names, its former names, and a badge where it is not simply active."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from glossary.term import Status, Term
from ground.headings import Heading, headings

#: Before the linker (4), after the table of contents (5).
PRIORITY = 4.3
_VENDOR = re.compile(r"^(amazon|aws)\s+", re.IGNORECASE)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class TeachingSections(Extension):
    """The extension; `uri` is the page that comes next."""

    def __init__(self, terms: Iterable[Term] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.replace_terms(tuple(terms))
        self.uri = ""

    def replace_terms(self, terms: Sequence[Term]) -> None:
        self.of_page: dict[str, list[Term]] = {}
        for term in terms:
            if term.page:
                self.of_page.setdefault(term.page_uri, []).append(term)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Teaching(md, self), "glossary-teaching", PRIORITY)


class _Teaching(Treeprocessor):
    def __init__(self, md: Markdown, extension: TeachingSections) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        taught = self.extension.of_page.get(self.extension.uri, [])
        if not taught:
            return
        for heading in headings(root):
            here = [term for term in taught if term.anchor == heading.anchor or (not term.anchor and heading.level == 1)]
            names = known_as(heading, here)
            badges = [badge(term.name, term.status) for term in here if term.status and term.status.state != "active"]
            for new in reversed([*badges, *([names] if names is not None else [])]):
                heading.insert_after(new)


def known_as(heading: Heading, terms: Sequence[Term]) -> Element | None:
    """The line of other names: of the term that the heading names, or of the only term that is taught there."""
    title = _plain(heading.text)
    named = [term for term in terms if title in {_plain(form) for form in term.written_forms}]
    for term in named or (terms if len(terms) == 1 else ()):
        others = [form for form in (*term.abbr, *term.aliases) if _plain(form) != title]
        if _plain(term.name) != title:
            others.insert(0, term.name)
        parts = [("Also known as", others), ("Formerly", list(term.formerly))]
        shown = [f"{label}: {', '.join(forms)}" for label, forms in parts if forms]
        if shown:
            line = Element("p", {"class": "known-as no-gloss", "data-search-exclude": ""})
            line.text = AtomicString(". ".join(shown) + ".")
            return line
    return None


def badge(name: str, status: Status) -> Element:
    """One line that says the state, since when, and what replaces it, with AWS's page as its source."""
    line = Element("p", {"class": f"status status-{status.state} no-gloss"})
    label = SubElement(line, "strong", {"class": "status-label"})
    label.text = AtomicString(status.words)
    text = f" {name}"
    if status.since:
        text += f", since {in_words(status.since)}" if status.state != "ending" else f", on {in_words(status.since)}"
    text += "."
    if status.successor:
        text += f" {'Now' if status.state == 'renamed' else 'Instead'}: {status.successor}."
    label.tail = text + (" (" if status.source else "")
    if status.source:
        link = SubElement(line, "a", {"href": status.source})
        link.text = AtomicString(f"AWS, as of {status.as_of}" if status.as_of else "AWS")
        link.tail = ")"
    return line


def in_words(date: str) -> str:
    """`2026-07-30` as `30 July 2026`, `2026-07` as `July 2026`, `2026` as it is."""
    year, month, day = (*date.split("-"), "", "")[:3]
    name = _MONTHS[int(month) - 1] + " " if month and 1 <= int(month) <= 12 else ""
    return f"{int(day)} {name}{year}" if day else f"{name}{year}"


def _plain(text: str) -> str:
    return _VENDOR.sub("", text.strip()).casefold()

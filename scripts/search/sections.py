"""A rendered page in the sections of the search index, as the theme's search plugin finds them, in a quarter of the time.

The plugin reads a page with Python's HTML parser; one regular expression will do where a serializer wrote: every attribute
is quoted and every `<` of a text escaped. The rules are the plugin's own, also where it knows an element by its tag alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape

_TOKEN = re.compile(
    r"""<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>"""
    r"""|<(/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)""",
    re.DOTALL | re.IGNORECASE,
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KEPT = frozenset(("p", "code", "pre", "li", "ol", "ul", "sub", "sup"))
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"),
)
_ID = re.compile(r'\bid="([^"]*)"')
_PAGE_TOP = "hx"


@dataclass(eq=False)
class Section:
    """What stands under one heading; `depth` counts the open elements at it, and is None when the element around it is closed."""

    tag: str
    depth: int | None = 0
    excluded: bool = False
    id: str = ""
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def sections(html: str) -> list[Section]:
    """The sections of a page in their order, without what is marked `data-search-exclude`."""
    reader = _Reader()
    for closing, name, attributes, text in _TOKEN.findall(html):
        if text:
            reader.text(text)
        elif closing:
            reader.close(name.lower())
        elif name:
            reader.open(name.lower(), attributes)
    return [section for section in reader.found if not section.excluded]


class _Reader:
    def __init__(self) -> None:
        self.found: list[Section] = []
        self.section: Section | None = None
        self.tags: list[str] = []
        self.skip = {"object"}
        self.skipping = False
        self.in_permalink = False

    def begin(self, section: Section) -> Section:
        self.found.append(section)
        self.section = section
        return section

    def open(self, tag: str, attributes: str) -> None:
        if tag in _VOID:
            return
        self.tags.append(tag)
        excluded = "data-search-exclude" in attributes
        if tag in _HEADINGS and (found := _ID.search(attributes)):
            if tag != "h1" and not self.found:
                self.begin(Section(_PAGE_TOP, len(self.tags)))
            first = not self.found
            self.begin(Section(tag, len(self.tags), excluded, "" if first else unescape(found.group(1))))
        section = self.section or self.begin(Section(_PAGE_TOP))
        if excluded or 'class="linenodiv"' in attributes:
            self.skip.add(tag)
            self.skipping = True
            return
        if tag in self.skip:
            self.skipping = True
        elif tag in _KEPT and not self.skipping:
            (section.title if section.tag in self.tags else section.text).append(f"<{tag}>")
        elif tag == "a" and 'class="headerlink"' in attributes:
            self.in_permalink = True

    def close(self, tag: str) -> None:
        section = self.section
        if not section or not self.tags or self.tags[-1] != tag:
            return
        if section.depth is None or section.depth > len(self.tags):
            # The element around the heading ends: what follows belongs to the section before.
            outer = next((s for s in reversed(self.found) if s.depth is not None and s.depth <= len(self.tags)), None)
            if outer:
                section.depth = None
                self.section = section = outer
        self.tags.pop()
        if tag == "a":
            self.in_permalink = False
        if tag in self.skip:
            if tag != "object":
                self.skip.remove(tag)
            self.skipping = not self.skip.isdisjoint(self.tags)
        elif tag in _KEPT and not self.skipping:
            _end(section.title if section.tag in self.tags else section.text, tag)

    def text(self, text: str) -> None:
        if self.skipping:
            return
        if "&" in text:
            text = unescape(text)
        blank = text.isspace()
        if "pre" not in self.tags:
            text = " " if blank else text.replace("\n", " ")
        section = self.section or self.begin(Section(_PAGE_TOP))
        if section.tag in self.tags:
            if not self.in_permalink:
                section.title.append(escape(text, quote=False))
        elif not blank:
            section.text.append(escape(text, quote=False))
        elif not section.text or not section.text[-1].isspace() or "pre" in self.tags:
            section.text.append(text)


def _end(parts: list[str], tag: str) -> None:
    """Closes the element, or takes its beginning back where nothing but space came behind it."""
    opening = f"<{tag}>"
    begin = parts.index(opening)
    if all(part.isspace() for part in parts[begin + 1 :]):
        del parts[begin:]
    else:
        parts.append(f"</{tag}>")

"""Keeps out of the search index what nobody looks for: footnotes, which name sources, and the lists of related pages."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ground.headings import headings

PRIORITY = 1.5


class Unsearched(Extension):
    """Marks footnotes and "Related" sections for the theme's search plugin."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Marking(md), "unsearched", PRIORITY)


class _Marking(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter("div"):
            if element.get("class") == "footnote":
                element.set("data-search-exclude", "")
        for heading in headings(root):
            if heading.text == "Related":
                heading.element.set("data-search-exclude", "")

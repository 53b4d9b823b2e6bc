"""Keeps footnotes out of the search index: they name sources, which nobody looks for, and are a third of its size."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PRIORITY = 1.5


class Unsearched(Extension):
    """Marks the footnotes for the theme's search plugin."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Marking(md), "unsearched", PRIORITY)


class _Marking(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter("div"):
            if element.get("class") == "footnote":
                element.set("data-search-exclude", "")

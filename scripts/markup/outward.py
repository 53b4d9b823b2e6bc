"""Marks links that leave the site, so that a style sheet can tell them apart on paper."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PRIORITY = 2


class OutwardLinks(Extension):
    """Gives every link to another host the class `outward`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Marking(md), "outward", PRIORITY)


class _Marking(Treeprocessor):
    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if link.get("href", "").startswith(("http://", "https://")):
                link.set("class", f"{link.get('class', '')} outward".strip())

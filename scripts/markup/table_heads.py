"""Heads of tables as a screen reader wants them: each says what it heads, and an empty corner is no head."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PRIORITY = 1.8


class TableHeads(Extension):
    """Gives head cells their scope and turns empty ones into plain cells (axe: empty-table-header)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Scoping(md), "table-heads", PRIORITY)


class _Scoping(Treeprocessor):
    def run(self, root: Element) -> None:
        for cell in root.iter("th"):
            if "".join(cell.itertext()).strip() or len(cell):
                cell.set("scope", "col")
            else:
                cell.tag = "td"

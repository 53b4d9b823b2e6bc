"""Names of links whose text is a sign: read out of their place, "¶", "3" and "↩" say nothing."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PRIORITY = 1.6
_HEADING = re.compile("h[1-6]")
_NUMBER = re.compile(r"\d+")


class LinkNames(Extension):
    """Names the link beside a heading after the heading, and the links to and from a footnote after its number."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Naming(md), "link-names", PRIORITY)


class _Naming(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a":
                _name_footnote(element)
            elif _HEADING.fullmatch(element.tag):
                _name_permalink(element)


def _name_footnote(link: Element) -> None:
    kind = link.get("class")
    if kind == "footnote-ref":
        link.set("aria-label", f"Footnote {link.text}")
    elif kind == "footnote-backref":
        number = _NUMBER.search(link.attrib.pop("title", ""))
        link.set("aria-label", f"Back to the text of footnote {number.group() if number else ''}".strip())


def _name_permalink(heading: Element) -> None:
    for link in heading.findall("a[@class='headerlink']"):
        words = "".join(heading.itertext()).removesuffix(link.text or "").strip()
        link.set("aria-label", f"Link to {words}")

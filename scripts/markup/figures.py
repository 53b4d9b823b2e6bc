"""Sets a diagram twice, for the light and for the dark scheme, from one SVG file.

`x.svg#only-dark` makes the drawing itself `:target`, which its style sheet answers with the dark colours; the theme shows the
image whose address ends like the scheme. The size comes from the file, so that nothing jumps while the page loads. Each picture
is a link to itself, which picture.js opens large.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ground.files import is_file
from markup.diagram_file import size_of

FOLDERS = ("assets/diagrams/", "assets/plots/")
PRIORITY = 3


class Figures(Extension):
    """The extension; `uri` is the page that comes next."""

    def __init__(self, docs: Path = Path("docs"), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.docs = docs
        self.uri = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Doubling(md, self), "figures", PRIORITY)


class _Doubling(Treeprocessor):
    def __init__(self, md: Markdown, extension: Figures) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        if next(root.iter("img"), None) is None:
            return
        for parent in list(root.iter()):
            for place, image in reversed(list(enumerate(parent))):
                source = image.get("src", "")
                if image.tag == "img" and source.endswith(".svg") and any(folder in source for folder in FOLDERS):
                    self.double(parent, place, image)

    def double(self, parent: Element, place: int, light: Element) -> None:
        source = light.get("src", "")
        path = self.extension.docs / posixpath.normpath(posixpath.join(posixpath.dirname(self.extension.uri), source))
        size = size_of(path) if is_file(path) else None
        light.set("class", "diagram")
        if size:
            light.set("width", str(size.width))
            light.set("height", str(size.height))
        pair = [_linked(light, f"{source}#{scheme}") for scheme in ("only-light", "only-dark")]
        pair[-1].tail = light.tail
        parent[place : place + 1] = pair


def _linked(image: Element, address: str) -> Element:
    link = Element("a", {"class": "picture", "href": address})
    link.append(Element("img", {**image.attrib, "src": address}))
    return link

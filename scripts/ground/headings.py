"""Walking the headings of a rendered page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_LEVELS = {f"h{level}": level for level in range(1, 7)}


@dataclass(frozen=True)
class Heading:
    """A heading element with its parent and its place in the parent."""

    element: Element
    parent: Element
    level: int

    @property
    def anchor(self) -> str:
        return self.element.get("id", "")

    @property
    def text(self) -> str:
        return heading_text(self.element)

    def insert_after(self, new: Element) -> None:
        """Puts `new` directly behind the heading; the text that followed the heading follows `new`."""
        new.tail, self.element.tail = self.element.tail, "\n"
        self.parent.insert(list(self.parent).index(self.element) + 1, new)


def heading_text(element: Element) -> str:
    """The words of a heading without the permanent link behind it."""
    parts = [element.text or ""]
    for child in element:
        if "headerlink" not in (child.get("class") or "").split():
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def headings(root: Element) -> Iterator[Heading]:
    """The headings in document order; a snapshot, so that the tree may change while it is walked."""
    yield from list(_below(root))


def _below(parent: Element) -> Iterator[Heading]:
    for child in parent:
        level = _LEVELS.get(child.tag)
        if level:
            yield Heading(child, parent, level)
        if len(child):
            yield from _below(child)


def heading_level(element: Element) -> int:
    """1 to 6 for a heading, 0 for anything else."""
    return _LEVELS.get(element.tag, 0)

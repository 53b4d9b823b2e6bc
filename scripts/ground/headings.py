"""Walking the headings of a rendered page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_HEADING = re.compile(r"h([1-6])")


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
    found = [
        Heading(child, parent, int(match.group(1)))
        for parent in root.iter()
        for child in parent
        if isinstance(child.tag, str) and (match := _HEADING.fullmatch(child.tag))
    ]
    order = {id(element): place for place, element in enumerate(root.iter())}
    yield from sorted(found, key=lambda heading: order[id(heading.element)])


def heading_level(element: Element) -> int:
    """1 to 6 for a heading, 0 for anything else."""
    match = _HEADING.fullmatch(element.tag) if isinstance(element.tag, str) else None
    return int(match.group(1)) if match else 0

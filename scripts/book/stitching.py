"""Stitches printed gatherings to one PDF: pages, tags, the places that links lead to, bookmarks."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from book.press import Place, Printed


@dataclass(frozen=True)
class Gathering:
    """A printed gathering: its own PDF, and what is where in it."""

    pdf: Path
    printed: Printed


def stitch(gatherings: Sequence[Gathering], linked: frozenset[str], target: Path) -> None:
    """Writes the book; `linked` are the places that links lead to. Document data is that of the first gathering."""
    with Pdf.open(gatherings[0].pdf) as book:
        _Tags(book).add_all(gatherings[1:])
        starts = _starts(gatherings)
        places: dict[str, Array] = {}
        for start, gathering in zip(starts, gatherings, strict=True):
            for name, place in gathering.printed.places.items():
                if name in linked:
                    places.setdefault(name, _destination(book, start, place))
        _name(book, places)
        _set_outline(book, starts, gatherings)
        # Without a clock or a random number in it: the same book is the same bytes.
        book.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)


def _starts(gatherings: Sequence[Gathering]) -> list[int]:
    """The place of each gathering's first page, counted from 0."""
    counts = [gathering.printed.pages for gathering in gatherings]
    return [sum(counts[:number]) for number in range(len(counts))]


def _destination(book: Pdf, start: int, place: Place) -> Array:
    return Array([book.pages[start + place.page].obj, Name.XYZ, place.x, place.y, 0])


def _name(book: Pdf, places: dict[str, Array]) -> None:
    """The tree of names, sorted as PDF wants it: by bytes."""
    names = Array()
    for name in sorted(places, key=lambda name: bytes(String(name))):
        names.extend([String(name), places[name]])
    book.Root.Names = Dictionary(Dests=book.make_indirect(Dictionary(Names=names)))


def _set_outline(book: Pdf, starts: Sequence[int], gatherings: Sequence[Gathering]) -> None:
    """The bookmarks of all gatherings in one tree: a part may go over several."""
    with book.open_outline() as outline:
        outline.root.clear()
        open_items: list[tuple[int, OutlineItem]] = []
        for start, gathering in zip(starts, gatherings, strict=True):
            for bookmark in gathering.printed.bookmarks:
                item = OutlineItem(bookmark.title, _destination(book, start, bookmark.place))
                item.is_closed = bookmark.level > 1
                while open_items and open_items[-1][0] >= bookmark.level:
                    open_items.pop()
                (open_items[-1][1].children if open_items else outline.root).append(item)
                open_items.append((bookmark.level, item))


class _Tags:
    """One tree of tags. Pages and links find their tags by numbers, which must not come twice."""

    def __init__(self, book: Pdf) -> None:
        self.book = book
        self.tree = book.Root.StructTreeRoot
        self.document = self.tree.K[0]
        self.numbers = self.tree.ParentTree.Nums
        self.next = len(self.numbers) // 2
        self.leaves = Array([self._leaf(self.numbers)])

    def add_all(self, gatherings: Sequence[Gathering]) -> None:
        for gathering in gatherings:
            with Pdf.open(gathering.pdf) as other:
                self.add(other)
        self.tree.ParentTree = self.book.make_indirect(Dictionary(Kids=self.leaves))

    def add(self, other: Pdf) -> None:
        shift = self.next
        for page in other.pages:
            page.obj.StructParents = int(page.obj.StructParents) + shift
            for link in page.obj.get("/Annots", []):
                link.StructParent = int(link.StructParent) + shift
        with warnings.catch_warnings():
            # What it warns of, names and forms, is made below, or not there.
            warnings.simplefilter("ignore")
            self.book.pages.extend(other.pages)
        tree = self.book.copy_foreign(other.Root.StructTreeRoot)
        for element in tree.K[0].K:
            element.P = self.document
            self.document.K.append(element)
        numbers = tree.ParentTree.Nums
        for place in range(0, len(numbers), 2):
            numbers[place] = int(numbers[place]) + shift
        self.next += len(numbers) // 2
        self.leaves.append(self._leaf(numbers))

    def _leaf(self, numbers: Object) -> Dictionary:
        return self.book.make_indirect(Dictionary(Nums=numbers, Limits=Array([numbers[0], numbers[-2]])))

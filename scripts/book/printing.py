"""Prints a book, gathering by gathering, on all processors.

Page numbers are unknown until everything is laid out: the first pass only counts, the second prints with the numbers
found. Numbers of one width keep the lines of the second pass where they were in the first.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from urllib.parse import unquote

from book.binding import Book
from book.press import INNER, Printed, Sheets, check_letters, lay_out
from book.stitching import Gathering, stitch
from ground.problem import BadInput, Problem

#: Two, if no line moves.
PASSES = 5
#: Each process takes some 350 MB.
_MOST_PROCESSES = 4
_PAGES_OF_A_CHAPTER = 4
_FIGURE_SPACE = "\N{FIGURE SPACE}"
_LINK = re.compile(r'\bhref="#([^"]+)"')

_Run = Callable[[Sequence[Sheets], Sequence[Path | None]], Iterator[Printed]]


def print_book(book: Book, style: Path, size: str, target: Path) -> int:
    """Writes the PDF and returns its number of pages. `target` is replaced only by a whole one."""
    styles = (style.read_text(encoding="utf-8"), f"@page {{ size: {size} }}")
    gatherings = book.gatherings
    check_letters(gatherings)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as folder, _processes(len(gatherings)) as run:
        whole = Path(folder, "book.pdf")
        pdfs = [Path(folder, f"{number}.pdf") for number in range(len(gatherings))]
        printed = _printed(book, styles, run, pdfs)
        _say("Stitching")
        linked = frozenset(name for html in gatherings for name in _linked(html))
        stitch([Gathering(*one) for one in zip(pdfs, printed, strict=True)], linked, whole)
        whole.chmod(0o644)
        whole.replace(target)
    _say("")
    return sum(one.pages for one in printed)


def _printed(book: Book, styles: tuple[str, ...], run: _Run, pdfs: Sequence[Path]) -> list[Printed]:
    """The gatherings, printed to `pdfs` with page numbers that stand where they say."""
    numbers: dict[str, int] = {}
    starts = [1] * len(pdfs)
    for done in range(PASSES):
        sheets = list(_sheets(book, styles, starts, numbers))
        printed = []
        for one in run(sheets, pdfs if done else [None] * len(pdfs)):
            printed.append(one)
            pages = sum(one.pages for one in printed)
            _say(f"{'Printing' if done else 'Counting pages'}: {len(printed)} of {len(pdfs)} gatherings, {pages} pages")
        first = [1, *(1 + pages for pages in accumulate(one.pages for one in printed))][:-1]
        found = _numbers(printed, first)
        if found == numbers:
            return printed
        numbers, starts = found, first
    raise BadInput([Problem("book", 0, f"page numbers still move after {PASSES} passes", "shorten a line that holds one")])


def _sheets(book: Book, styles: tuple[str, ...], starts: Sequence[int], numbers: Mapping[str, int]) -> Iterator[Sheets]:
    digits = max(3, len(str(book.chapters * _PAGES_OF_A_CHAPTER)))
    for number, (html, start) in enumerate(zip(book.gatherings, starts, strict=True)):
        own = {name: numbers.get(name, 0) for name in _linked(html)}
        yield Sheets(number, numbered(html, own, digits), styles, start, own)


def _linked(html: str) -> set[str]:
    return {unquote(name) for name in _LINK.findall(html)}


def _numbers(printed: Sequence[Printed], first: Sequence[int]) -> dict[str, int]:
    """The page that each id begins on."""
    found: dict[str, int] = {}
    for start, one in zip(first, printed, strict=True):
        for name, place in one.places.items():
            found.setdefault(name, start + place.page)
    return found


def numbered(html: str, numbers: Mapping[str, int], digits: int) -> str:
    """Every link within the book with the page that it leads to: `data-page` is the number, `data-slot` is always of one width.

    CSS has `target-counter()` for it, which holds within one gathering only, and grows with links times anchors.
    """

    def attributes(link: re.Match[str]) -> str:
        page = str(numbers.get(unquote(link.group(1))) or "0" * digits)
        return f'href="{INNER}{link.group(1)}" data-page="{page}" data-slot="{page.rjust(digits, _FIGURE_SPACE)}"'

    return _LINK.sub(attributes, html)


def processes(gatherings: int) -> int:
    """How many print so many gatherings; none beside this one print a single gathering."""
    return min(gatherings, os.cpu_count() or 1, _MOST_PROCESSES) if gatherings > 1 else 0


@contextmanager
def _processes(gatherings: int) -> Iterator[_Run]:
    """What lays gatherings out: processes of their own, whose memory does not add up; for one gathering this process."""
    count = processes(gatherings)
    if not count:
        yield lambda sheets, pdfs: map(lay_out, sheets, pdfs)
        return
    with ProcessPoolExecutor(count, multiprocessing.get_context("spawn")) as pool:
        try:
            yield lambda sheets, pdfs: pool.map(lay_out, sheets, pdfs)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _say(step: str) -> None:
    """A line that is overwritten on a terminal; elsewhere a line a step."""
    if sys.stderr.isatty():
        print(f"\r\033[K{step}", end="", file=sys.stderr, flush=True)
    elif step:
        print(step, file=sys.stderr, flush=True)

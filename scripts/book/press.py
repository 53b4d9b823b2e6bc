"""Prints one gathering with WeasyPrint. The only file that knows it; what the system lacks is said in one line."""

from __future__ import annotations

import gc
import io
import logging
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, TextIO

from book.accessible import mend_tags
from ground.problem import BadInput, Problem

SIZES = ("A4", "Letter")
FONTS = ("Liberation Serif", "Liberation Sans", "DejaVu Sans", "DejaVu Sans Mono")
#: A link within the book, as the press knows it: to it each gathering is a book of its own.
INNER = "book:"
_POINTS = 0.75
_LIBRARIES = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_FONT_PACKAGES = "apt-get install fonts-liberation fonts-dejavu-core"
_STACK = ", ".join(f"'{font}'" for font in FONTS)
_EMBEDDED = re.compile(rb"/BaseFont /[A-Z]{6}\+([\w-]+)")


@dataclass(frozen=True)
class Sheets:
    """A gathering to be printed. `first` is the number of its first page, `numbers` are those of the places it links to."""

    number: int
    html: str
    styles: tuple[str, ...]
    first: int
    numbers: Mapping[str, int]


@dataclass(frozen=True)
class Place:
    """Where an id or a bookmark stands: the page within the gathering, counted from 0, and the point in the PDF's own units."""

    page: int
    x: float
    y: float


@dataclass(frozen=True)
class Bookmark:
    level: int
    title: str
    place: Place


@dataclass(frozen=True)
class Printed:
    """A gathering that was laid out."""

    pages: int
    places: Mapping[str, Place]
    bookmarks: tuple[Bookmark, ...]


def load() -> Any:
    """WeasyPrint, or one line that says what to install."""
    try:
        import weasyprint  # noqa: PLC0415 - loading it needs libraries of the system
    except ImportError as error:
        raise BadInput(
            [_missing(f"Python package {error.name}", "pip install --require-hashes -r requirements-book.txt")]
        ) from None
    except OSError as error:
        library = str(error).partition("'")[2].partition("'")[0] or "Pango"
        raise BadInput([_missing(f"system library {library}", f"{_LIBRARIES} (macOS: brew install pango)")]) from None
    return weasyprint


def check_fonts() -> None:
    """Sets a line in every font and looks what was embedded: another font in its place would be another book."""
    proof, _ = _proof("".join(f"<p style=\"font-family: '{font}', serif\">Aa</p>" for font in FONTS))
    lost = [font for font in FONTS if font.replace(" ", "-") not in proof]
    if lost:
        raise BadInput(
            [_missing(f"font {', '.join(lost)}", f"{_FONT_PACKAGES} (macOS: brew install --cask font-liberation font-dejavu)")]
        )


def check_letters(texts: Iterable[str]) -> None:
    """Sets every letter once: one that no font has would be a box, or come from a font that another machine lacks."""
    letters = sorted(letter for letter in set().union(*texts) if letter.isprintable() and not letter.isspace())
    if _is_set("".join(letters)):
        return
    lost = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters if not _is_set(letter))
    raise BadInput([Problem("book", 0, f"its fonts ({', '.join(FONTS)}) lack {lost}", "write other letters")])


def _is_set(letters: str) -> bool:
    fonts, complaints = _proof(f'<p style="font-family: {_STACK}">{escape(letters)}</p>')
    return ".notdef" not in complaints and fonts <= {font.replace(" ", "-") for font in FONTS}


def _proof(html: str) -> tuple[set[str], str]:
    """The fonts that the HTML is set in, and what WeasyPrint complains of."""
    said = io.StringIO()
    with _complaints(said):
        proof = load().HTML(string=html).write_pdf(uncompressed_pdf=True)
    return {name.decode() for name in _EMBEDDED.findall(proof)}, said.getvalue()


def _missing(what: str, command: str) -> Problem:
    return Problem("book", 0, f"{what} is missing", command)


def lay_out(sheets: Sheets, target: Path | None = None) -> Printed:
    """Lays the gathering out, and prints it where `target` says so. Nothing of it is left but what is returned."""
    with _complaints(sys.stderr), _no_collections():
        return _laid_out(sheets, target)


def _laid_out(sheets: Sheets, target: Path | None) -> Printed:
    weasyprint = load()
    # Pictures are inside the HTML: nothing is fetched, from the disk or from elsewhere.
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=["data"])
    styles = [*sheets.styles, f"@page :first {{ counter-reset: page {sheets.first} }}"]
    options = {
        "stylesheets": [weasyprint.CSS(string=style) for style in styles],
        "pdf_variant": "pdf/ua-1",
        "pdf_tags": True,
    }
    document = weasyprint.HTML(string=sheets.html, url_fetcher=fetcher).render(**options)
    _lay_links_once(document)
    if target:
        document.write_pdf(target, finisher=lambda _, pdf: mend_tags(pdf, sheets.number, INNER, sheets.numbers), **options)
    return Printed(len(document.pages), _places(document), tuple(_bookmarks(document)))


def _lay_links_once(document: Any) -> None:
    """Takes away the links that WeasyPrint lays over what stands within a link, such as a name of code: tagged as no link."""
    for page in document.pages:
        page.links[:] = [link for link in page.links if link[-1].element_tag.partition(":")[0] == "a"]


def _places(document: Any) -> dict[str, Place]:
    """The place of each id, of one that comes twice the first."""
    found: dict[str, Place] = {}
    for number, page in enumerate(document.pages):
        for name, point in page.anchors.items():
            found.setdefault(name, _place(number, page, point))
    return found


def _bookmarks(document: Any) -> Iterator[Bookmark]:
    for number, page in enumerate(document.pages):
        for level, title, point, _ in page.bookmarks:
            yield Bookmark(level, title, _place(number, page, point))


def _place(number: int, page: Any, point: tuple[float, ...]) -> Place:
    return Place(number, round(point[0] * _POINTS, 2), round((page.height - point[1]) * _POINTS, 2))


@contextmanager
def _no_collections() -> Iterator[None]:
    """The boxes all live until the PDF is written: looking for garbage among them takes a quarter of the time and finds none."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


@contextmanager
def _complaints(stream: TextIO) -> Iterator[None]:
    """Writes what WeasyPrint complains of."""
    handler, log = logging.StreamHandler(stream), logging.getLogger("weasyprint")
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)

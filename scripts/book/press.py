"""Prints a book with WeasyPrint. The only file that knows it: what the system lacks is said in one line before any work."""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ground.problem import BadInput, Problem

SIZES = ("A4", "Letter")
FONTS = ("Liberation Serif", "Liberation Sans", "DejaVu Sans", "DejaVu Sans Mono")
#: The numbers are unknown in the first pass, and in the last they stand where they stood before: two, if no line moves.
PASSES = 5
_PAGES_OF_A_CHAPTER = 4
_FIGURE_SPACE = "\N{FIGURE SPACE}"
_LINK = re.compile(r'\bhref="#([^"]+)"')
_LIBRARIES = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_FONT_PACKAGES = "apt-get install fonts-liberation fonts-dejavu-core"


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
    weasyprint = load()
    lines = "".join(f"<p style=\"font-family: '{font}', serif\">Aa</p>" for font in FONTS)
    proof = weasyprint.HTML(string=lines).write_pdf(uncompressed_pdf=True)
    lost = [font for font in FONTS if font.replace(" ", "-").encode() not in proof]
    if lost:
        raise BadInput(
            [_missing(f"font {', '.join(lost)}", f"{_FONT_PACKAGES} (macOS: brew install --cask font-liberation font-dejavu)")]
        )


def _missing(what: str, command: str) -> Problem:
    return Problem("book", 0, f"{what} is missing", command)


def print_book(html: str, style: Path, size: str, target: Path) -> int:
    """Writes the PDF and returns its number of pages. `target` is replaced only by a whole one."""
    weasyprint = load()
    # Pictures are inside the HTML: nothing is fetched, from the disk or from elsewhere.
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=["data"])
    sheets = [weasyprint.CSS(string=style.read_text(encoding="utf-8")), weasyprint.CSS(string=f"@page {{ size: {size} }}")]
    options = {"stylesheets": sheets, "pdf_variant": "pdf/ua-1", "pdf_tags": True}
    with _progress():
        document = _laid_out(weasyprint, html, fetcher, options)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
        try:
            document.write_pdf(name, **options)
            Path(name).chmod(0o644)
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
    return len(document.pages)


def _laid_out(weasyprint: Any, html: str, fetcher: Any, options: dict[str, Any]) -> Any:
    """The document with page numbers that stand where they say."""
    numbers: dict[str, int] = {}
    for _ in range(PASSES):
        document = weasyprint.HTML(string=numbered(html, numbers), url_fetcher=fetcher).render(**options)
        found = _numbers(document)
        if found == numbers:
            return document
        numbers = found
        document = None  # the boxes of a pass take gigabytes, and hold each other
        gc.collect()
    raise BadInput([Problem("book", 0, f"page numbers still move after {PASSES} passes", "shorten a line that holds one")])


def numbered(html: str, numbers: Mapping[str, int]) -> str:
    """Every link within the book with the page that it leads to: `data-page` is the number, `data-slot` is always of one width.

    CSS has `target-counter()` for it. WeasyPrint looks through all such counters at every anchor, which on a thousand pages with
    ten thousand links takes most of the time and memory; laying out twice grows with the pages only. Numbers of one width keep
    the lines of the second pass as they were in the first.
    """
    digits = max(3, len(str(html.count('class="chapter of-') * _PAGES_OF_A_CHAPTER)))

    def attributes(link: re.Match[str]) -> str:
        page = str(numbers.get(unquote(link.group(1)), "0" * digits))
        return f'{link.group(0)} data-page="{page}" data-slot="{page.rjust(digits, _FIGURE_SPACE)}"'

    return _LINK.sub(attributes, html)


def _numbers(document: Any) -> dict[str, int]:
    """The page that each id begins on."""
    found: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for name in page.anchors:
            found.setdefault(name, number)
    return found


@contextmanager
def _progress() -> Iterator[None]:
    """Shows what WeasyPrint is doing, and its complaints."""
    handler = _Progress()
    complaints = logging.StreamHandler(sys.stderr)
    progress, log = logging.getLogger("weasyprint.progress"), logging.getLogger("weasyprint")
    before = progress.level, progress.propagate
    progress.addHandler(handler)
    log.addHandler(complaints)
    progress.setLevel(logging.INFO)
    progress.propagate = False
    try:
        yield
    finally:
        progress.removeHandler(handler)
        log.removeHandler(complaints)
        progress.level, progress.propagate = before
        handler.end()


class _Progress(logging.Handler):
    """A line that is overwritten on a terminal; elsewhere every step and every hundredth page."""

    def __init__(self) -> None:
        super().__init__()
        self.on_terminal = sys.stderr.isatty()

    def emit(self, record: logging.LogRecord) -> None:
        step = record.getMessage().partition(" - ")[2]
        page = step.rpartition("Page ")[2].partition(" ")[0]
        if self.on_terminal:
            print(f"\r\033[K{step}", end="", file=sys.stderr, flush=True)
        elif not page.isdigit() or int(page) % 100 == 0:
            print(step, file=sys.stderr, flush=True)

    def end(self) -> None:
        if self.on_terminal:
            print(file=sys.stderr)

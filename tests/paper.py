"""Text on paper, read as a program for PDFs does, made comparable with the page's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

#: What PDFium reads a hyphen at the end of a line as, with the line's end.
_HYPHEN = "\ufffe"


def letters(text: str) -> str:
    """The text without ligatures and without what the end of a line may add or take away."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", unicodedata.normalize("NFKC", text))


def sheets(pdf: bytes | Path) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [text for text, _ in read(document)]


def read(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bool]]:
    """The text of each page, and whether any of it stands outside of the page."""
    for page in document:
        text = page.get_textpage()
        width, height = page.get_size()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        outside = any(left < 0 or bottom < 0 or right > width or top > height for left, bottom, right, top in boxes)
        yield text.get_text_range().replace(_HYPHEN, "-\n"), outside
        text.close()
        page.close()

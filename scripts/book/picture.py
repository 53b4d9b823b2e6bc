"""A picture of the site, carried inside the book's HTML, so that the press needs to fetch nothing."""

from __future__ import annotations

import mimetypes
import posixpath
import re
from base64 import b64encode
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

from ground.problem import BadInput, Problem, shown

#: The diagrams name the reader's own font; on paper that is the font of the book.
FONT = "Liberation Sans"
#: A label of a plot has a halo, drawn under its letters by `paint-order`, which the press does not know: it is set twice instead.
_HALO = re.compile(rb"[.]label \{ paint-order: stroke;")
_LABEL = re.compile(rb'<text class="([^"]*\blabel\b[^>]*>[^<]*</text>)')


def embedded(site: Path, url: str, source: str) -> str:
    """The data address of `source` as written in the page whose folder is `url`."""
    path = site / posixpath.normpath(posixpath.join(url, unquote(urldefrag(source).url)))
    return _data(path)


@cache
def _data(path: Path) -> str:
    if not path.is_file():
        raise BadInput([Problem(shown(path), 0, "is not there, though a page shows it", "build the site anew")])
    content = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if kind == "image/svg+xml":
        content = _for_press(content)
    return f"data:{kind};base64,{b64encode(content).decode()}"


def _for_press(svg: bytes) -> bytes:
    svg = svg.replace(b"system-ui", f"'{FONT}'".encode())
    if not _HALO.search(svg):
        return svg
    return _LABEL.sub(rb'<text class="halo \1<text class="\1', _HALO.sub(b".halo {", svg))

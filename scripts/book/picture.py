"""A picture of the site, carried inside the book's HTML, so that the press needs to fetch nothing."""

from __future__ import annotations

import mimetypes
import posixpath
from base64 import b64encode
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

from ground.problem import BadInput, Problem, shown

#: The diagrams name the reader's own font; on paper that is the font of the book.
FONT = "Liberation Sans"


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
        content = content.replace(b"system-ui", f"'{FONT}'".encode())
    return f"data:{kind};base64,{b64encode(content).decode()}"

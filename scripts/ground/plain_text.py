"""Plain text, such as a title, among Markdown."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"[\\`*_\[\]<>{}]")


def escaped(text: str) -> str:
    """The text so that Markdown leaves it alone."""
    return _MARKUP.sub(r"\\\g<0>", text)

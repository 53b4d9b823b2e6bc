"""Names for addresses."""

from __future__ import annotations

import re
import unicodedata


def slugify(text: str, separator: str = "-") -> str:
    """Lower case ASCII words joined by `separator`, as Python-Markdown's own headings have it.

    Source: markdown.extensions.toc.slugify (kept equal, so that a generated anchor is the one a heading gets).
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    plain = re.sub(r"[^\w\s-]", "", plain).strip().lower()
    return re.sub(rf"[{re.escape(separator)}\s]+", separator, plain)

"""Text that a browser printed, made comparable with the page's."""

from __future__ import annotations

import re
import unicodedata


def letters(text: str) -> str:
    """The text without ligatures and without what the end of a line may add or take away."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", unicodedata.normalize("NFKC", text))

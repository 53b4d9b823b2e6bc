"""The page of corrections, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from corrections.correction import Correction
from corrections.feed import FEED_URI

CORRECTIONS_URI = "exam/corrections.md"
_HEAD = """\
# Corrections

What was wrong, what holds, and where AWS says so. Did you learn from an older copy or from shared notes? Read this list once.
"""
_SECTIONS = {
    "guide": ("In this guide", "this-guide", "This guide said"),
    "notes": ("In notes that candidates share", "shared-notes", "Notes say"),
}


def corrections_page(corrections: Sequence[Correction], title_of: Callable[[str], str], has_feed: bool) -> str:
    """Markdown: what this guide had wrong, then what shared notes have."""
    lines = [_HEAD]
    if has_feed:
        lines += [f"[Subscribe to the feed](../{FEED_URI}) to hear of the next one.", "{ .no-book }", ""]
    for place, (title, anchor, words) in _SECTIONS.items():
        found = [correction for correction in corrections if correction.found_in == place]
        if found:
            lines += [f"## {title} {{ #{anchor} }}", ""]
            lines += [_entry(correction, words, title_of) for correction in found]
    if not corrections:
        lines.append("Nothing was corrected yet.")
    return "\n".join(lines)


def _entry(correction: Correction, words: str, title_of: Callable[[str], str]) -> str:
    return f"""\
### {_plain(correction.title)} {{ #{correction.id} }}

**{words}:** {_plain(correction.wrong)}

**What holds:** {_plain(correction.right)}

Corrected on {correction.date}. Taught in [{_plain(title_of(correction.page_uri))}](../{correction.page}). \
Source: [AWS]({correction.source}), as of {correction.as_of}.
{{ .term-links }}
"""


def _plain(text: str) -> str:
    """The text with everything that Markdown could take for markup made harmless, except code in backticks."""
    parts = text.split("`")
    outside = [re.sub(r"([\\*_\[\]{}#|$!^~])", r"\\\1", escape(part, quote=False)) for part in parts[::2]]
    code = [f"`{part}`" for part in parts[1::2]]
    return "".join(a + b for a, b in zip(outside, [*code, ""], strict=True))

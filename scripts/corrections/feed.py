"""The corrections as an Atom feed. Source: RFC 4287."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from uuid import NAMESPACE_URL, uuid5

from corrections.correction import Correction

FEED_URI = "corrections.xml"
#: Before the first correction; a feed must have a date, and the clock would make each build another.
_BEGIN = "2026-01-01"


def feed(corrections: Sequence[Correction], title: str, site_url: str, page: str, address: Callable[[str], str]) -> str:
    """Atom, the same bytes for the same corrections. `page` is the address of the page that lists them, `address` that of a
    `page.md#section`, both below `site_url`, which ends with a slash."""
    updated = max((correction.date for correction in corrections), default=_BEGIN)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"  <title>{escape(title)}: corrections</title>",
        "  <subtitle>What was wrong, what holds, and where AWS says so.</subtitle>",
        f"  <id>{_id('')}</id>",
        f'  <link rel="self" type="application/atom+xml" href="{escape(site_url + FEED_URI)}"/>',
        f'  <link rel="alternate" type="text/html" href="{escape(site_url + page)}"/>',
        f"  <updated>{_time(updated)}</updated>",
        f"  <author><name>{escape(title)}</name></author>",
    ]
    for correction in corrections:
        lines += _entry(correction, f"{site_url}{page}#{correction.id}", site_url + address(correction.page))
    return "\n".join([*lines, "</feed>", ""])


def _entry(correction: Correction, here: str, taught: str) -> list[str]:
    said = "This guide said" if correction.found_in == "guide" else "Notes say"
    content = (
        f"<p><strong>{said}:</strong> {_html(correction.wrong)}</p>"
        f"<p><strong>What holds:</strong> {_html(correction.right)}</p>"
        f'<p><a href="{escape(taught)}">The page that teaches it</a>. '
        f'Source: <a href="{escape(correction.source)}">AWS</a>, as of {correction.as_of}.</p>'
    )
    return [
        "  <entry>",
        f"    <title>{escape(correction.title.replace('`', ''))}</title>",
        f"    <id>{_id(correction.id)}</id>",
        f'    <link rel="alternate" type="text/html" href="{escape(here)}"/>',
        f"    <published>{_time(correction.date)}</published>",
        f"    <updated>{_time(correction.date)}</updated>",
        f'    <content type="html">{escape(content)}</content>',
        "  </entry>",
    ]


def _id(name: str) -> str:
    """The same on every host and for ever, so that no reader's program shows an entry twice."""
    return uuid5(NAMESPACE_URL, f"mla-study-guide/corrections/{name}").urn


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"


def _html(text: str) -> str:
    return re.sub(r"`([^`]*)`", r"<code>\1</code>", escape(text, quote=False))

"""The content security policy of a page, as a <meta> that stands before anything it rules over.

All comes from the site itself. The few scripts inside the theme's HTML are allowed by their hashes; styles inside the HTML are
not, so authors and themes use classes. `frame-ancestors` works in a header only: see docs/_headers.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

#: The theme's first element of the head.
_FIRST = '<meta charset="utf-8">'
_SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)
_NOT_RUN = re.compile(r"""\bsrc=|\btype=["']?application/(?:ld\+)?json""")
#: Most pages have none of these: the tags are looked at only where one may be.
#: Each begins with the signs it looks for, which Python then finds three times as fast as one pattern that begins with `\s`.
_SUSPICIOUS = [
    re.compile(pattern)
    for pattern in (r"style\s*=", r"<style\b", r"javascript:", r" on[a-z]+\s*=", r"\non[a-z]+\s*=", r"\ton[a-z]+\s*=")
]
_ATTRIBUTE = r"""\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
_BLOCKED = re.compile(
    rf"""<style\b|<[a-zA-Z][\w-]*(?:{_ATTRIBUTE})*?\s+(?:(?:style|on[a-z]+)\s*=\s*["']|(?:href|src|action)\s*=\s*["']\s*javascript:)"""
)


def policy(html: str) -> str:
    """The policy that this page needs."""
    hashes = dict.fromkeys(_hash(code) for attributes, code in _SCRIPT.findall(html) if not _NOT_RUN.search(attributes))
    rules = (
        "default-src 'none'",
        " ".join(("script-src 'self'", *hashes)),
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
    )
    return "; ".join(rules)


def with_policy(html: str) -> str:
    """The page with its policy."""
    if html.count(_FIRST) != 1:
        raise ValueError(f"the page has no {_FIRST} or several: there is no place for its policy")
    return html.replace(_FIRST, f'{_FIRST}<meta http-equiv="Content-Security-Policy" content="{policy(html)}">')


def blocked(html: str) -> Iterator[str]:
    """What the page has that its policy blocks: styles in the HTML, event attributes, `javascript:` addresses."""
    if any(pattern.search(html) for pattern in _SUSPICIOUS):
        yield from (" ".join(html[found.start() : found.end() + 40].split()) for found in _BLOCKED.finditer(html))


@lru_cache(maxsize=256)
def _hash(code: str) -> str:
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"

"""robots.txt: everything may be read, and where the list of pages is."""

from __future__ import annotations

ROBOTS_URI = "robots.txt"


def robots(site_url: str) -> str:
    """`site_url` ends with a slash. Robots read the file at a host's root only; below a path it does no harm."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"

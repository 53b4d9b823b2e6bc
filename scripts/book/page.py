"""One page of the built site: its article as a tree, before anything is changed."""

from __future__ import annotations

import copy
import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag
from xml.etree.ElementTree import Element, fromstring

from lxml import etree, html

from ground.headings import heading_text
from ground.problem import BadInput, Problem, shown

#: A page or an element with this class stays out of the book.
LEFT_OUT = "no-book"
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
_REVIEWED = re.compile(r"<span>Reviewed (\d{4}-\d{2}-\d{2})</span>")
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//")


@dataclass(frozen=True)
class Target:
    """Where a link leads within the site; `url` is the folder of a page, as `url_of` says it."""

    url: str
    anchor: str


@dataclass(frozen=True)
class Page:
    """`uri` is the path below docs/; `address` is where the page is hosted, "" where that is no public place."""

    uri: str
    article: Element
    address: str
    reviewed: str

    @property
    def url(self) -> str:
        return url_of(self.uri)

    @cached_property
    def title(self) -> str:
        heading = next(self.article.iter("h1"), None)
        return heading_text(heading) if heading is not None else self.uri

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(element.get("id", "") for element in self.article.iter()) - {""}

    @property
    def left_out(self) -> bool:
        heading = next(self.article.iter("h1"), None)
        return LEFT_OUT in classes(self.article) or (heading is not None and LEFT_OUT in classes(heading))

    def target(self, href: str) -> Target | None:
        """The page and place that a link leads to; None where it leaves the site or names no page."""
        if not href or _ABSOLUTE.match(href):
            return None
        path, anchor = urldefrag(href)
        if not path:
            return Target(self.url, unquote(anchor))
        return Target(posixpath.normpath(posixpath.join(self.url, unquote(path))), unquote(anchor))


def read_from(page: Page, folder: str) -> list[Element]:
    """The elements of the article, with links that hold in the page that lies in `folder`."""
    article = copy.deepcopy(page.article)
    way = posixpath.relpath(page.url, folder)
    for link in article.iter("a"):
        if page.target(link.get("href", "")):
            link.set("href", posixpath.join(way, link.get("href", "")))
    return list(article)


def classes(element: Element) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def url_of(uri: str) -> str:
    """The folder below the site's root that MkDocs puts a page into: `a/b.md` and `a/b/index.md` are both `a/b`."""
    folder, name = posixpath.split(uri.removesuffix(".md"))
    return posixpath.join(folder, "" if name in ("index", "README") else name).rstrip("/") or "."


def read_page(site: Path, uri: str) -> Page:
    """The page as it was built below `site`."""
    path = site / url_of(uri) / "index.html"
    if not path.is_file():
        raise BadInput([Problem(shown(path), 0, f"is not there, though nav names {uri}", "build the site anew")])
    text = path.read_text(encoding="utf-8")
    found = _ARTICLE.search(text)
    if not found:
        raise BadInput([Problem(shown(path), 0, "has no <article>", "build the site with its theme")])
    # lxml reads the HTML; the book's own elements are the standard library's, which it is written and printed with.
    article = fromstring(etree.tostring(html.fragment_fromstring(found.group(0)), encoding="unicode"))  # noqa: S314 - our own
    canonical, reviewed = _CANONICAL.search(text), _REVIEWED.search(text)
    address = canonical.group(1) if canonical and canonical.group(1).startswith("https://") else ""
    return Page(uri, article, address, reviewed.group(1) if reviewed else "")

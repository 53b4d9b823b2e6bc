"""Every built page as a screen reader gets it: language, landmarks, a way past the navigation, links that name their target."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

#: An objective is called by its number.
OBJECTIVE = re.compile(r"[1-4](\.\d+){1,2}")
VAGUE = re.compile(r"(click |read |see )?(here|more|this|that|it|link|page|details|docs|read|see)( page)?[.…]*", re.IGNORECASE)


@dataclass
class Link:
    """A link with what names it, best first."""

    href: str
    label: str
    title: str
    text: str = ""

    @property
    def name(self) -> str:
        return " ".join((self.label or self.text or self.title).split())


@dataclass
class Heard(HTMLParser):
    """What a screen reader hears of a page."""

    lang: str = ""
    mains: int = 0
    ids: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    labelled_by: list[str] = field(default_factory=list)
    open_link: Link | None = None

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids.add(values.get("id", ""))
        if tag == "html":
            self.lang = values.get("lang", "")
        if tag == "main":
            self.mains += 1
        if tag == "a" and "href" in values:
            self.open_link = Link(values["href"], values.get("aria-label", ""), values.get("title", ""))
            self.links.append(self.open_link)
        if tag == "img" and self.open_link:
            self.open_link.text += values.get("alt", "")
        if tag == "nav":
            self.labelled_by += values.get("aria-labelledby", "").split()
            if not (values.get("aria-label") or values.get("aria-labelledby")):
                self.unnamed.append(values.get("class", tag))

    def handle_data(self, data: str) -> None:
        if self.open_link:
            self.open_link.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.open_link = None


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Heard]:
    """Address below the site's root → what is heard of it."""
    heard = {}
    for path in sorted(site.rglob("*.html")):
        page = Heard()
        page.feed(path.read_text(encoding="utf-8"))
        heard[path.relative_to(site).as_posix().removesuffix("index.html")] = page
    return heard


def test_every_page_says_its_language_and_has_one_main_part(pages: dict[str, Heard]) -> None:
    assert {address: (page.lang, page.mains) for address, page in pages.items() if (page.lang, page.mains) != ("en", 1)} == {}


def test_the_first_link_skips_to_the_content(pages: dict[str, Heard]) -> None:
    for address, page in pages.items():
        first = page.links[0]
        assert first.name == "Skip to content", address
        assert first.href.startswith("#"), address
        assert first.href[1:] in page.ids, address


def test_every_navigation_has_a_name(pages: dict[str, Heard]) -> None:
    assert {address: page.unnamed for address, page in pages.items() if page.unnamed} == {}
    for address, page in pages.items():
        assert set(page.labelled_by) <= page.ids, address


def test_every_link_says_where_it_leads(pages: dict[str, Heard]) -> None:
    vague = {
        (link.name, link.title): address
        for address, page in pages.items()
        for link in page.links
        if VAGUE.fullmatch(link.name) or not (OBJECTIVE.fullmatch(link.name) or re.search(r"[A-Za-z]", link.name + link.title))
    }
    assert vague == {}

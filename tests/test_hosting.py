"""What hosts, search engines and previews see: canonical addresses, sitemap, robots.txt, cards, redirects of renamed pages."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Page

from conftest import SITE_PATH, mkdocs, page_files, served
from ground.page_source import read_pages
from hosting.redirects import read_redirects
from refusal import assert_refused
from small_guide import ROOT
from test_bad_input import project

BASE = f"https://guide.example.org{SITE_PATH}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')


def metas(html: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, content in META.findall(html):
        found.setdefault(name, []).append(unescape(content))
    return found


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Address and HTML of every page."""
    for path in page_files(site):
        yield BASE + path.relative_to(site).as_posix().removesuffix("index.html"), path.read_text(encoding="utf-8")


def test_every_page_knows_its_own_address_and_describes_itself_to_previews(site: Path) -> None:
    for address, html in pages(site):
        assert re.findall(r'<link rel="canonical" href="([^"]*)">', html) == [address]
        found = metas(html)
        assert found["og:url"] == [address]
        for name in ("og:type", "og:site_name", "og:title", "og:description", "og:image", "og:image:alt", "twitter:card"):
            assert len(found[name]) == 1, (address, name)
            assert found[name][0].strip(), (address, name)
        assert found["description"] == found["og:description"], address
        assert "<" not in found["og:title"][0], address
        assert "robots" not in found, address


def test_titles_and_descriptions_tell_pages_apart(site: Path) -> None:
    for name in ("og:title", "og:description"):
        seen: dict[str, list[str]] = {}
        for address, html in pages(site):
            seen.setdefault(metas(html)[name][0], []).append(address)
        assert [twice for twice in seen.values() if len(twice) > 1] == [], name


def test_the_card_and_the_icons_are_there(site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    card = site / metas(html)["og:image"][0].removeprefix(BASE)
    assert size(card) == (1200, 630)
    assert card.stat().st_size < 60_000
    found = metas(html)
    assert (found["og:image:width"], found["og:image:height"]) == (["1200"], ["630"])
    icons = {rel: site / re.findall(rf'<link rel="{rel}" href="([^"]*)">', html)[0] for rel in ("icon", "apple-touch-icon")}
    assert size(icons["apple-touch-icon"]) == (180, 180)
    assert "<svg" in icons["icon"].read_text(encoding="utf-8")


def size(picture: Path) -> tuple[int, int]:
    with Image.open(picture) as opened:
        return opened.size


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_telephone_colours_its_bar_like_the_header(new_tab: Callable[..., Page], address: str, scheme: str) -> None:
    page = new_tab(color_scheme=scheme)
    page.goto(address)
    meta = page.locator("meta[name=theme-color][content]")
    meta.wait_for(state="attached")
    header = page.locator(".md-header").evaluate("header => getComputedStyle(header).backgroundColor")
    assert tuple(bytes.fromhex((meta.get_attribute("content") or "").lstrip("#"))) == tuple(map(int, re.findall(r"\d+", header)))


def test_the_sitemap_has_every_page_with_the_day_of_its_review(site: Path) -> None:
    text = (site / "sitemap.xml").read_bytes()
    listed = {
        url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod")
        for url in ElementTree.fromstring(text).iter(f"{SITEMAP}url")
    }
    assert listed.keys() == {address for address, _ in pages(site)}
    reviewed = {
        BASE + re.sub(r"(^|/)index/$", r"\1", page.uri.replace(".md", "/")): str(page.front_matter["reviewed"])
        for page in read_pages(ROOT / "docs")
    }
    assert {address: day for address, day in listed.items() if day} == reviewed
    packed = (site / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed) == text


def test_robots_are_told_of_the_sitemap(site: Path) -> None:
    lines = (site / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert f"Sitemap: {BASE}sitemap.xml" in lines


def test_an_edition_without_an_address_names_none(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "docs/_data/redirects.yml").write_text("old/: topic.md\n", encoding="utf-8")
    built = mkdocs("build", "--strict", "--site-dir", "site", cwd=folder, SITE_URL="", OFFLINE="true")
    assert built.returncode == 0, built.stderr
    site = folder / "site"
    for name in ("404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "corrections.xml", "old"):
        assert not (site / name).exists(), name
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not re.search(r'(?:href|src|content)="(?:/|https?://(?:127|localhost))', html), path
        assert "og:image" not in html
        assert "corrections.xml" not in html


# Redirects.

TARGETS = "old/name/: topic.md\nold/part/: topic.md#topic\nlost/: index.md\nglossary-old/: glossary.md#endpoint\n"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide with renamed pages, built for a sub-path."""
    folder = project(tmp_path_factory.mktemp("moved"))
    (folder / "docs/_data/redirects.yml").write_text(TARGETS, encoding="utf-8")
    built = mkdocs("build", "--strict", "--site-dir", "site", cwd=folder, SITE_URL=BASE)
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.mark.parametrize("script", [True, False], ids=["JavaScript", "no JavaScript"])
def test_a_renamed_page_sends_its_readers_on(moved: Path, new_tab: Callable[..., Page], script: bool) -> None:
    page = new_tab(java_script_enabled=script)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    ways = {
        "old/name/": "topic/",
        "old/part/": "topic/#topic",
        "lost/": "",
        "glossary-old/": "glossary/e/#endpoint" if script else "glossary/#endpoint",
    }
    with served(moved) as address:
        for old, new in ways.items():
            page.goto(address + old)
            page.wait_for_url(address + new)
            page.wait_for_load_state()
    assert said == []  # no violation of its policy


def test_the_section_and_the_search_words_go_along(moved: Path, new_tab: Callable[..., Page]) -> None:
    page = new_tab()
    with served(moved) as address:
        page.goto(f"{address}old/part/?h=word#fn:1")
        page.wait_for_url(f"{address}topic/?h=word#fn:1")
        page.wait_for_load_state()


def test_an_old_address_is_for_nobody_to_find(moved: Path) -> None:
    html = (moved / "old/name/index.html").read_text(encoding="utf-8")
    assert metas(html)["robots"] == ["noindex"]
    assert f'<link rel="canonical" href="{BASE}topic/">' in html
    assert '<a href="../../topic/">' in html
    assert "old/" not in (moved / "sitemap.xml").read_text(encoding="utf-8")
    index = json.loads((moved / "search/search_index.json").read_text(encoding="utf-8"))
    assert not [entry for entry in index["docs"] if entry["location"].startswith("old/")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("old/: nowhere.md", '1: "nowhere.md" does not exist; name a page below docs/'),
        ("# x\nold/:", '2: "" does not exist'),
        ("topic/: index.md", '1: "topic/" is a page; delete this line or rename the page'),
        ("area/: topic.md", '1: "area/" is a page'),
        ("a/: topic.md\nb/: a.md", '2: "a.md" is redirected itself; name the page where that leads'),
        ("old: topic.md", '1: "old" is no address of a page; write it such as area/old-name/'),
        ("/old/: topic.md", '1: "/old/" is no address of a page'),
        ("../old/: topic.md", '1: "../old/" is no address of a page'),
        ("'a\"><script>/': topic.md", "is no address of a page"),
        ("- old/", "the file is no list of redirects; write area/old-name/: area/name.md"),
        ("old/: [a]", "1: \"['a']\" does not exist"),
        ("a/: topic.md\na/: index.md", "not readable as YAML"),
    ],
)
def test_each_kind_of_bad_redirect_has_its_line(tmp_path: Path, text: str, expected: str) -> None:
    path = tmp_path / "redirects.yml"
    path.write_text(text, encoding="utf-8")
    assert_refused(lambda: read_redirects(path, {"topic.md", "index.md", "area/index.md"}), "redirects.yml:", expected)


def test_a_redirect_to_no_section_fails_the_build_in_one_line(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "docs/_data/redirects.yml").write_text("old/: topic.md#gone\n", encoding="utf-8")
    built = mkdocs("build", "--strict", "--site-dir", "site", cwd=folder)
    assert built.returncode == 1
    assert 'docs/_data/redirects.yml:1: "topic.md#gone" names no place; no heading has the id "gone"' in built.stderr
    assert "Traceback" not in built.stderr
    assert not list(folder.glob("site/**/*.html"))

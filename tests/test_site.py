"""The built site as files: whole, self-contained, linked without a gap."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from conftest import REPOSITORY, SITE_PATH, page_files
from exam.outline import read_exams
from exam.services import read_services
from glossary.store import read_terms
from small_guide import ROOT

BASE = f"https://guide.example.org{SITE_PATH}"


@dataclass
class Html(HTMLParser):
    """What the checks below need of one page."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    pictures: list[dict] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    gloss_in_gloss: int = 0
    in_article: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list) -> None:
        values = dict(attrs)
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "article":
            self.in_article = True
        if tag in ("script", "img", "source", "iframe") and values.get("src"):
            self.loads.append(values["src"])
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload", "preconnect"):
            self.loads.append(values["href"])
        if re.fullmatch("h[1-6]", tag) and self.in_article:
            self.headings.append(int(tag[1]))
        if tag == "img":
            self.pictures.append(values)
        if tag == "meta" and values.get("name") == "description":
            self.descriptions.append(values["content"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.in_article = False


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Html]:
    """Address below the site's root → the parsed page."""
    parsed = {}
    for path in [*page_files(site), site / "404.html"]:
        page = Html()
        page.feed(path.read_text(encoding="utf-8"))
        parsed[path.relative_to(site).as_posix().removesuffix("index.html")] = page
    return parsed


def test_the_strict_build_warns_of_nothing(build_log: str) -> None:
    assert "WARNING" not in build_log


def test_every_link_and_anchor_leads_somewhere(site: Path, pages: dict[str, Html]) -> None:
    dead = []
    for address, page in pages.items():
        for link in page.links:
            target, anchor = urldefrag(urljoin(BASE + address, link))
            if not target.startswith(BASE):
                continue
            path = unquote(target.removeprefix(BASE))
            if path in pages:
                if anchor and anchor != "__toc" and unquote(anchor) not in pages[path].ids:
                    dead.append(f"{address} → {link}")
            elif not (site / path).is_file():
                dead.append(f"{address} → {link}")
    assert dead == []


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[str, Html]) -> None:
    foreign = [
        load for address, page in pages.items() for load in page.loads if not urljoin(BASE + address, load).startswith(BASE)
    ]
    assert foreign == []
    for style in site.glob("assets/stylesheets/*.css"):
        assert not re.search(r"url\(['\"]?https?:|@import", style.read_text(encoding="utf-8")), style.name


def test_headings_are_in_order(pages: dict[str, Html]) -> None:
    wrong = []
    for address, page in pages.items():
        jumps = [pair for pair in zip(page.headings, page.headings[1:], strict=False) if pair[1] > pair[0] + 1]
        if jumps or page.headings.count(1) != 1:
            wrong.append((address, page.headings.count(1), jumps[:1]))
    assert wrong == []


def test_every_picture_is_described_and_sized(pages: dict[str, Html]) -> None:
    for address, page in pages.items():
        for picture in page.pictures:
            if "twemoji" not in picture.get("class", "") and "logo" not in picture.get("alt", ""):
                assert len(picture.get("alt") or "") >= 30, (address, picture)
                assert picture.get("width"), (address, picture)


def test_every_page_describes_itself(pages: dict[str, Html]) -> None:
    assert [address for address, page in pages.items() if len(page.descriptions) != 1 and address != "404.html"] == []


def test_every_page_offers_to_edit_and_to_report(site: Path) -> None:
    for path in page_files(site):
        html = path.read_text(encoding="utf-8")
        edit = re.search(r'<a href="([^"]+)" rel="edit">', html)
        assert edit, path
        assert re.match(
            rf"{REPOSITORY}/(edit/main/docs/.+[.]md|tree/main/docs/_data/(exam|glossary|questions|corrections[.]yml))$",
            edit.group(1),
        ), edit.group(1)
        assert f"{REPOSITORY}/issues/new?title=Mistake%20in%20" in html, path


def test_every_objective_is_on_its_exam_map(pages: dict[str, Html]) -> None:
    for exam in read_exams(ROOT / "docs/_data/exam"):
        for domain in exam.domains:
            numbers = (objective.number for task in domain.tasks for objective in task.objectives)
            anchors = {f"objective-{number.lower().replace('.', '-')}" for number in numbers}
            assert anchors <= pages[f"exam/{exam.id}-map/"].ids
            assert anchors <= pages[f"exam/{exam.id}-domain-{domain.number}/"].ids


def test_every_term_is_in_the_glossary(pages: dict[str, Html]) -> None:
    terms = read_terms(ROOT / "docs/_data/glossary")
    assert len(terms) >= 150
    assert {term.slug for term in terms} <= pages["glossary/"].ids
    assert [term.name for term in terms if term.slug not in pages[f"glossary/{term.initial.lower()}/"].ids] == []


def test_nearly_every_term_is_linked_from_another_page(site: Path) -> None:
    """By a term link, or by an author's link to the place that teaches it; the glossary and the maps do not count."""
    tooltips: set[str] = set()
    targets: set[str] = set()
    for path in site.rglob("index.html"):
        here = path.relative_to(site).as_posix().removesuffix("index.html")
        article = path.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
        tooltips.update(unescape(title) for title in re.findall(r'<a class="gloss"[^>]*title="([^"]*)"', article))
        if not re.match(r"exam/(service-status|c0[12]-(map|domain-.))/|glossary/", here):
            found = {urljoin(BASE + here, href).removeprefix(BASE) for href in re.findall(r'<a href="([^"]*)"', article)}
            targets |= {target for target in found if target.partition("#")[0] != here}
    terms = read_terms(ROOT / "docs/_data/glossary")
    places = {term.name: re.sub(r"(^|/)index/", r"\1", term.page.replace(".md", "/")) for term in terms}
    unlinked = [term.name for term in terms if term.short not in tooltips and places[term.name] not in targets]
    assert len(unlinked) <= 0.02 * len(terms), unlinked


def test_every_status_stands_on_its_page_and_on_the_status_page(site: Path) -> None:
    status_page = (site / "exam/service-status/index.html").read_text(encoding="utf-8")
    for term in read_terms(ROOT / "docs/_data/glossary"):
        if term.status and term.status.state != "active":
            assert term.status.source.replace("&", "&amp;") in status_page, term.name
            if term.page:
                html = (site / term.page_uri.removesuffix(".md").removesuffix("index") / "index.html").read_text(encoding="utf-8")
                assert f"status-{term.status.state}" in html, term.name


def test_every_in_scope_service_is_on_the_status_page(site: Path) -> None:
    html = (site / "exam/service-status/index.html").read_text(encoding="utf-8")
    for service in read_services(ROOT / "docs/_data/exam/services.yml"):
        assert service.name in html


def test_the_index_knows_other_names_and_leaves_generated_lists_out(site: Path) -> None:
    entries = {
        entry["location"]: entry for entry in json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    }
    assert "async endpoint" in entries["sagemaker/inference/asynchronous/"]["aliases"]
    assert not [location for location in entries if re.match(r"exam/(service-status|c0[12]-(map|domain-.))/", location)]
    assert entries["glossary/"]["boost"] == 0.5
    assert entries["glossary/c/"]["boost"] == 0.5
    assert not [location for location in entries if location.startswith("glossary/#")]


def test_chips_stay_out_of_the_index(site: Path) -> None:
    entries = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert not [entry["location"] for entry in entries if 'class="chip' in entry["text"] or "K3.1.5" in entry["text"]]


def test_a_page_says_how_old_its_sources_are(site: Path) -> None:
    """Every page that cites, in footnotes or through its data; the newest month first."""
    ages = r"<span>Sources read: 20\d\d-\d\d \(\d+\)(, 20\d\d-\d\d \(\d+\))?(; oldest 20\d\d-\d\d \(\d+\))?</span>"
    silent = []
    for path in site.rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        cites = 'class="footnote"' in html or re.search("practice/task|exam/(service-status|corrections)", path.as_posix())
        if cites and len(re.findall(ages, html)) != 1:
            silent.append(path)
    assert silent == []

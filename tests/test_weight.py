"""What a page costs a reader: how much is loaded before it can be read, and whether it moves while it is read."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

import pytest
from playwright.sync_api import Browser, Route

from conftest import DESK, PHONE, SiteHandler, served
from small_guide import ROOT
from test_site import Html

CONTENT = "sagemaker/inference/asynchronous/"
MOST = 80 * 1024
#: The places of what moved, with the share of the window that it moved through.
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    shifts.push([entry.value, ...entry.sources.map(({ node, previousRect, currentRect }) =>
      [previousRect, currentRect].map(({ x, y, width, height }) => [x, y, width, height]).join(" to ")
      + (node?.outerHTML?.slice(0, 60) ?? String(node?.nodeName)))]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = """
new Promise((done) => new PerformanceObserver(() => done(true)).observe({ type: "paint", buffered: true }))
"""
PAINTED_TWICE = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@cache
def packed(path: Path) -> int:
    """Bytes of the file as GitHub Pages sends it."""
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def first_view(path: Path) -> list[Path]:
    """The page and every style sheet and script that its HTML names."""
    page = Html()
    page.feed(path.read_text(encoding="utf-8"))
    files = [(path.parent / load).resolve() for load in page.loads]
    return [path, *dict.fromkeys(file for file in files if file.suffix in (".css", ".js"))]


def authored(site: Path) -> Iterator[Path]:
    """The built page of each Markdown file."""
    for source in sorted((ROOT / "docs").rglob("*.md")):
        uri = source.relative_to(ROOT / "docs").as_posix().removesuffix(".md").removesuffix("index")
        yield site / uri / "index.html"


def test_every_written_page_and_every_page_of_practice_weighs_at_most_80_kilobytes(site: Path) -> None:
    pages = [*authored(site), *sorted((site / "practice").rglob("index.html"))]
    weights = {path.parent.relative_to(site).as_posix(): sum(map(packed, first_view(path))) for path in pages}
    assert len(weights) >= 330
    assert {page: weight for page, weight in weights.items() if weight > MOST} == {}


def test_a_first_view_loads_what_the_html_names_and_nothing_else(browser: Browser, address: str, site: Path) -> None:
    page = browser.new_page(viewport=DESK)
    loaded: set[str] = set()
    page.on("request", lambda request: loaded.add(request.url.removeprefix(address).partition("?")[0]))
    page.goto(address + CONTENT, wait_until="networkidle")
    page.close()
    named = {file.relative_to(site.resolve()).as_posix() for file in first_view(site / CONTENT / "index.html")[1:]}
    code = {url for url in loaded if url.endswith((".js", ".css"))}
    assert code == named


def test_pages_without_pictures_load_nothing_for_them(site: Path) -> None:
    for path in authored(site):
        html = path.read_text(encoding="utf-8")
        assert ("picture.js" in html) == ("<img" in html.partition("<article")[2]), path


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["390", "1440"])
@pytest.mark.parametrize(
    "path",
    ["", CONTENT, "exam/cheat-sheet/", "glossary/", "practice/", "practice/exam/", "practice/task-1-1/", "404.html"],
)
def test_nothing_moves_while_a_page_loads(browser: Browser, address: str, path: str, viewport: dict[str, int]) -> None:
    assert shifts(browser, address + path, viewport) == []


@pytest.mark.parametrize(
    ("path", "mark", "last"),
    [
        ("practice/exam/", b'<option value="c01"', ".exam-choice option"),
        ("practice/exam/", b'<div class="md-search__output"', ".md-search__form"),
        (CONTENT, b"<td", "article table"),
    ],
    ids=["exam choice", "search", "table"],
)
def test_what_is_half_read_does_not_show(browser: Browser, site: Path, path: str, mark: bytes, last: str) -> None:
    """The line halts in the middle of the header or of a table."""
    goes_on = threading.Event()

    class Halting(SiteHandler):
        def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
            before, found, after = source.read().partition(mark)
            outputfile.write(before)
            if found:
                outputfile.flush()
                goes_on.wait(60)
            outputfile.write(found + after)

    with served(site, Halting) as address:
        page = browser.new_page(viewport=DESK)
        page.add_init_script(WATCH)
        page.goto(address + path, wait_until="commit")
        page.wait_for_function("last => document.querySelector(last)", arg=last)
        page.evaluate(PAINTED_TWICE)
        assert page.locator(last).last.evaluate("half => getComputedStyle(half).visibility") == "hidden"
        goes_on.set()
        page.wait_for_load_state("load")
        page.evaluate(PAINTED_TWICE)
        assert page.locator(last).last.evaluate("whole => getComputedStyle(whole).visibility") == "visible"
        assert page.evaluate("shifts") == []
        page.close()


def shifts(browser: Browser, url: str, viewport: dict[str, int]) -> list[list[object]]:
    """What moves on a slow line: the theme's script comes after the page is painted, and the reader has chosen an exam before."""
    context = browser.new_context(viewport=viewport)  # type: ignore[arg-type]
    context.add_init_script(WATCH + "localStorage.setItem('mla-guide.exam', 'c01')")
    page = context.new_page()
    waiting: list[Route] = []
    painted: list[bool] = []

    def hold(route: Route) -> None:
        if painted:
            route.continue_()
        else:
            waiting.append(route)

    page.route("**/assets/javascripts/bundle.*", hold)
    page.goto(url, wait_until="commit")
    page.evaluate(PAINTED)
    page.evaluate(PAINTED_TWICE)
    painted.append(True)
    for route in waiting:
        route.continue_()
    page.wait_for_load_state("load", timeout=60_000)
    page.evaluate(PAINTED_TWICE)
    found: list[list[object]] = page.evaluate("shifts")
    context.close()
    return found

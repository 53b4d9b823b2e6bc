"""A whole area printed from one of its pages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Route, expect

from paper import letters, sheets

Open = Callable[..., Page]
START = "exam/how-it-asks/"
OTHERS = ("exam/", "exam/study-plan/", "exam/c01-to-c02/")
STUB = "() => { window.print = () => { document.documentElement.dataset.printed = 'yes'; }; }"
LOST = """Array.from(document.querySelectorAll(".print-area a[href^='#p']"))
  .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
  .map((link) => link.outerHTML)"""
TEXTS = """async (address) => {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  page.querySelectorAll(".headerlink, .page-foot, .footnote-backref").forEach((one) => one.remove());
  return Array.from(page.querySelectorAll("article :is(h1, h2, h3, p, td)"), (one) => one.textContent);
}"""


def print_area(page: Page) -> None:
    page.evaluate(STUB)
    page.get_by_role("button", name="Print this area").click()


def test_an_area_prints_all_its_pages(open_page: Open, address: str) -> None:
    page = open_page(START)
    texts = [text for other in OTHERS for text in page.evaluate(TEXTS, address + other)]
    words = {letters(word) for text in texts for word in re.findall(r"[^\W\d_]{3,}", text)}
    assert len(words) > 300
    print_area(page)
    expect(page.locator("html[data-printed]")).to_have_count(1, timeout=60_000)
    area = page.locator(".print-area")
    assert area.locator("article").count() > len(OTHERS)
    ids = page.evaluate("Array.from(document.querySelectorAll('.print-area [id]'), (one) => one.id)")
    assert len(ids) == len(set(ids))
    assert page.evaluate(LOST) == []
    paper = letters("".join(sheets(page.pdf(format="A4"))))
    assert sorted(word for word in words if word not in paper) == []
    expect(area).to_have_count(0)


LOOKS = """Array.from(document.querySelectorAll(".print-area article"), (page) => {
  const [sheet, text] = [page, page.querySelector("p")].map((one) => getComputedStyle(one));
  return [page.querySelector("h1").textContent.trim(), text.fontSize, sheet.page];
})"""


def test_a_page_with_styles_of_its_own_keeps_them_to_itself(open_page: Open) -> None:
    found = []
    for start in (START, "exam/cheat-sheet/"):
        page = open_page(start)
        print_area(page)
        expect(page.locator("html[data-printed]")).to_have_count(1, timeout=60_000)
        page.emulate_media(media="print")
        found.append(page.evaluate(LOOKS))
    # Whichever page one begins from, the area looks the same.
    assert found[0] == found[1]
    small = {(size, named) for title, size, named in found[0] if title.startswith("Cheat sheet")}
    others = {(size, named) for title, size, named in found[0] if not title.startswith("Cheat sheet")}
    assert {named for _, named in small} == {"cheat-sheet"}
    assert {named for _, named in others} == {"auto"}
    assert not {size for size, _ in small} & {size for size, _ in others}


def test_a_page_that_cannot_be_read_is_named(open_page: Open) -> None:
    page = open_page(START)

    def refuse(route: Route) -> None:
        route.fulfill(status=503)

    page.route("**/exam/study-plan/", refuse)
    print_area(page)
    expect(page.get_by_role("status")).to_have_text(
        re.compile(r"The area is not printed: .*exam/study-plan/ cannot be read \(503\)\.")
    )
    expect(page.locator("html[data-printed]")).to_have_count(0)
    expect(page.locator(".print-area")).to_have_count(0)
    expect(page.get_by_role("button", name="Print this area")).to_be_enabled()


def test_a_page_of_no_area_offers_itself_only(open_page: Open) -> None:
    page = open_page("")
    expect(page.get_by_role("button", name="Print this page")).to_be_visible()
    expect(page.get_by_role("button", name="Print this area")).to_have_count(0)


def test_every_area_is_listed_with_its_pages(site: Path) -> None:
    areas = json.loads((site / "areas.json").read_text(encoding="utf-8"))
    assert len(areas) >= 10
    assert [address for area in areas for address in area if not (site / address / "index.html").is_file()] == []

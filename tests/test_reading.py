"""Reading in a real Chromium: exam choice, lightbox, no JavaScript, paper."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from conftest import DESK, PHONE
from paper import letters, sheets

CONTENT = "sagemaker/inference/asynchronous/"


@pytest.mark.parametrize("path", ["", CONTENT, "sagemaker/inference/", "exam/service-status/"])
def test_a_phone_scrolls_down_and_not_sideways(open_page: Callable[..., Page], path: str) -> None:
    page = open_page(path, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_exam_choice_is_kept_and_marks_sections(open_page: Callable[..., Page]) -> None:
    page = open_page("sagemaker/inference/neo/", viewport=DESK)
    mark = "element => getComputedStyle(element, '::after').content"
    heading = page.locator("h1[data-exams='c01']")
    assert heading.evaluate(mark) == "none"
    page.select_option(".exam-choice select", "c02")
    assert heading.evaluate(mark) == '"not in MLA-C02"'
    page.reload()
    assert page.locator(".exam-choice select").input_value() == "c02"
    assert heading.evaluate(mark) == '"not in MLA-C02"'
    page.goto(page.url.replace("inference/neo/", "inference/asynchronous/"))
    assert page.locator(".chips-c01").first.is_hidden()
    assert page.locator(".chips-c02").first.is_visible()


@pytest.mark.parametrize("stored", ["<script>", "", "c03", "x" * 10_000])
def test_a_broken_store_breaks_nothing(open_page: Callable[..., Page], stored: str) -> None:
    page = open_page()
    page.evaluate("value => localStorage.setItem('mla-guide.exam', value)", stored)
    page.reload()
    assert page.locator(".exam-choice select").input_value() == "both"


def test_everything_reads_without_javascript(open_page: Callable[..., Page]) -> None:
    page = open_page(CONTENT, java_script_enabled=False, viewport=DESK)
    assert page.locator("h1").inner_text().startswith("Asynchronous Inference")
    assert page.locator(".chips-c01").first.is_visible()
    assert page.locator(".exam-choice").is_hidden()
    assert page.locator("img.diagram").first.is_visible()


@pytest.mark.parametrize(
    ("scheme", "shown", "hidden"), [("light", "only-light", "only-dark"), ("dark", "only-dark", "only-light")]
)
def test_a_diagram_fits_the_scheme_and_opens_large(open_page: Callable[..., Page], scheme: str, shown: str, hidden: str) -> None:
    page = open_page(CONTENT, color_scheme=scheme, viewport=DESK)
    assert page.locator(f"img.diagram[src$='{hidden}']").is_hidden()
    picture = page.locator(f"img.diagram[src$='{shown}']")
    picture.click()
    large = page.get_by_role("dialog", name="Picture").locator(".gslide-image img")
    expect(large).to_be_visible()
    assert large.evaluate("image => image.src") == picture.evaluate("image => image.src")
    assert large.bounding_box()["width"] > picture.bounding_box()["width"]
    page.keyboard.press("Escape")
    expect(large).to_have_count(0)
    expect(page.locator("a.picture:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    close = page.get_by_role("button", name="Close")
    assert close.bounding_box()["width"] >= 24
    assert close.locator("path").first.evaluate("path => getComputedStyle(path).fill") == "rgb(255, 255, 255)"
    close.click()
    expect(large).to_have_count(0)


@pytest.mark.parametrize(
    ("listed", "entry", "name"),
    [("glossary/", "glossary/c/", "canary-deployment"), ("exam/c01-map/", "exam/c01-domain-3/", "objective-k3-1-5")],
)
def test_an_address_in_a_list_of_all_leads_on_to_the_entry(
    open_page: Callable[..., Page], listed: str, entry: str, name: str
) -> None:
    page = open_page(f"{listed}#{name}", viewport=PHONE)
    page.wait_for_url(f"**/{entry}#{name}")
    expect(page.locator(f":is(h2, h3)#{name}")).to_be_in_viewport()
    page = open_page(f"{listed}#{name}", java_script_enabled=False)
    page.locator(f"#{name}").click()
    expect(page.locator(f":is(h2, h3)#{name}")).to_be_in_viewport()


def test_a_term_shows_its_tooltip_on_keyboard_focus(open_page: Callable[..., Page]) -> None:
    page = open_page(CONTENT, viewport=DESK)
    term = page.locator("article a.gloss").first
    term.focus()
    tooltip = page.locator(".tooltip")
    tooltip.wait_for(state="visible")
    assert len(tooltip.inner_text()) > 20


def test_a_footnote_can_be_read_and_followed_beside_its_number(open_page: Callable[..., Page]) -> None:
    page = open_page(CONTENT, viewport=DESK)
    page.locator("article .footnote-ref").first.hover()
    note = page.get_by_role("dialog", name="Footnote")
    note.get_by_role("link").first.hover()
    expect(note).to_be_visible()
    page.locator("article h1").hover()
    expect(note).to_have_count(0)


def printed(page: Page) -> str:
    """The text of the page on A4 paper, white space folded."""
    return " ".join(" ".join(sheets(page.pdf(prefer_css_page_size=False, format="A4"))).split())


@pytest.mark.parametrize("path", [CONTENT, "sagemaker/inference/", "exam/service-status/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_printed_page_loses_nothing(new_tab: Callable[..., Page], address: str, path: str, scheme: str) -> None:
    page = new_tab(color_scheme=scheme, viewport=DESK)
    page.goto(address + path)
    texts = page.eval_on_selector_all(
        "article :is(p, li, td, th, h1, h2, h3, h4, summary)",
        "elements => elements.filter(e => !e.closest('.page-foot, .picture')).map(e => { const c = e.cloneNode(true);"
        " c.querySelectorAll('.headerlink, .md-content__button, button').forEach(x => x.remove()); return c.textContent })",
    )
    paper = printed(page)
    squeezed = letters(paper)
    words = [word for text in texts for word in re.findall(r"\w+", text)]
    lost = [word for word in words if letters(word) not in squeezed]
    assert len(words) > 100
    assert lost == []
    assert "1 / " in paper
    assert "Skip to content" not in paper
    assert "Table of contents" not in paper


def test_folded_text_prints_open_without_a_script(new_tab: Callable[..., Page], address: str) -> None:
    page = new_tab(java_script_enabled=False)
    page.goto(address + CONTENT)
    page.set_content(
        "<link rel=stylesheet href='../../../assets/stylesheets/print.css'>"
        "<details><summary>S</summary><p>folded words</p></details>"
    )
    page.wait_for_load_state("networkidle")
    assert "folded words" in printed(page)


def test_addresses_that_leave_the_site_are_printed(new_tab: Callable[..., Page], address: str) -> None:
    page = new_tab()
    page.goto(address + CONTENT)
    assert letters("https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference.html") in letters(printed(page))


def test_a_printed_page_says_how_old_it_is(new_tab: Callable[..., Page], address: str) -> None:
    page = new_tab()
    page.goto(address + "exam/corrections/")
    paper = printed(page)
    assert "Sources read: 20" in paper
    assert "Edit this page" not in paper


def test_the_cheat_sheet_prints_on_two_sheets(new_tab: Callable[..., Page], address: str) -> None:
    page = new_tab()
    page.goto(address + "exam/cheat-sheet/")
    paper = sheets(page.pdf(prefer_css_page_size=True))
    assert len(paper) == 2

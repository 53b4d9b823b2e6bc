"""The site by keyboard alone, by finger, without motion and in the colours of the reader's system."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from axe import violations
from conftest import DESK, PHONE

Open = Callable[..., Page]
CONTENT = "sagemaker/inference/asynchronous/"
STILL = {"reduced_motion": "reduce"}

#: What has the focus: a name for the report, and what is wrong with how it shows that.
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // The scheme's radio button has no size; its label stands for it.
  const shown = element.matches(".md-option") ? element.parentElement.querySelector("label:not([hidden])") : element;
  const box = shown.getBoundingClientRect();
  const style = getComputedStyle(shown);
  const luminance = (colour) => {
    const linear = (c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => linear(part / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const colours = [style.outlineColor, getComputedStyle(document.body).backgroundColor];
  const [light, dark] = colours.map(luminance).sort((a, b) => b - a);
  const wrong = [];
  if (!box.width || !box.height) wrong.push("has no size");
  if (box.right <= 0 || box.left >= innerWidth || box.bottom <= 0 || box.top >= innerHeight) wrong.push("is out of sight");
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push("has no outline");
  if ((light + 0.05) / (dark + 0.05) < 3) wrong.push("has a faint outline");
  return [`${element.localName}.${element.className} ${element.textContent.trim().slice(0, 30)}`, wrong];
}"""
MOVING = """() => Array.from(document.querySelectorAll("*")).filter((element) => {
  const style = getComputedStyle(element);
  const longest = (times) => Math.max(...times.split(",").map((time) => parseFloat(time) * (time.endsWith("ms") ? 1 : 1000)));
  return longest(style.transitionDuration) > 1 || longest(style.animationDuration) > 1 || style.scrollBehavior === "smooth";
}).map((element) => element.outerHTML.slice(0, 100))"""
SMALL = """(selector) => Array.from(document.querySelectorAll(selector)).filter((element) => {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const box = element.getBoundingClientRect();
  return box.width && (box.width < 24 || box.height < 24);
}).map((element) => element.outerHTML.slice(0, 100))"""
TOUCHED = """button, select, summary, .chip, .headerlink, .letters a, .parts a, .others a, .page-foot a,
.md-header__button:not([hidden]), .md-nav__link, .md-footer__link, .md-top, .md-content__button, .option"""


def walk(page: Page, steps: int) -> list[tuple[str, list[str]]]:
    """Presses Tab so often and tells what had the focus."""
    seen = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused:
            seen.append(tuple(focused))
    return seen


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("viewport", "steps"), [(PHONE, 30), (DESK, 60)], ids=["390", "1440"])
def test_what_has_the_focus_is_seen(open_page: Open, viewport: dict, steps: int, scheme: str) -> None:
    page = open_page(CONTENT, viewport=viewport, color_scheme=scheme, **STILL)
    seen = walk(page, steps)
    assert len(seen) == steps
    assert [(name, wrong) for name, wrong in seen if wrong] == []
    reached = " ".join(name for name, _ in seen)
    for part in ("md-skip", "md-option", "select", "md-search__input", "headerlink", "chip", "gloss", "footnote-ref"):
        assert part in reached, part


def test_keys_open_and_close_the_menu(open_page: Open) -> None:
    page = open_page(CONTENT, viewport=PHONE, **STILL)
    button = page.get_by_role("button", name="Menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer.locator("a:focus")).to_be_in_viewport()
    assert violations(page, ".md-sidebar--primary") == []
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(drawer).not_to_be_visible()


def test_the_menu_closes_behind_the_reader(open_page: Open) -> None:
    page = open_page(CONTENT, viewport=PHONE, **STILL)
    page.get_by_role("button", name="Menu").press(" ")
    expect(page.locator(".md-sidebar--primary a:focus")).to_be_in_viewport()
    page.locator("article h1 .headerlink").focus()
    expect(page.locator(".md-sidebar--primary")).not_to_be_visible()


@pytest.mark.parametrize("key", ["Enter", " ", "ArrowRight"])
def test_keys_switch_the_scheme(open_page: Open, key: str) -> None:
    page = open_page(CONTENT, color_scheme="light", **STILL)
    page.get_by_role("radio", name="Switch to the dark scheme").press(key)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.get_by_role("radio", name="Switch to the light scheme")).to_be_focused()


@pytest.mark.parametrize("host", ["article a.gloss", "article .footnote-ref"])
def test_a_tooltip_shows_on_focus_and_closes_with_escape(open_page: Open, host: str) -> None:
    page = open_page(CONTENT, viewport=DESK, **STILL)
    page.locator(host).first.focus()
    tooltip = page.locator(".tooltip")
    expect(tooltip).to_be_visible()
    assert len(tooltip.inner_text()) > 20
    assert violations(page, ".tooltip") == []
    page.keyboard.press("Escape")
    expect(tooltip).to_have_count(0)
    expect(page.locator(host).first).to_be_focused()


def test_keys_search(open_page: Open) -> None:
    page = open_page(CONTENT, viewport=DESK, **STILL)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name="Search").get_by_role("textbox")).to_be_focused()
    page.keyboard.type("glue")
    # The index is loaded and read now; a busy machine takes its time.
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=60_000)
    assert violations(page, ".md-search") == []
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search-result__link").first).not_to_be_visible()


def test_keys_unfold_what_is_folded(open_page: Open) -> None:
    page = open_page("practice/task-1-1/", **STILL)
    folded = page.locator("article details:not([open]) > summary").first
    folded.press("Enter")
    expect(page.locator("article details[open]").first).to_be_visible()


def test_what_scrolls_sideways_has_a_name_and_scrolls_by_keys(open_page: Open) -> None:
    page = open_page("mlops/lambda/", viewport=PHONE, **STILL)
    formula = page.get_by_role("group", name="Formula: ").first
    formula.focus()
    formula.evaluate("element => element.addEventListener('scroll', () => { element.dataset.scrolled = '' })")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-scrolled]")).to_have_count(1)


def test_a_key_copies_code(open_page: Open) -> None:
    page = open_page(CONTENT, viewport=DESK, permissions=["clipboard-read", "clipboard-write"], **STILL)
    page.locator(".md-code__button").first.press("Enter")
    code = page.locator("article pre > code").first.inner_text()
    expect(page.locator(".md-dialog--active")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").strip() == code.strip()


@pytest.mark.parametrize("path", [CONTENT, "practice/exam/"])
def test_nothing_moves_for_readers_who_want_it_still(open_page: Open, path: str) -> None:
    assert open_page(path, **STILL).evaluate(MOVING) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_chips_badges_and_pictures(open_page: Open, scheme: str) -> None:
    page = open_page("sagemaker/inference/neo/", color_scheme=scheme, forced_colors="active", viewport=DESK)
    page.select_option(".exam-choice select", "c02")
    border = "(element, part) => getComputedStyle(element, part).borderTopStyle"
    assert page.locator("h1[data-exams]").evaluate(border, "::after") == "solid"
    page.select_option(".exam-choice select", "both")
    assert page.locator(".chip").first.evaluate(border) == "solid"
    picture = page.locator("img.diagram:visible").first
    paper = {"light": "rgb(255, 255, 255)", "dark": "rgb(22, 27, 33)"}[scheme]
    assert picture.evaluate("element => getComputedStyle(element).backgroundColor") == paper


@pytest.mark.parametrize("path", ["", CONTENT, "glossary/", "exam/c02-map/", "practice/task-1-1/", "practice/mixed/"])
def test_what_is_touched_is_large_enough(open_page: Open, path: str) -> None:
    page = open_page(path, viewport=PHONE, **STILL)
    assert page.evaluate(SMALL, TOUCHED) == []

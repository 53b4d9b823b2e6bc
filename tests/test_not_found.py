"""The page for a missing address, served as GitHub Pages serves it: at any depth below a project's path, with status 404."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from axe import violations
from conftest import page_files

DEEP = "sagemaker/inference/asynchronous-inferense/no/such/page.html"


def test_a_deep_missing_address_is_answered_in_the_guides_look(new_tab: Callable[..., Page], address: str) -> None:
    page = new_tab()
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    response = page.goto(address + DEEP, wait_until="networkidle")
    assert response is not None
    assert response.status == 404
    assert failed == [address + DEEP]  # every style and script was found
    expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
    assert page.locator(".md-header").evaluate("header => getComputedStyle(header).position") == "sticky"
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    expect(page.locator(".exam-choice select")).to_be_visible()


def test_it_offers_pages_whose_addresses_come_near(open_page: Callable[..., Page]) -> None:
    page = open_page(DEEP)
    expect(page.locator(".nearest a").first).to_have_text("Asynchronous Inference")
    page.locator(".nearest a").first.click()
    page.wait_for_url("**/sagemaker/inference/asynchronous/")


SLIPS = {
    "bedrock/guardrail/": "Guardrails",
    "sagemaker/featurestore.html": "Feature Store",
    "docs/kms": "KMS",
    "mlops/step_functions/": "Step Functions",
}


def test_it_finds_the_page_behind_a_slip(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(DEEP)
    for missing, found in SLIPS.items():
        page.goto(address + missing)
        expect(page.locator(".nearest li").filter(has_text=found).first).to_be_visible()


def test_an_address_like_no_page_gets_no_guess(open_page: Callable[..., Page]) -> None:
    page = open_page("qqqq/zzzz/")
    expect(page.locator(".search-for")).to_be_visible()
    expect(page.locator(".nearest")).to_be_hidden()


def test_its_search_works(open_page: Callable[..., Page]) -> None:
    page = open_page(DEEP)
    page.click(".md-search__input")
    page.locator(".md-search__input").press_sequentially("feature store")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/sagemaker/feature-store/**")


def test_the_words_of_the_address_can_be_searched(open_page: Callable[..., Page]) -> None:
    page = open_page("sagemaker/feature-stores/")
    page.locator(".search-for").click()
    expect(page.locator(".md-search__input")).to_have_value("sagemaker feature stores")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


HOSTILE = (
    "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E/",
    "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "javascript:alert(1)/",
    "%E0%A4%A/broken",
    "a/" * 500,
    "x?q=%3Cscript%3E#%3Cscript%3E",
    "//evil.example/",
)


def test_a_hostile_address_is_nothing_but_words(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(DEEP)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for hostile in HOSTILE:
        page.goto(address + hostile)
        expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
        links = page.locator("article a[href]").evaluate_all("links => links.map(link => link.href)")
        assert [link for link in links if not link.startswith(address)] == [], hostile
        assert page.locator("article :is(img, script, iframe)").count() == 0, hostile


def test_it_lists_every_page_without_javascript(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page(DEEP, java_script_enabled=False)
    listed = page.locator(".all-pages a").count()
    assert listed == len(page_files(site))
    page.locator(".all-pages summary").get_by_text("Bedrock", exact=True).click()
    expect(page.locator(".all-pages").get_by_role("link", name="Guardrails").first).to_be_visible()
    expect(page.locator(".nearest")).to_be_hidden()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_axe_finds_nothing_on_it(open_page: Callable[..., Page], scheme: str, width: int) -> None:
    page = open_page(DEEP, color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

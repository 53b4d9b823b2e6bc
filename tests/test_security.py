"""The site under its own policy, in a real Chromium: what readers do works, what attackers try does nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from conftest import DESK, SITE_PATH

CONTENT = "sagemaker/inference/asynchronous/"
CODE = "sagemaker/training-input/"
#: Reports what the policy blocked, a call of `hit()` by a hostile string, and a press of the print button.
WATCH = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  noted(`${violatedDirective} blocked ${blockedURI} ${sample}`));
window.hit = () => noted("a hostile string was run");
window.print = () => { window.printed = true; };
"""
HOSTILE = (
    "<script>hit()</script>",
    '"><img src=x onerror=hit()>',
    "'><svg/onload=hit()>",
    "</title></script><script>hit()</script>",
    "javascript:hit()",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    '<a href="javascript:hit()" autofocus onfocus=hit()>x</a>',
    "<math><mtext><table><mglyph><style><img src=x onerror=hit()>",
    "<details open ontoggle=hit()>x",
    "{{constructor.constructor('hit()')()}} ${hit()}",
    "%3Cscript%3Ehit()%3C/script%3E",
    "&lt;img src=x onerror=hit()&gt;",
    "\u2028hit()//\\';hit();//",
    "__proto__[hit]=1",
    '*:* ~1 ^-2 +"( [',
)
PRACTICE = ("questions", "cards", "history", "exam")


@pytest.fixture
def page(new_tab: Callable[..., Page]) -> Iterator[Page]:
    """A page that notes violations, errors and dialogs; at the end there must be none."""
    page = new_tab(viewport=DESK, permissions=["clipboard-read", "clipboard-write"])
    noted: list[str] = []

    def note_errors(message: ConsoleMessage) -> None:
        if message.type == "error":
            noted.append(message.text)

    page.expose_function("noted", lambda text: noted.append(f"{text} at {page.url}"))
    page.add_init_script(WATCH)
    page.on("console", note_errors)
    page.on("pageerror", lambda error: noted.append(str(error)))
    page.on("dialog", lambda dialog: (noted.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield page
    page.evaluate("1")  # what was reported before has arrived now
    assert noted == []


def search(page: Page, text: str) -> None:
    page.locator(".md-search__input").fill(text)


def test_searching_and_reading_on_from_a_result(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".md-search__input").click()
    search(page, "asynchronous inference")
    page.locator(".md-search-result__link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Asynchronous Inference")


def test_a_page_that_is_not_there_searches_too(page: Page, address: str) -> None:
    page.goto(address + "404.html")
    page.locator(".md-search__input").click()
    search(page, "endpoint")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_reading_a_page(page: Page, address: str) -> None:
    page.goto(address + CONTENT)
    page.locator("a.picture:visible").first.click()
    expect(page.get_by_role("dialog", name="Picture")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("article a.gloss").first.focus()
    expect(page.locator(".tooltip")).to_be_visible()
    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("label[for^=__palette]:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", str(scheme))
    page.select_option(".exam-choice select", "c01")
    expect(page.locator("html")).to_have_attribute("data-exam", "c01")
    page.locator(".footnote-ref").first.hover()
    expect(page.locator(".tooltip").first).to_be_visible()
    page.get_by_role("button", name="Print this page").click()
    assert page.evaluate("window.printed") is True


def test_copying_code(page: Page, address: str) -> None:
    page.goto(address + CODE)
    code = page.locator("pre:has(code)").first
    code.hover()
    page.locator("button[data-md-type=copy], .md-clipboard").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.split() == code.locator("code").inner_text().split()


def test_answering_questions_and_keeping_progress(page: Page, address: str) -> None:
    page.goto(address + "practice/mixed/")
    page.locator("form[data-practice] button.main").click()
    page.locator(".session .option").first.click()
    page.goto(address + "practice/exam/")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name="Question 1 of 65")).to_be_visible()
    page.goto(address + "practice/flashcards/")
    page.locator("form[data-practice] button.main").click()
    page.get_by_role("button", name="Show the answer").click()
    page.get_by_role("button", name="Good").click()
    page.goto(address + "practice/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    assert "cards" in json.loads(download.value.path().read_text(encoding="utf-8"))


def test_hostile_addresses_do_nothing(page: Page, address: str) -> None:
    for place, text in enumerate(HOSTILE):
        said = quote(text, safe="")
        page.goto(address + CONTENT + (f"?h=endpoint%20{said}#{text}" if place % 2 else f"?q={said}&h={said}#{said}"))
        expect(page.locator(".md-content h1")).to_contain_text("Asynchronous Inference")


def test_hostile_queries_do_nothing(page: Page, address: str) -> None:
    page.goto(address + "practice/")
    page.locator(".md-search__input").click()
    for text in (*HOSTILE, "asynchronous inference"):
        search(page, text)
    expect(page.locator(".md-search-result__link").first).to_contain_text("Asynchronous Inference")


def shapes(text: str) -> list[str]:
    """The string as it is, and inside values of a likely shape."""
    likely = {"index": 0, "color": {"scheme": text, text: text}, "ids": [text], "answers": {text: [text]}}
    return [text, json.dumps(likely), json.dumps([{text: text}])]


@pytest.mark.parametrize("path", [CONTENT, "practice/exam/"])
def test_a_hostile_store_does_nothing(page: Page, address: str, path: str) -> None:
    keys = ["mla-guide.exam", f"{SITE_PATH}.__palette", *(f"mla-guide.practice.{part}" for part in PRACTICE)]
    page.goto(address + path)
    for turn in range(5):
        kept = {key: shapes(HOSTILE[(3 * turn + place) % len(HOSTILE)])[(turn + place) % 3] for place, key in enumerate(keys)}
        page.evaluate("(kept) => Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, value))", kept)
        page.reload()
        expect(page.locator(".exam-choice select")).to_have_value("both")
        assert page.locator("body").get_attribute("data-md-color-scheme") in ("default", "slate")

"""Pages printed from a browser: no word is lost on A4 or Letter paper. A sample; with PRINT_ALL=1 (`make print-check`) all."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from paper import letters, sheets
from small_guide import ROOT

SAMPLE = 20
PARTS = 4
PAGES = sorted(path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("[!_]*.md"))
NO_ADDRESSES = "@media print { .md-typeset a.outward::after { content: none !important } }"
WORDS = """() => {
  const article = document.querySelector("article").cloneNode(true);
  const lost = ".headerlink, .md-content__button, button, .page-foot, .exam-buttons, .footnote-backref, .letters, math, script";
  article.querySelectorAll(lost).forEach((element) => element.remove());
  return article.textContent.split(/\\s+/).filter(Boolean);
}"""


def chosen() -> list[str]:
    """The addresses to print: the widest pages are always among them."""
    always = {"exam/cheat-sheet.md", "sagemaker/inference/index.md", "index.md"}
    picked = PAGES if os.environ.get("PRINT_ALL") else sorted({*random.Random(8).sample(PAGES, SAMPLE - len(always)), *always})
    return [re.sub(r"(^|/)index/$", r"\1", uri.removesuffix(".md") + "/") for uri in picked]


@pytest.mark.parametrize("part", range(PARTS))
def test_a_page_on_paper_loses_no_word(new_tab: Callable[..., Page], address: str, part: int) -> None:
    page = new_tab(color_scheme="dark", bypass_csp=True)
    lost = {}
    for path in chosen()[part::PARTS]:
        page.goto(address + path)
        # The printed address of a link would part it from the comma behind it; it has a test of its own.
        page.add_style_tag(content=NO_ADDRESSES)
        # Brackets and signs of formulas stand in another order on paper: what has no letter and no digit is no word.
        words = [word for word in page.evaluate(WORDS) if any(map(str.isalnum, word))]
        for size in ("A4", "Letter"):
            paper = letters("".join(sheets(page.pdf(format=size))))
            gone = sorted({word for word in words if letters(word) not in paper})
            if gone:
                lost[path, size] = gone[:10]
    assert lost == {}


def test_a_button_prints_the_page(open_page: Callable[..., Page]) -> None:
    page = open_page("sagemaker/inference/asynchronous/")
    page.evaluate("window.print = () => { window.printed = true }")
    page.click("text=Print this page")
    assert page.evaluate("window.printed")


def test_without_javascript_there_is_no_button(open_page: Callable[..., Page]) -> None:
    page = open_page("sagemaker/inference/asynchronous/", java_script_enabled=False)
    assert page.locator(".print-page").is_hidden()

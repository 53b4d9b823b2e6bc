"""The search as a reader uses it: a real Chromium types, the first result is read."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

QUERIES = Path(__file__).with_name("queries.tsv")
NEEDED = 0.95
COMPARISONS = (
    "kinesis vs firehose",
    "EFS versus FSx",
    "canary vs linear",
    "step functions vs mwaa",
    "difference between rag and fine-tuning",
    "databrew vs data wrangler",
    "spot vs reserved",
    "parquet vs csv",
    "grid vs bayesian",
    "batch transform vs asynchronous",
)


@dataclass(frozen=True)
class Query:
    """`expected` is a case-insensitive pattern of the first result's page title or heading."""

    kind: str
    text: str
    expected: str


def read_queries() -> list[Query]:
    with QUERIES.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t")
        next(rows)
        return [Query(*row) for row in rows]


def type_query(page: Page, text: str) -> None:
    """Puts the text in at once; the theme listens to keys."""
    page.fill(".md-search__input", text)
    page.dispatch_event(".md-search__input", "keyup")


def first_hit(page: Page, text: str) -> list[str]:
    """The titles of the first result: of its page, and of the best section where the page itself is not the best."""
    type_query(page, "")
    page.wait_for_function("!document.querySelector('.md-search-result__item')")
    type_query(page, text)
    page.wait_for_function("!document.querySelector('.md-search-result__meta').textContent.includes('Type to start')")
    if not page.locator(".md-search-result__item").count():
        return []
    return page.eval_on_selector(
        ".md-search-result__item",
        "item => [...item.querySelectorAll('h1, h2')].slice(0, 2).map(heading => heading.textContent.trim())",
    )


@pytest.fixture
def search(open_page: Callable[..., Page]) -> Page:
    page = open_page()
    page.click(".md-search__input")
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.includes('Type to start')")
    return page


def test_the_first_result_is_the_right_one(search: Page) -> None:
    queries = read_queries()
    wrong = []
    for query in queries:
        hits = first_hit(search, query.text)
        if not any(re.search(query.expected, hit, re.IGNORECASE) for hit in hits):
            wrong.append((query.kind, query.text, query.expected, hits))
    assert 1 - len(wrong) / len(queries) >= NEEDED, wrong


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("asynchrnous inference", "Asynchronous Inference"),
        ("Asynchronuos", "Asynchronous Inference"),
        ("async endpoint", "Asynchronous Inference"),
    ],
)
def test_typing_errors_are_forgiven(search: Page, typed: str, title: str) -> None:
    assert title in first_hit(search, typed)


@pytest.mark.parametrize("typed", COMPARISONS)
def test_a_comparison_finds_its_page(search: Page, typed: str) -> None:
    first_hit(search, typed)
    link = search.locator(".md-search-result__item a").first.get_attribute("href")
    assert "/compare/" in link, link


def test_nonsense_finds_nothing_and_breaks_nothing(search: Page) -> None:
    for text in ("qqqqzzzzxx", '"><img src=x onerror=alert(1)>', "+-~^*:", "\\"):
        type_query(search, text)
        search.wait_for_timeout(100)
    assert search.locator(".md-search__input").is_visible()

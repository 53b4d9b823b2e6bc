"""The search as a reader uses it: a real Chromium types, the first result is read."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, Route, expect

from axe import violations
from glossary.store import read_terms
from search_queries import Made, queries

ROOT = Path(__file__).parent.parent
QUERIES = Path(__file__).with_name("queries.tsv")
OWN_QUERIES = Path(__file__).with_name("own_queries.tsv")
NEEDED = 0.97
#: Whole questions in the words of somebody who knows no names; the given list has them too, but few.
NEEDED_OF_OWN = 0.9
#: Made queries of each kind; `make bench-search` asks many more.
OF_EACH_KIND = 4
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
HOSTILE = (
    '"><img src=x onerror=document.title="hit">',
    "<script>document.title='hit'</script>",
    "<svg/onload=document.title='hit'>",
    "javascript:document.title='hit'",
    "{{constructor.constructor('document.title=1')()}}",
    "__proto__ constructor toString",
    "bedrock <b>guardrails</b> &lt;i&gt; &amp;",
    "+-~^*: \\ [ ( ) ] { } $ | ?",
    "\u202e\u0000\ufffd endpoint",
    "a" * 5_000,
    "endpoint " * 500,
)
Open = Callable[..., Page]
READY = "Type to start searching"


@dataclass(frozen=True)
class Query:
    """`expected` is a case-insensitive pattern of the first result's page title or heading."""

    kind: str
    text: str
    expected: str


def read_queries(path: Path = QUERIES) -> list[Query]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t")
        next(rows)
        return [Query(*row) for row in rows]


def type_query(page: Page, text: str) -> None:
    """Puts the text in at once; the theme listens to keys."""
    page.fill(".md-search__input", text)
    page.dispatch_event(".md-search__input", "keyup")


def ask(page: Page, text: str) -> None:
    """Asks and waits for the answer, after everything of the last one is gone."""
    type_query(page, "")
    expect(page.locator(".md-search-result__meta")).to_have_text(READY)
    type_query(page, text)
    expect(page.locator(".md-search-result__meta")).not_to_have_text(READY)


@dataclass(frozen=True)
class Hit:
    """The first result: titles and addresses of its page, and of its best section where the page itself is not the best."""

    titles: list[str]
    links: list[str]


#: Types one query after the other, each when the last one is answered: one call for all, because each costs more than the search.
FIRST_HITS = """async texts => {
    const input = document.querySelector(".md-search__input");
    const meta = document.querySelector(".md-search-result__meta");
    const ask = text => new Promise(resolve => {
        const watch = new MutationObserver(() => { watch.disconnect(); resolve(); });
        watch.observe(meta, { childList: true });
        input.value = text;
        input.dispatchEvent(new KeyboardEvent("keyup"));
    });
    const found = [];
    for (const text of texts) {
        await ask(text);
        const item = document.querySelector(".md-search-result__item");
        const first = selector => [...(item?.querySelectorAll(selector) ?? [])].slice(0, 2);
        found.push([first("h1, h2").map(one => one.textContent.trim()), first("a").map(one => one.pathname + one.hash)]);
        await ask("");
    }
    return found;
}"""


def first_hits(page: Page, texts: Sequence[str]) -> list[Hit]:
    return [Hit(*found) for found in page.evaluate(FIRST_HITS, list(texts))]


def is_right(query: Made, hit: Hit) -> bool:
    """Whether the first result is on one of the wanted pages; an address of the glossary is one of an entry."""
    return any(
        wanted in link if "glossary/" in wanted else wanted.partition("#")[0] in link
        for link in hit.links
        for wanted in query.wanted
    )


def begin(page: Page) -> Page:
    page.click(".md-search__input")
    expect(page.locator(".md-search-result__meta")).to_have_text(READY)
    return page


@pytest.fixture
def search(open_page: Open) -> Page:
    return begin(open_page())


@pytest.mark.parametrize(("path", "needed"), [(QUERIES, NEEDED), (OWN_QUERIES, NEEDED_OF_OWN)], ids=["given", "own"])
def test_the_first_result_is_the_right_one(search: Page, path: Path, needed: float) -> None:
    asked = read_queries(path)
    wrong = [
        (query.kind, query.text, query.expected, hit.titles)
        for query, hit in zip(asked, first_hits(search, [query.text for query in asked]), strict=True)
        if not any(re.search(query.expected, title, re.IGNORECASE) for title in hit.titles)
    ]
    assert 1 - len(wrong) / len(asked) >= needed, wrong


def test_names_are_found_however_they_are_typed(search: Page) -> None:
    made = list(queries(read_terms(ROOT / "docs/_data/glossary"), each=OF_EACH_KIND, seed=2026))
    hits = first_hits(search, [query.text for query in made])
    wrong = [(query.kind, query.text, query.wanted) for query, hit in zip(made, hits, strict=True) if not is_right(query, hit)]
    assert 1 - len(wrong) / len(made) >= NEEDED, wrong


def test_typing_errors_are_forgiven(search: Page) -> None:
    for hit in first_hits(search, ["asynchrnous inference", "Asynchronuos", "async endpoint"]):
        assert "Asynchronous Inference" in hit.titles


def test_a_comparison_finds_its_page(search: Page) -> None:
    for typed, hit in zip(COMPARISONS, first_hits(search, COMPARISONS), strict=True):
        assert hit.links, typed
        assert "/compare/" in hit.links[0], typed


def test_a_mended_query_is_said(search: Page) -> None:
    ask(search, "sagmaker clarfy")
    expect(search.locator(".search-said")).to_have_text("Showing results for SageMaker Clarify")
    ask(search, "sagemaker clarify")
    expect(search.locator(".search-said")).to_be_empty()


def test_when_nothing_is_found_the_nearest_names_are_offered(search: Page) -> None:
    ask(search, "xqtranscrzibeqx")
    expect(search.locator(".md-search-result__meta")).to_have_text("Nothing found")
    said = search.locator(".search-said")
    expect(said).to_contain_text("Did you mean")
    expect(said).to_have_role("status")
    assert 1 <= said.locator("a").count() <= 5
    name = said.locator("a").first.inner_text()
    assert name == "Amazon Transcribe"
    search.keyboard.press("ArrowDown")
    expect(said.locator("a").first).to_be_focused()
    search.keyboard.press("Enter")
    expect(search.locator(".md-search__input")).to_have_value(name)
    expect(search.locator(".md-search__input")).to_be_focused()
    expect(search.locator(".md-search-result__item h1").first).to_contain_text("Transcribe")
    expect(said).to_be_empty()


def test_the_enter_key_takes_the_nearest_name(search: Page) -> None:
    ask(search, "xqtranscrzibeqx")
    search.keyboard.press("Enter")
    expect(search.locator(".md-search__input")).to_have_value("Amazon Transcribe")


def test_results_say_area_and_exam(search: Page) -> None:
    ask(search, "asynchronous inference")
    tags = search.locator(".md-search-result__item").first.locator(".md-tags").first
    expect(tags).to_have_text(re.compile(r"SageMaker AI\s*C02 3\.1, 3\.2\s*C01 3\.1, 3\.2"))
    search.keyboard.press("Escape")
    search.select_option(".exam-choice select", "c02")
    ask(search, "asynchronous inference")
    expect(tags.locator(".chips-c01")).to_be_hidden()
    expect(tags.locator(".chips-c02")).to_be_visible()


def test_the_first_view_loads_no_search(open_page: Open, address: str) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}sagemaker/clarify/", wait_until="networkidle")
    assert "assets/javascripts/search/page.js" in asked
    assert [url for url in asked if "search_index" in url or "worker" in url] == []
    begin(page)
    assert [url for url in asked if "search_index" in url] == ["search/search_index.json"]
    assert [url for url in asked if "workers/" in url] == []


@pytest.mark.parametrize("key", ["s", "f", "/"])
def test_a_key_begins_the_search(open_page: Open, key: str) -> None:
    page = open_page()
    page.keyboard.press(key)
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("databrw")
    expect(page.locator(".md-search-result__item h1").first).to_contain_text("DataBrew")


def test_what_is_typed_before_the_index_came_is_answered(open_page: Open) -> None:
    page = open_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("**/search_index.json", hold)
    with page.expect_request("**/search_index.json"):
        page.click(".md-search__input")
    page.keyboard.type("model registry")
    expect(page.locator(".md-search-result__meta")).to_have_text("Initializing search")
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator(".md-search-result__item h1").first).to_contain_text("Model Registry")


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(open_page: Open) -> None:
    page = open_page()
    page.context.route("**/search_index.json", lambda route: route.abort())
    page.click(".md-search__input")
    expect(page.locator(".search-said")).to_contain_text("could not be loaded")
    page.context.unroute("**/search_index.json")
    page.keyboard.press("Escape")
    begin(page)
    expect(page.locator(".search-said")).to_be_empty()


def test_a_shared_search_opens_with_its_results(open_page: Open, address: str) -> None:
    page = open_page("?q=databrw")
    expect(page.locator(".md-search-result__item h1").first).to_contain_text("DataBrew")
    expect(page.locator("[data-md-component=search-share]")).to_have_attribute("href", f"{address}?q=databrw")


def test_a_result_leads_to_marked_words(search: Page) -> None:
    ask(search, "asynchrnous payload")
    search.locator(".md-search-result__link").first.click()
    search.wait_for_url("**/asynchronous/?h=*")
    marked = {text.lower() for text in search.locator("article mark").all_inner_texts()}
    assert {"asynchronous", "payload"} <= marked, marked


@pytest.mark.parametrize("height", [500, 2160])
def test_results_fill_the_screen_and_others_come_by_scrolling(search: Page, height: int) -> None:
    search.set_viewport_size({"width": 1280, "height": height})
    ask(search, "endpoint")
    items = search.locator(".md-search-result__item")
    scroller = search.locator(".md-search__scrollwrap")
    expect(items.first).to_be_visible()
    assert scroller.evaluate("one => one.scrollHeight > one.clientHeight")
    drawn = items.count()
    items.last.scroll_into_view_if_needed()
    scroller.evaluate("one => one.scrollTo(0, one.scrollHeight)")
    expect(items.nth(drawn)).to_be_attached()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("typed", ["sagmaker clarfy endpoint", "xqtranscrzibeqx"])
def test_axe_finds_nothing_in_the_results(open_page: Open, scheme: str, typed: str) -> None:
    page = begin(open_page(color_scheme=scheme, reduced_motion="reduce"))
    ask(page, typed)
    expect(page.locator(".search-said a").first).to_be_visible()
    assert violations(page, ".md-search") == []


def test_the_dialog_has_a_name_and_escape_closes_it(search: Page) -> None:
    expect(search.get_by_role("dialog", name="Search")).to_be_visible()
    ask(search, "endpoint")
    expect(search.locator(".md-search-result__item").first).to_be_visible()
    search.keyboard.press("Escape")
    expect(search.locator(".md-search-result__item").first).to_be_hidden()
    expect(search.locator("#__search")).not_to_be_checked()


def test_nonsense_finds_nothing(search: Page) -> None:
    assert first_hits(search, ["qqqqzzzzxx"]) == [Hit([], [])]


def test_hostile_queries_do_nothing(search: Page) -> None:
    title = search.title()
    for hostile in HOSTILE:
        ask(search, hostile)
        assert search.locator(".md-search-result :is(img, script, svg, b)").count() == 0, hostile
    ask(search, "model registry")
    expect(search.locator(".md-search-result__item h1").first).to_contain_text("Model Registry")
    assert search.title() == title


@pytest.mark.parametrize("hostile", HOSTILE[:3], ids=["img", "script", "svg"])
def test_a_hostile_address_does_nothing(open_page: Open, hostile: str) -> None:
    page = open_page(f"sagemaker/clarify/?{urlencode({'q': hostile, 'h': f'{hostile} bias'})}")
    expect(page.locator(".md-search-result__meta")).not_to_have_text("Initializing search")
    expect(page.locator("article mark").first).to_be_attached()
    assert "hit" not in page.title()
    assert page.locator(":is(article, .md-search-result) :is(img[src=x], script, [onload], [onerror])").count() == 0

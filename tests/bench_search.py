"""`make bench-search`: how many of some thousand queries lead to the right page first, and how long a key takes to show results.

Two times are told: until the results stand in the page, and until they are painted, which waits for the screen's next frame.

The queries are asked of the search's own scripts inside Chromium; the keys are typed into the page. The machine's load counts:
measure where nothing else runs.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import random
import sys
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from conftest import served
from glossary.store import read_terms
from search_queries import Made, queries

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "docs/assets/javascripts/search"
EACH = 250
SEEDS = (1, 2)
TYPED = 50
FIRST_HITS = """asked => asked.map(text => {
    const [group] = answer(guide, text).items;
    return group ? [group[0].location, group.find(one => !one.location.includes("#")).location] : [];
})"""
WATCH = """() => {
    window.drawn = [];
    window.painted = [];
    let typed = 0;
    document.querySelector(".md-search__input").addEventListener("input", () => (typed = performance.now()), true);
    new MutationObserver(() => {
        if (!typed) return;
        const begun = typed;
        const answered = window.answered;
        typed = 0;
        window.drawn.push(performance.now() - begun);
        const frame = new MessageChannel();
        frame.port1.onmessage = () => {
            window.painted.push(performance.now() - begun);
            answered?.();
        };
        requestAnimationFrame(() => frame.port2.postMessage(null));
    }).observe(document.querySelector(".md-search-result__meta"), { childList: true });
}"""


def is_right(query: Made, hit: list[str]) -> bool:
    """Whether the first result is on a wanted page, or the wanted entry of the glossary."""
    if not hit:
        return False
    page = hit[0].partition("#")[0]
    return any(
        hit[0] == wanted if wanted.startswith("glossary/") else page == wanted.partition("#")[0] or page.startswith(wanted)
        for wanted in query.wanted
    )


def correctness(page: Page, index: dict) -> None:
    page.set_content("<p>")
    for name in ("words", "guide", "question", "ranking"):
        page.add_script_tag(path=SCRIPTS / f"{name}.js")
    took = page.evaluate(
        "index => { const t = performance.now(); window.guide = new Guide(index); return performance.now() - t; }", index
    )
    print(f"index read in {took:.0f} ms")
    terms = read_terms(ROOT / "docs/_data/glossary")
    made = [query for seed in SEEDS for query in queries(terms, EACH, seed)]
    asked, right, wrong = Counter[str](), Counter[str](), []
    for query, hit in zip(made, page.evaluate(FIRST_HITS, [query.text for query in made]), strict=True):
        asked[query.kind] += 1
        if is_right(query, hit):
            right[query.kind] += 1
        else:
            wrong.append(f"{query.kind}: {query.text} → {hit[0] if hit else 'nothing'}, not {query.wanted[0]}")
    for kind in asked:
        print(f"{kind:24} {right[kind]:4} of {asked[kind]:4}  {right[kind] / asked[kind]:.1%}")
    print(f"{'all':24} {right.total():4} of {asked.total():4}  {right.total() / asked.total():.1%}")
    if os.environ.get("SHOW_WRONG"):
        print(*wrong, sep="\n")


def typed_texts() -> list[str]:
    texts = []
    for name in ("queries.tsv", "own_queries.tsv"):
        with (ROOT / "tests" / name).open(encoding="utf-8", newline="") as lines:
            texts += [row[1] for row in csv.reader(lines, delimiter="\t")][1:]
    return random.Random(1).sample(texts, TYPED)


def keys(page: Page, address: str) -> None:
    page.goto(address)
    page.click(".md-search__input")
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.evaluate(WATCH)
    for text in typed_texts():
        page.fill(".md-search__input", "")
        page.dispatch_event(".md-search__input", "keyup")
        expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
        for letter in text:
            page.evaluate("() => { window.answer = new Promise(resolve => (window.answered = resolve)); }")
            page.keyboard.type(letter)
            page.evaluate("() => window.answer")
    for what in ("drawn", "painted"):
        times = sorted(page.evaluate(what))
        at = {"median": 0.5, "p95": 0.95, "most": 1}
        shown = [f"{name} {times[min(len(times) - 1, int(len(times) * share))]:.0f} ms" for name, share in at.items()]
        print(f"{len(times)} keys until results are {what}: {', '.join(shown)}")


def main(site: Path) -> None:
    data = (site / "search/search_index.json").read_bytes()
    print(f"index {len(gzip.compress(data, 9)) / 1000:.0f} KB compressed, {len(data) / 1000:.0f} KB read")
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROME"], args=["--no-sandbox"])
        correctness(browser.new_page(), json.loads(data))
        keys(browser.new_page(), address)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""make bench: what term linking costs, and how it grows with pages and terms.

Pages of 700 words in four sections, with a term in every tenth word. `added` is what the linker adds to rendering the Markdown,
the median of three runs, in seconds of processor time; `growth` is a row's time over the time of the row before it. The last
table builds the pages with MkDocs and the guide's theme; `share` is the part of the whole build that linking takes.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import markdown
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from glossary.linker import Page, TermLinker, _Linking
from glossary.term import Term
from rendering import STOCK, term
from small_guide import ROOT, small_guide

RUNS = 3
PAGES, TERMS = 300, 1000
LIMIT = 0.10


def make_terms(count: int) -> list[Term]:
    words = ["model", "data", "training", "endpoint", "vector", "stream", "batch", "image", "token", "feature"]
    return [term(f"{words[n % 10]} {words[n // 10 % 10]} {n}x", aliases=(f"{words[n % 10]}{n}",)) for n in range(count)]


def make_pages(count: int, terms: list[Term]) -> list[str]:
    dice = random.Random(7)
    filler = [
        "the",
        "of",
        "a",
        "reader",
        "sees",
        "that",
        "some",
        "words",
        "are",
        "here",
        "for",
        "the",
        "length",
        "and",
        "not",
        "for",
        "the",
        "sense",
    ]

    def section(number: int) -> str:
        words = [dice.choice(terms).name if dice.random() < 0.1 else dice.choice(filler) for _ in range(175)]
        return f"## Section {number}\n\n{' '.join(words)}.\n"

    return ["# Page\n\n" + "\n".join(section(number) for number in range(4)) for _ in range(count)]


def seconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def added(pages: list[str], terms: list[Term]) -> float:
    """Seconds that the linker adds, extensions set up for each page as MkDocs does."""
    linker = TermLinker(terms)

    def render(*more: object) -> None:
        for number, text in enumerate(pages):
            linker.begin(Page(f"area/page-{number}.md"))
            markdown.Markdown(extensions=[*STOCK, *more]).convert(text)  # type: ignore[list-item]

    return seconds(lambda: render(linker)) - seconds(render)


def growth(title: str, rows: list[tuple[int, int]]) -> None:
    print(f"\n{title}\n{'pages':>6} {'terms':>6} {'added':>8} {'growth':>7}")
    before = 0.0
    for page_count, term_count in rows:
        terms = make_terms(term_count)
        time_added = added(make_pages(page_count, terms), terms)
        print(f"{page_count:>6} {term_count:>6} {time_added:>8.3f} {f'{time_added / before:.2f}' if before > 0 else '':>7}")
        before = time_added


def fill(docs: Path, page_count: int, terms: list[Term]) -> None:
    """Adds the terms and as many pages that mention them to the small guide."""
    entries = [{"term": t.name, "short": t.short, "definition": t.definition, "aliases": list(t.aliases)} for t in terms]
    (docs / "_data/glossary/many.yml").write_text(yaml.safe_dump(entries), encoding="utf-8")
    for number, text in enumerate(make_pages(page_count, terms)):
        front = "---\ndescription: A page.\nreviewed: 2026-11-23\n---\n\n"
        (docs / f"page-{number}.md").write_text(front + text, encoding="utf-8")
    for asset in ("stylesheets", "javascripts", "mark.svg"):
        (docs / "assets" / asset).symlink_to(ROOT / "docs/assets" / asset)


def share_of_a_build() -> float:
    """Builds PAGES pages with TERMS terms for real and returns the part that linking took, preparing the forms included."""
    terms = make_terms(TERMS)
    spent = 0.0

    def timed(work: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object) -> object:
            nonlocal spent
            start = time.process_time()
            try:
                return work(*arguments)
            finally:
                spent += time.process_time() - start

        return run

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        docs = small_guide(folder)
        fill(docs, PAGES, terms)
        for room in ("scripts", "overrides"):
            (folder / room).symlink_to(ROOT / room)
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
        (folder / "mkdocs.yml").write_text(settings + "\n", encoding="utf-8")
        os.chdir(folder)
        _Linking.run = timed(_Linking.run)  # type: ignore[method-assign]
        TermLinker.replace_terms = timed(TermLinker.replace_terms)  # type: ignore[method-assign]
        start = time.process_time()
        build(load_config("mkdocs.yml"))
        whole = time.process_time() - start
        os.chdir(ROOT)
        shutil.rmtree(folder / "site")
    print(f"\na build of {PAGES} pages with {TERMS} terms\n{'whole':>8} {'linking':>8} {'share':>7}")
    print(f"{whole:>8.2f} {spent:>8.3f} {spent / whole:>7.1%}")
    return spent / whole


if __name__ == "__main__":
    growth("growth with pages", [(30, TERMS), (100, TERMS), (PAGES, TERMS)])
    growth("growth with terms", [(100, 100), (100, 500), (100, 1000), (100, 2000)])
    sys.exit(share_of_a_build() > LIMIT)

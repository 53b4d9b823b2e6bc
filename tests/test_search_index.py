"""The search index: small, with every name and every rare word in it."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from refusal import assert_refused
from search.asked import read_asked
from search.condensed import condensed
from search.excerpt import excerpt
from search.names import Names, add_names
from search.postings import DIGITS, number, places_of, postings
from search.words import plain, shortest, stem, words

LARGEST = 300_000
SEPARATOR = re.compile(r"[\s\-_]+")


@pytest.fixture(scope="module")
def index(site: Path) -> dict:
    return json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))


def decoded(index: dict) -> dict[str, list[int]]:
    """The words with the numbers of the entries that have them, read as the browser reads them."""
    found = {}
    base = len(DIGITS) // 2
    for word, code in zip(index["words"].split(" "), index["places"].split(" "), strict=True):
        places, place, value = [], -1, 0
        for digit in map(DIGITS.index, code):
            value = value * base + digit % base
            if digit < base:
                place, value = place + value + 1, 0
                places.append(place)
        found[word] = places
    return found


def test_the_index_is_small(site: Path) -> None:
    size = len(gzip.compress((site / "search/search_index.json").read_bytes(), 9))
    assert size <= LARGEST, size


def test_every_entry_has_what_the_theme_draws(index: dict) -> None:
    assert all(isinstance(entry["location"], str) and entry["title"] and "text" in entry for entry in index["docs"])
    shown = [entry["title"] + entry["text"] for entry in index["docs"]]
    assert not [text for text in shown if re.search(r"</?(?:p|code|li|sup)\b", text)]


def test_results_say_area_and_exam(index: dict) -> None:
    tags = {entry["location"]: entry.get("tags") for entry in index["docs"]}
    assert tags["sagemaker/inference/asynchronous/"] == ["SageMaker AI", "C02 3.1, 3.2", "C01 3.1, 3.2"]
    assert [place for place, said in tags.items() if "#" not in place and not said] == [""]


def test_a_rare_word_of_the_site_is_in_the_index_at_its_page(site: Path, index: dict) -> None:
    """Words are taken from the built pages, so that nothing which makes the index can leave one out unseen."""
    separator = re.compile(index["config"]["separator"])
    where: dict[str, set[str]] = {}
    pages = {entry["location"] for entry in index["docs"] if "#" not in entry["location"] and entry["location"]}
    for page in sorted(page for page in pages if not page.startswith("glossary/")):
        html = (site / page / "index.html").read_text(encoding="utf-8")
        article = html[html.index("<article") : html.index("</article>")]
        for paragraph in re.findall(
            r"<p>(.*?)</p>|<li>(.*?)</li>", article.partition('class="footnote"')[0].partition('id="related"')[0]
        ):
            for word in words(plain(re.sub(r"<math.*?</math>|<svg.*?</svg>|<sup.*?</sup>", " ", " ".join(paragraph))), separator):
                where.setdefault(stem(word), set()).add(page)
    rare = sorted(word for word, at in where.items() if len(at) == 1 and word.isascii() and word.isalpha() and len(word) > 3)
    indexed: dict[str, set[str]] = {}
    for word, places in decoded(index).items():
        indexed.setdefault(stem(word), set()).update(index["docs"][place]["location"].partition("#")[0] for place in places)
    for entry in index["docs"]:
        for word in words(" ".join(entry.get(key, "") for key in ("title", "text", "aliases", "asked")), separator):
            indexed.setdefault(stem(word), set()).add(entry["location"].partition("#")[0])
    missing = [word for word in rare if not where[word] <= indexed.get(word, set())]
    assert missing == []


@pytest.mark.parametrize(
    "alike",
    [
        ("pipeline", "pipelines"),
        ("train", "trained", "training", "trains"),
        ("tag", "tags", "tagging", "tagged"),
        ("evaluate", "evaluation", "evaluations", "evaluating"),
        ("optimize", "optimizing", "optimization", "optimizer"),
        ("query", "queries"),
        ("deploy", "deployment", "deployments"),
    ],
)
def test_forms_of_a_word_share_its_stem(alike: tuple[str, ...]) -> None:
    assert len({stem(word) for word in alike}) == 1, [stem(word) for word in alike]


@pytest.mark.parametrize("unlike", [("lex", "lexical"), ("class", "classify"), ("data", "date"), ("aws", "aw")])
def test_other_words_do_not(unlike: tuple[str, str]) -> None:
    assert stem(unlike[0]) != stem(unlike[1])


def test_the_shortest_form_stands_for_all() -> None:
    assert shortest({"trained", "training", "train", "lex"}) == {"train": "train", "lex": "lex"}


def test_numbers_end_where_they_end() -> None:
    written = [number(value) for value in range(10_000)]
    assert len(set(written)) == 10_000
    assert len(written[45]) == 1
    assert len(written[46]) == 2


def test_postings_name_the_entries() -> None:
    listed, places = postings(places_of([{"b"}, {"a", "b"}, {"b"}]))
    assert decoded({"words": listed, "places": places}) == {"a": [1], "b": [0, 1, 2]}


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        (
            "Need Choose <p>Short.</p> <p>Pick the first store that meets the need.<sup>3</sup> Then stop.</p>",
            "Pick the first store that meets the need.",
        ),
        (
            "<ul><li>Statistics come from <code>train</code> &amp; nothing else.</li></ul>",
            "Statistics come from train & nothing else.",
        ),
        ("Key Example Answers", "Key Example Answers"),
        ("", ""),
    ],
)
def test_an_excerpt_is_the_first_sentence(markup: str, shown: str) -> None:
    assert excerpt(markup) == shown


def test_a_long_sentence_is_cut_between_words() -> None:
    shown = excerpt(f"<p>{'word ' * 80}</p>")
    assert shown.endswith("word …")
    assert len(shown) <= 165


def test_names_without_an_entry_are_returned() -> None:
    entries = {"a/": {"location": "a/", "title": "A", "text": ""}}
    lost = add_names(entries, [Names("a/", "Alpha", ("AL",), ("alfa",), "The first."), Names("b/", "Beta")])
    assert [item.name for item in lost] == ["Beta"]
    assert entries["a/"] == {
        "location": "a/",
        "title": "A",
        "text": "",
        "aliases": "Alpha / AL",
        "misspellings": [["alfa", "Alpha"]],
        "about": "The first.",
    }


def test_an_entry_of_nothing_but_a_title_is_left_out() -> None:
    docs = [
        {"location": "", "title": "Home", "text": ""},
        {"location": "#letter-a", "title": "A", "text": ""},
        {"location": "#topic", "title": "<code>Topic</code>", "text": "<p>Zebras stand in one place only here.</p> rare"},
    ]
    small = condensed(
        {"config": {"separator": r"\s+"}, "docs": docs}, [], {"": "All of it."}, {"#topic": ["Area"]}, {"#topic": ["why so"]}
    )
    assert [(entry["location"], entry["title"], entry["text"]) for entry in small["docs"]] == [
        ("", "Home", "All of it."),
        ("#topic", "Topic", "Zebras stand in one place only here."),
    ]
    assert small["docs"][1]["tags"] == ["Area"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("- topic.md", "the file is no mapping; write area/name.md: and a list of phrases"),
        ("gone.md: [how big]", '"gone.md" does not exist; name a page below docs/, such as area/name.md'),
        ("topic.md: how big", '"topic.md" has no list of phrases; write each below it, after a hyphen'),
        ("topic.md: [1]", '"topic.md" has no list of phrases'),
        ("topic.md: [How big]", '"How big" is no phrase; write one to 60 small letters, digits and blanks'),
        ("topic.md: [how big]\nindex.md: [how big]", '"how big" stands at "topic.md" too; keep it where it is answered best'),
    ],
)
def test_a_phrase_that_is_none_is_one_line(tmp_path: Path, written: str, expected: str) -> None:
    path = tmp_path / "asked.yml"
    path.write_text(written, encoding="utf-8")
    assert_refused(lambda: read_asked(path, {"topic.md", "index.md"}), "asked.yml:", expected)

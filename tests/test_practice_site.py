"""The practice part of the real guide: its weight, its links, its deck, what the search leaves out."""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
import zipfile
from pathlib import Path

import pytest

from practice.cards import Card
from practice.question import Question
from practice.stats import stats
from practice.store import read_questions
from small_guide import ROOT
from test_practice_bank import conforms

WEIGHT_MOST = 60 * 1024
CARDS_LEAST = 700


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return read_questions(ROOT / "docs/_data/questions", ())


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_a_page_is_light_at_first_sight(site: Path) -> None:
    """Our own part: the article, the scripts and the style; what the theme adds to every page is not counted."""
    heavy = {}
    for path in sorted((site / "practice").rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        article = html[html.index("<article") : html.index("</article>")]
        own = [site / found for found in re.findall(r"(assets/(?:javascripts/practice|stylesheets/practice)[^\"]*)", html)]
        assert own, path
        weight = len(gzip.compress(article.encode(), 9)) + sum(map(packed, own))
        if weight > WEIGHT_MOST:
            heavy[path.parent.name] = weight
    assert heavy == {}


def test_other_pages_load_nothing_of_it(site: Path) -> None:
    assert "practice.css" not in (site / "index.html").read_text(encoding="utf-8")
    assert "javascripts/practice" not in (site / "glossary/index.html").read_text(encoding="utf-8")


def test_our_scripts_run_under_a_strict_policy(site: Path) -> None:
    for script in (site / "assets/javascripts/practice").glob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|\beval\(|new Function|document\.write", script.read_text()
        ), script
    for path in (site / "practice").rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        article = html[html.index("<article") : html.index("</article>")]
        assert not re.search(r"<script|\son\w+=|\sstyle=", article), path


def test_the_bank_is_there_for_others(site: Path, questions: tuple[Question, ...]) -> None:
    data = json.loads((site / "practice/questions.json").read_text(encoding="utf-8"))
    schema = json.loads((site / "practice/questions.schema.json").read_text(encoding="utf-8"))
    assert conforms(data, schema)
    assert [one["id"] for one in data["questions"]] == [question.id for question in questions]


def test_the_outline_names_every_section_and_source(site: Path, questions: tuple[Question, ...]) -> None:
    outline = json.loads((site / "practice/outline.json").read_text(encoding="utf-8"))
    for question in questions:
        assert {source.url for source in question.sources} <= outline["sources"].keys()
        for ref in question.refs:
            url, title = outline["sections"][ref]
            assert (site / url.partition("#")[0] / "index.html").is_file(), ref
            assert title
            assert title != ref.partition("#")[0]


def test_the_deck_has_the_cards_of_the_page(site: Path, tmp_path: Path) -> None:
    listed = json.loads((site / "practice/cards.json").read_text(encoding="utf-8"))["cards"]
    assert len(listed) >= CARDS_LEAST
    with zipfile.ZipFile(site / "practice/mla-study-guide.apkg") as archive:
        archive.extract("collection.anki2", tmp_path)
    database = sqlite3.connect(tmp_path / "collection.anki2")
    guids = [row[0] for row in database.execute("SELECT guid FROM notes")]
    assert sorted(guids) == sorted(card["id"] for card in listed)
    assert len(set(guids)) == len(guids)
    assert listed[0].keys() - {"exams"} <= Card.__dataclass_fields__.keys()


def test_the_search_leaves_practice_out(site: Path) -> None:
    entries = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert [entry["location"] for entry in entries if entry["location"].startswith("practice/")] == []


def test_the_bank_is_as_large_as_it_must_be(questions: tuple[Question, ...]) -> None:
    known = sorted({objective for question in questions for objective in question.objectives})
    assert stats(questions, known).short == ()

"""The Anki deck, opened as Anki opens it."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from practice.anki import NAME, deck_bytes
from practice.cards import Card

SITE = "https://guide.example.org/"
TITLES = {1: "Data", 3: "Deployment"}
CARDS = [
    Card("async", "term", ("Async <b>",), ("A `queue` & more.",), 3, ("c02-3.1.3",), "x/#y"),
    Card("alone", "term", ("Alone",), ("No page.",), 0, (), ""),
    Card("q-1.1-001", "question", ("Which?", "A. One"), ("Right: A",), 1, ("c02-1.1.4", "c01-K1.1.3"), "z/"),
]


def opened(content: bytes, folder: Path) -> sqlite3.Connection:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        archive.extract("collection.anki2", folder)
    return sqlite3.connect(folder / "collection.anki2")


def guids(content: bytes, folder: Path) -> dict[str, list[str]]:
    """The fields of each note by its GUID."""
    rows = opened(content, folder).execute("SELECT guid, flds FROM notes").fetchall()
    return {guid: fields.split("\x1f") for guid, fields in rows}


def test_a_deck_a_domain_and_tags_by_objective(tmp_path: Path) -> None:
    database = opened(deck_bytes(CARDS, TITLES, SITE, 1_700_000_000), tmp_path)
    decks = {number: deck["name"] for number, deck in json.loads(database.execute("SELECT decks FROM col").fetchone()[0]).items()}
    placed = database.execute("SELECT guid, tags, did FROM notes JOIN cards ON cards.nid = notes.id").fetchall()
    assert {guid: (tags.split(), decks[str(deck)]) for guid, tags, deck in placed} == {
        "async": (["c02-3.1.3"], f"{NAME}::3 Deployment"),
        "alone": ([], f"{NAME}::General"),
        "q-1.1-001": (["c02-1.1.4", "c01-K1.1.3"], f"{NAME}::1 Data"),
    }


def test_fields_are_escaped_and_link_to_the_site(tmp_path: Path) -> None:
    fields = guids(deck_bytes(CARDS, TITLES, SITE, 1_700_000_000), tmp_path)
    assert fields["async"] == [
        "<p>Async &lt;b&gt;</p>",
        "<p>A <code>queue</code> &amp; more.</p>",
        "term",
        "https://guide.example.org/x/#y",
    ]
    assert fields["alone"][3] == ""


def test_a_newer_deck_keeps_the_notes_of_an_older_one(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    changed = [Card("q-1.1-001", "question", ("Which one?",), ("Right: A",), 1, (), ""), *CARDS[:2]]
    old = guids(deck_bytes(CARDS, TITLES, SITE, 1_700_000_000), tmp_path / "old")
    new = guids(deck_bytes(changed, TITLES, SITE, 1_800_000_000), tmp_path / "new")
    assert old.keys() == new.keys()
    assert new["q-1.1-001"][0] == "<p>Which one?</p>"


def test_the_bytes_are_those_of_the_cards() -> None:
    first = deck_bytes(CARDS, TITLES, SITE, 1_700_000_000)
    assert first == deck_bytes(CARDS, TITLES, SITE, 1_700_000_000)
    assert first != deck_bytes(CARDS[:2], TITLES, SITE, 1_700_000_000)


@pytest.mark.parametrize("site", ["", "/"])
def test_a_site_without_address_gives_no_links(tmp_path: Path, site: str) -> None:
    assert guids(deck_bytes(CARDS, TITLES, site, 1_700_000_000), tmp_path)["async"][3] == ""

"""The cards as an Anki deck: a deck a domain, tags by objective.

A note's GUID is the term's slug or the question's id, so that a newer deck updates the notes of an older one and their
progress stays. The bytes depend on the cards and the time stamp alone.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Mapping, Sequence

import genanki

from practice.cards import Card

NAME = "MLA study guide"
#: Anki knows decks and note types by their numbers: never change them.
_DECKS = 1_763_900_000
_NOTE_TYPE = 1_763_910_000
_CODE = re.compile(r"`([^`]+)`")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CSS = """\
.card { font: 18px/1.5 system-ui, sans-serif; max-width: 40em; margin: 1em auto; padding: 0 1em; text-align: left; }
.term { font-size: 1.4em; font-weight: 650; text-align: center; }
code { font-family: ui-monospace, monospace; font-size: 0.9em; }
p { margin: 0 0 0.6em; }
.read { font-size: 0.8em; }
"""
_FRONT = '<div class="{{Kind}}">{{Front}}</div>'
_BACK = '{{FrontSide}}<hr id="answer">{{Back}}{{#Read}}<p class="read"><a href="{{Read}}">Read the section</a></p>{{/Read}}'


def deck_bytes(cards: Sequence[Card], titles: Mapping[int, str], site: str, timestamp: int) -> bytes:
    """An .apkg file. `titles` names the domains, `site` is the address that the cards' links begin with."""
    model = genanki.Model(
        _NOTE_TYPE,
        NAME,
        fields=[{"name": name} for name in ("Front", "Back", "Kind", "Read")],
        templates=[{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}],
        css=_CSS,
    )
    decks = []
    for domain in sorted({card.domain for card in cards}):
        title = f"{domain} {titles[domain]}" if domain in titles else "General"
        deck = genanki.Deck(_DECKS + domain, f"{NAME}::{title}")
        for card in cards:
            if card.domain == domain:
                deck.add_note(_note(model, card, site))
        decks.append(deck)
    written = io.BytesIO()
    genanki.Package(decks).write_to_file(written, timestamp=timestamp)
    return _dateless(written)


def _note(model: genanki.Model, card: Card, site: str) -> genanki.Note:
    read = f"{site}{card.url}" if card.url and site.startswith("http") else ""
    fields = [_html(card.front), _html(card.back), card.kind, html.escape(read)]
    return genanki.Note(model=model, fields=fields, guid=card.id, tags=list(card.tags), sort_field=html.escape(card.front[0]))


def _html(lines: Sequence[str]) -> str:
    return "".join("<p>" + _CODE.sub(r"<code>\1</code>", html.escape(line)) + "</p>" for line in lines)


def _dateless(written: io.BytesIO) -> bytes:
    """The same archive with the same date on every file, whenever it was made."""
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()

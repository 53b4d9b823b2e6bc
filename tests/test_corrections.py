"""Corrections: the data file, the page, the feed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from conftest import SITE_PATH, page_files
from corrections.correction import Correction, read_corrections
from corrections.feed import feed
from corrections.page import corrections_page
from refusal import assert_refused
from small_guide import ROOT

BASE = f"https://guide.example.org{SITE_PATH}"
ATOM = "{http://www.w3.org/2005/Atom}"
ENTRY = """\
- id: payload
  date: 2026-11-23
  title: The payload
  page: topic.md#limits
  found_in: notes
  wrong: It is 5 MB.
  right: It is 25 MB.
  source: https://docs.aws.amazon.com/x.html
  as_of: 2026-10
"""


def read(folder: Path, text: str) -> tuple[Correction, ...]:
    path = folder / "corrections.yml"
    path.write_text(text, encoding="utf-8")
    return read_corrections(path, lambda uri: uri == "topic.md")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("- id: payload", "id: payload", "not readable as YAML"),
        (ENTRY, "payload: x", "the file is not a list of corrections; begin each entry with - id:"),
        (ENTRY, "- payload", "an entry is not a mapping"),
        ("wrong:", "said:", '6: unknown key "said" in payload; use id, date'),
        ("  right: It is 25 MB.\n", "", "1: payload has no right; add right:"),
        ("It is 25 MB.", "[25 MB]", "7: right of payload is not text"),
        ("It is 25 MB.", '"It is \\x1b 25 MB."', "7: right of payload has the sign U+001B; delete it"),
        ("id: payload", "id: Pay load", "1: the id of Pay load; write small letters"),
        ("date: 2026-11-23", "date: 2026-11-31", '1: the date "2026-11-31" of payload; write YYYY-MM-DD'),
        ("date: 2026-11-23", "date: yesterday", '1: the date "yesterday" of payload'),
        ("The payload", "x" * 81, "1: the title (81 characters) of payload; cut it to 80"),
        ("found_in: notes", "found_in: air", '1: found_in "air" of payload; write guide or notes'),
        ("topic.md#limits", "tropic.md", '1: the page "tropic.md" of payload; name a page below docs/'),
        ("docs.aws.amazon.com", "example.org", "1: the source of payload; give the address of AWS's page"),
        ("as_of: 2026-10", "as_of: October", '1: as_of "October" of payload; write YYYY-MM'),
        ("It is 5 MB.", "It is `5 MB.", "1: wrong of payload; give its backtick a partner"),
        (ENTRY, ENTRY + ENTRY, "10: the id of payload; give it another, line 1 has this one"),
    ],
)
def test_each_kind_of_bad_entry_has_its_line(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert_refused(lambda: read(tmp_path, ENTRY.replace(old, new, 1) if old != ENTRY else new), "corrections.yml:", expected)


def test_a_guide_may_have_none(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "corrections.yml", lambda _: True) == ()
    assert read(tmp_path, "# none yet\n") == ()
    assert "Nothing was corrected yet." in corrections_page((), str, has_feed=False)
    assert ElementTree.fromstring(feed((), "Guide", BASE, "c/", str)).findall(f"{ATOM}entry") == []


def test_the_newest_comes_first(tmp_path: Path) -> None:
    later = ENTRY.replace("id: payload", "id: later").replace("2026-11-23", "2027-01-02")
    assert [correction.id for correction in read(tmp_path, ENTRY + later)] == ["later", "payload"]


def test_what_looks_like_markup_is_text(tmp_path: Path) -> None:
    odd = "<script>alert(1)</script> & *a* [b](c) $5 `x < y`"
    found = read(tmp_path, ENTRY.replace("It is 5 MB.", f"'{odd}'"))
    page = corrections_page(found, str, has_feed=True)
    assert r"&lt;script&gt;alert(1)&lt;/script&gt; &amp; \*a\* \[b\](c) \$5 `x < y`" in page
    content = ElementTree.fromstring(feed(found, "Guide & Co", BASE, "c/", str)).findtext(f".//{ATOM}content")
    assert content
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; *a* [b](c) $5 <code>x &lt; y</code>" in content


def test_the_feed_is_atom_and_the_same_each_time(site: Path) -> None:
    text = (site / "corrections.xml").read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.tag == f"{ATOM}feed"
    for one in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1, (one, name)
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{BASE}corrections.xml", "alternate": f"{BASE}exam/corrections/"}
    ids = [found.text or "" for found in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    assert all(name.startswith("urn:uuid:") for name in ids)
    updated = [found.text or "" for found in root.iter(f"{ATOM}updated")]
    assert updated[0] == max(updated)


def test_an_entry_keeps_its_id_wherever_the_guide_is_served(tmp_path: Path) -> None:
    found = read(tmp_path, ENTRY)
    ids = [
        [one.text for one in ElementTree.fromstring(feed(found, "Guide", url, "c/", str)).iter(f"{ATOM}id")]
        for url in (BASE, "https://elsewhere.example/")
    ]
    assert ids[0] == ids[1]


def test_page_and_feed_have_every_correction_and_lead_to_real_places(site: Path) -> None:
    found = read_corrections(ROOT / "docs/_data/corrections.yml", lambda _: True)
    assert len(found) >= 11
    html = (site / "exam/corrections/index.html").read_text(encoding="utf-8")
    root = ElementTree.fromstring((site / "corrections.xml").read_text(encoding="utf-8"))
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == len(found)
    for entry, correction in zip(entries, found, strict=True):
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href") == urljoin(BASE, f"exam/corrections/#{correction.id}")
        assert f'id="{correction.id}"' in html
        assert correction.source in html


def test_every_page_names_the_feed(site: Path) -> None:
    for path in page_files(site):
        href = '<link rel="alternate" type="application/atom+xml" title="Corrections" href="'
        address = path.read_text(encoding="utf-8").partition(href)[2].partition('"')[0]
        here = f"{BASE}{path.relative_to(site).as_posix().removesuffix('index.html')}"
        assert urljoin(here, address) == f"{BASE}corrections.xml", path

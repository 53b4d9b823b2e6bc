"""The printed book: one area of the real guide, and a small book on other paper."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

import press_libraries
from book.__main__ import STYLE, main
from book.binding import bind
from book.nav import Nav, read_nav
from book.page import classes, read_page
from book.printing import print_book
from small_guide import ROOT
from small_site import small_site

AREA = "ai-services"
SHARE = 0.995
MISSING = press_libraries.missing()
pytestmark = pytest.mark.skipif(bool(MISSING) and not os.environ.get("CI"), reason=MISSING)


@pytest.fixture(scope="session")
def nav() -> Nav:
    return read_nav(ROOT / "mkdocs.yml").only(AREA)


@pytest.fixture(scope="session")
def book(site: Path) -> Path:
    """The PDF of the area, printed once for all workers."""
    target, lock = site.parent / "area.pdf", site.parent / "area.lock"
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        pause = threading.Event()
        while not (site.parent / "area.done").exists():
            pause.wait(0.2)
        return target
    try:
        printed = main(["--site", str(site), "--config", str(ROOT / "mkdocs.yml"), "--area", AREA, "--out", str(target)])
    finally:
        (site.parent / "area.done").touch()
    assert printed == 0
    return target


@pytest.fixture(scope="session")
def reader(book: Path) -> PdfReader:
    return PdfReader(book)


@pytest.fixture(scope="session")
def texts(reader: PdfReader) -> list[str]:
    """The text of every page."""
    return [page.extract_text() for page in reader.pages]


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Level, title and page of every bookmark."""
    found: list[tuple[int, str, int]] = []

    def walk(entries: list, level: int) -> None:
        for entry in entries:
            if isinstance(entry, Destination):
                found.append((level, str(entry.title), reader.get_destination_page_number(entry)))
            else:
                walk(entry, level + 1)

    walk(reader.outline, 1)
    return found


def test_the_outline_is_the_navigation(reader: PdfReader, site: Path, nav: Nav) -> None:
    wanted = [(1, "Contents")]
    for part in nav.parts:
        wanted.append((1, part.title))
        group = ""
        for chapter in part.chapters:
            if chapter.group != group:
                group = chapter.group
                wanted.append((2, group))
            wanted.append((3 if group else 2, read_page(site, chapter.uri).title))
    assert [(level, title) for level, title, _ in outline(reader)] == [*wanted, (1, "Index of terms")]
    assert len(reader.pages) > 10


def test_every_link_leads_to_a_page(reader: PdfReader) -> None:
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]
    inner = [link["/Dest"] for link in links if "/Dest" in link]
    assert len(inner) > 100
    assert set(map(str, inner)) <= set(reader.named_destinations)
    outer = [link["/A"]["/URI"] for link in links if "/A" in link]
    assert any(address.startswith("https://docs.aws.amazon.com/") for address in outer)
    assert all(address.startswith("https://") for address in outer)


def letters(text: str) -> str:
    """The text without what the end of a line may add or take away."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


def words(element: Element) -> list[str]:
    """The words of an article, without what is only for a screen and what is drawn."""
    lost = {"headerlink", "page-foot", "footnote-backref", "md-content__button", "letters", "no-book"}
    if not isinstance(element.tag, str) or element.tag.endswith(("math", "button")) or classes(element) & lost:
        return (element.tail or "").split()
    own = [*(element.text or "").split(), *(word for child in element for word in words(child))]
    return [*own, *(element.tail or "").split()]


def test_the_words_of_every_page_are_in_its_chapter(reader: PdfReader, texts: list[str], site: Path, nav: Nav) -> None:
    places = outline(reader)
    starts = {title: page for level, title, page in places if level > 1}
    ends = sorted({page for _, _, page in places} | {len(texts)})
    for uri in nav.uris:
        page = read_page(site, uri)
        first = starts[page.title]
        # Chapters of one group share a page with nothing else: the next bookmark is the next chapter.
        last = next(end for end in ends if end > first)
        paper = letters("".join(texts[first:last]))
        said = words(page.article)
        found = [word for word in said if letters(word) in paper]
        assert len(found) >= SHARE * len(said), (uri, sorted(set(said) - set(found))[:20])


def test_it_is_tagged_in_its_language(reader: PdfReader) -> None:
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "pdfuaid" in catalog["/Metadata"].get_object().get_data().decode("utf-8", "replace")


def test_every_font_is_embedded(reader: PdfReader) -> None:
    fonts = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            fonts[font.get_object()["/BaseFont"]] = font.get_object()
    assert fonts
    for name, font in fonts.items():
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object()), name


def test_no_text_stands_outside_the_page(reader: PdfReader) -> None:
    for number, page in enumerate(reader.pages):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        outside = []

        def look(
            text: str, matrix: list, text_matrix: list, *_: object, box: tuple = (width, height), found: list = outside
        ) -> None:
            x = text_matrix[4] * matrix[0] + text_matrix[5] * matrix[2] + matrix[4]
            y = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
            if text.strip() and not (0 <= x <= box[0] and 0 <= y <= box[1]):
                found.append((text, x, y))

        page.extract_text(visitor_text=look)
        assert outside == [], number


@pytest.mark.parametrize(("size", "points"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_a_small_book_on_both_papers_is_the_same_each_time(
    tmp_path: Path, size: str, points: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    site = small_site(tmp_path)
    book = bind(site, read_nav(tmp_path / "mkdocs.yml"))
    for name in ("one.pdf", "two.pdf"):
        assert print_book(book, ROOT / STYLE, size, tmp_path / name) > 5
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    box = PdfReader(tmp_path / "one.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == points
    assert "Stitching" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mkdocs.yml", "one.pdf", "site", "two.pdf"]


def test_a_table_that_breaks_repeats_its_head_and_cuts_no_row(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    rows = "".join(f"<tr><td>first of {n}<br>second of {n}</td></tr>" for n in range(120))
    page = site / "area/one/index.html"
    html = page.read_text(encoding="utf-8")
    page.write_text(html.replace("<tbody>", f"<tbody>{rows}").replace("<th>Name", "<th>Repeated"), encoding="utf-8")
    print_book(bind(site, read_nav(tmp_path / "mkdocs.yml")), ROOT / STYLE, "A4", tmp_path / "x.pdf")
    pages = [text for sheet in PdfReader(tmp_path / "x.pdf").pages if "first of" in (text := sheet.extract_text())]
    assert len(pages) > 2
    for text in pages:
        assert text.count("Repeated") == 1
        assert re.findall(r"first of (\d+)", text) == re.findall(r"second of (\d+)", text)


def test_a_missing_library_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\")\n", encoding="utf-8"
    )
    printed = subprocess.run(
        [sys.executable, "-m", "book", "--out", str(tmp_path / "x.pdf")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT / 'scripts'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert printed.returncode == 2
    assert printed.stderr.startswith("book: system library libpango-1.0-0 is missing; apt-get install libpango-1.0-0")
    assert printed.stderr.count("\n") == 1
    assert not (tmp_path / "x.pdf").exists()

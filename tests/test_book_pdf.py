"""The printed book: a sample of the guide's pages, with BOOK_ALL the whole; a small book on other paper."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import page as pdf_checker
import pikepdf
import pytest

import press_libraries
from book.__main__ import STYLE, main
from book.binding import bind
from book.nav import Nav, read_nav
from book.page import read_page
from book.press import check_letters
from book.printing import print_book
from book.questions import PRACTICE
from book_sample import sample
from ground.problem import BadInput
from printed_book import Chapter, PrintedBook, letters, wanted, words
from small_guide import ROOT
from small_site import small_site

SHARE = 0.995
MISSING = press_libraries.missing()
pytestmark = pytest.mark.skipif(bool(MISSING) and not os.environ.get("CI"), reason=MISSING)


@pytest.fixture(scope="session")
def nav(site: Path) -> Nav:
    whole = read_nav(ROOT / "mkdocs.yml")
    return whole if os.environ.get("BOOK_ALL") else sample(site, whole)


@pytest.fixture(scope="session")
def book(site: Path, nav: Nav) -> PrintedBook:
    """Printed once for all workers."""
    target, lock = site.parent / "book.pdf", site.parent / "book.lock"
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        pause = threading.Event()
        while not (site.parent / "book.done").exists():
            pause.wait(0.2)
        return PrintedBook(target)
    try:
        print_book(bind(site, nav), ROOT / STYLE, "A4", target)
    finally:
        (site.parent / "book.done").touch()
    return PrintedBook(target)


@pytest.fixture(scope="session")
def chapters(site: Path, nav: Nav) -> list[Chapter]:
    return list(wanted(site, nav))


def test_the_outline_is_the_navigation(book: PrintedBook, chapters: list[Chapter]) -> None:
    assert [(level, title) for level, title, _ in book.outline] == [(chapter.level, chapter.title) for chapter in chapters]
    pages = [page for _, _, page in book.outline]
    assert pages == sorted(pages)
    assert len(book.texts) > 60


def test_every_link_leads_to_the_page_that_it_names(book: PrintedBook) -> None:
    inner = [(str(link.Dest), str(link.Contents)) for link in book.links if "/Dest" in link]
    assert len(inner) > 500
    for place, said in inner:
        assert said == f"Page {book.places[place] + 1}"
    outer = [str(link.A.URI) for link in book.links if "/A" in link]
    assert any(address.startswith("https://docs.aws.amazon.com/") for address in outer)
    assert all(address.startswith("https://") for address in outer)


def test_every_page_has_its_number_and_the_contents_have_them_too(book: PrintedBook, chapters: list[Chapter]) -> None:
    cover_and_imprint = 2
    for number, text in enumerate(book.texts[cover_and_imprint:], cover_and_imprint + 1):
        assert re.search(rf"\b{number}$", text.rstrip()), number
    contents = letters(book.paper_of(0)).replace(".", "")
    groups = {title for level, title, _ in book.outline if level > 1} - {chapter.title for chapter in chapters if chapter.page}
    for level, title, page in book.outline[1:]:
        if title not in groups:
            assert re.search(rf"{re.escape(letters(title).replace('.', ''))}{page + 1}(?!\d)", contents), (level, title)


def test_the_words_of_every_page_are_in_its_chapter(book: PrintedBook, chapters: list[Chapter]) -> None:
    for place, chapter in enumerate(chapters):
        if not chapter.page:
            continue
        paper = book.paper_of(place)
        if chapter.page.uri.startswith(PRACTICE):
            # The question is on the paper, its answer in the key.
            paper = "".join(book.paper_of(at) for at, other in enumerate(chapters) if other.page == chapter.page)
        said = words(chapter.page.article)
        lost = [word for word in said if letters(word) not in paper]
        assert len(lost) <= (1 - SHARE) * len(said), (chapter.page.uri, sorted(set(lost))[:20])


def test_it_conforms_to_pdf_ua(book: PrintedBook) -> None:
    report = pdf_checker.validate_pdf(book.pdf, profile="ua1", limits=pdf_checker.SafetyLimits.unlimited())
    assert sorted({f"{failure.rule_id}: {failure.message}" for failure in report.failures}) == []
    assert report.is_compliant
    assert book.file.Root.Lang == "en"
    assert book.file.Root.ViewerPreferences.DisplayDocTitle


def test_every_font_is_embedded(book: PrintedBook) -> None:
    fonts = {}
    for page in book.file.pages:
        fonts |= {str(font.BaseFont): font for font in page.Resources.get("/Font", pikepdf.Dictionary()).values()}
    assert fonts
    for name, font in fonts.items():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys()), name


def test_no_text_stands_outside_the_page(book: PrintedBook) -> None:
    assert book.outside == []


@pytest.mark.parametrize(("size", "points"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_a_small_book_on_both_papers_is_the_same_each_time(
    tmp_path: Path, size: str, points: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    site = small_site(tmp_path)
    book = bind(site, read_nav(tmp_path / "mkdocs.yml"))
    for name in ("one.pdf", "two.pdf"):
        assert print_book(book, ROOT / STYLE, size, tmp_path / name) > 5
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    printed = PrintedBook(tmp_path / "one.pdf").file
    assert tuple(map(round, printed.pages[0].mediabox)) == (0, 0, *points)
    assert "Stitching" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mkdocs.yml", "one.pdf", "site", "two.pdf"]


def test_gatherings_make_one_book_the_same_each_time(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    book = bind(site, read_nav(tmp_path / "mkdocs.yml"))
    loose = replace(book, gathering=60)
    assert len(loose.gatherings) > 2
    assert print_book(loose, ROOT / STYLE, "A4", tmp_path / "loose.pdf") == print_book(
        book, ROOT / STYLE, "A4", tmp_path / "whole.pdf"
    )
    print_book(loose, ROOT / STYLE, "A4", tmp_path / "again.pdf")
    assert (tmp_path / "loose.pdf").read_bytes() == (tmp_path / "again.pdf").read_bytes()
    one, other = PrintedBook(tmp_path / "loose.pdf"), PrintedBook(tmp_path / "whole.pdf")
    # Which of several spaces a glyph is read as may differ.
    assert [text.split() for text in one.texts] == [text.split() for text in other.texts]
    assert one.outline == other.outline
    assert pdf_checker.is_pdf_compliant(one.pdf, profile="ua1")


def test_the_fonts_have_every_letter_of_the_guide(site: Path) -> None:
    uris = read_nav(ROOT / "mkdocs.yml").uris
    written = (word for uri in uris for word in words(read_page(site, uri).article))
    drawn = (path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.svg"))
    check_letters([*written, *drawn])


def test_a_letter_that_no_font_has_is_named(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    page = site / "area/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Go to", "Ａ → 1⁶"), encoding="utf-8")
    with pytest.raises(BadInput, match=r"^book: its fonts \(.*\) lack Ａ \(U\+FF21\); write other letters$"):
        print_book(bind(site, read_nav(tmp_path / "mkdocs.yml")), ROOT / STYLE, "A4", tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()


def test_a_table_that_breaks_repeats_its_head_and_cuts_no_row(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    rows = "".join(f"<tr><td>first of {n}<br>second of {n}</td></tr>" for n in range(120))
    page = site / "area/one/index.html"
    html = page.read_text(encoding="utf-8")
    page.write_text(html.replace("<tbody>", f"<tbody>{rows}").replace("<th>Name", "<th>Repeated"), encoding="utf-8")
    print_book(bind(site, read_nav(tmp_path / "mkdocs.yml")), ROOT / STYLE, "A4", tmp_path / "x.pdf")
    pages = [text for text in PrintedBook(tmp_path / "x.pdf").texts if "first of" in text]
    assert len(pages) > 2
    for text in pages:
        assert text.count("Repeated") == 1
        assert re.findall(r"first of (\d+)", text) == re.findall(r"second of (\d+)", text)


def test_the_guide_and_each_area_are_printed_in_one_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    site, folder = small_site(tmp_path), tmp_path / "pdf"
    config = str(tmp_path / "mkdocs.yml")
    assert main(["--site", str(site), "--config", config, "--area", "all", "--folder", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "mla-study-guide-area.pdf",
        "mla-study-guide-practice.pdf",
        "mla-study-guide.pdf",
    ]


def test_a_missing_library_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\")\n", encoding="utf-8"
    )
    printed = subprocess.run(
        [sys.executable, "-m", "book", "--folder", str(tmp_path / "x")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT / 'scripts'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert printed.returncode == 2
    assert printed.stderr.startswith("book: system library libpango-1.0-0 is missing; apt-get install libpango-1.0-0")
    assert printed.stderr.count("\n") == 1
    assert not (tmp_path / "x").exists()

"""The parts of the book on a small site: navigation, cleaning, links, index of terms."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from book.__main__ import main
from book.binding import bind
from book.nav import Chapter, Nav, read_nav
from book.page import Target, read_page, url_of
from book.term_index import read_terms
from ground.problem import BadInput
from small_site import small_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path)


@pytest.fixture
def nav(site: Path) -> Nav:
    return read_nav(site.parent / "mkdocs.yml")


@pytest.fixture
def html(site: Path, nav: Nav) -> str:
    return " ".join(" ".join(bind(site, nav).gatherings).split())


def test_parts_and_chapters_follow_the_navigation(nav: Nav) -> None:
    assert [part.title for part in nav.parts] == ["Area", "Practice", "Glossary"]
    assert nav.parts[0].chapters == (
        Chapter("area/index.md"),
        Chapter("area/one.md", "Group"),
        Chapter("area/hidden.md", "Group"),
    )


def test_an_area_is_a_book_of_its_own(nav: Nav) -> None:
    assert nav.only("area").uris == ("area/index.md", "area/one.md", "area/hidden.md")
    with pytest.raises(BadInput, match="nav has no area 'nowhere'; choose one of area, practice, glossary"):
        nav.only("nowhere")


@pytest.mark.parametrize(("uri", "url"), [("index.md", "."), ("a/index.md", "a"), ("a/b.md", "a/b"), ("c.md", "c")])
def test_a_page_lies_where_mkdocs_puts_it(uri: str, url: str) -> None:
    assert url_of(uri) == url


def test_a_link_names_page_and_place(site: Path) -> None:
    page = read_page(site, "area/one.md")
    assert page.target("../#area") == Target("area", "area")
    assert page.target("#deep") == Target("area/one", "deep")
    assert page.target("https://docs.aws.amazon.com/") is None
    assert page.target("mailto:someone@example.org") is None


def test_ids_and_links_hold_within_the_book(html: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert "area-one--deep" in ids
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids) | {i.replace(":", "%3A") for i in ids}
    assert '<a href="#area-one--deep" class="ref">one</a>' in html


def test_a_link_to_a_page_that_the_book_lacks_is_text(html: str) -> None:
    assert "<span>home</span>" in html
    assert '<span class="chip">1.1</span>' in html


def test_what_only_works_on_a_screen_is_gone(html: str) -> None:
    for lost in ("¶", "↩", 'class="picture"', "<details", "<input", "Reviewed", "<math", "<hr"):
        assert lost not in html
    assert '<div class="admonition note"><p class="admonition-title">Folded</p>' in html
    assert "○ One" in html


def test_a_diagram_is_there_once_and_described(html: str) -> None:
    assert html.count('alt="A square."') == 1
    assert 'src="data:image/svg+xml;base64,' in html


def test_a_formula_is_drawn_and_described(html: str) -> None:
    assert re.search(r'<img class="formula" src="data:image/svg\+xml;base64,[^"]+" alt="\\frac\{a\}\{b\}" style="width: ', html)


def test_table_heads_have_a_scope_and_long_names_may_break(html: str) -> None:
    assert '<th scope="col">Name</th>' in html
    assert "<code>Max<wbr>Concurrent<wbr>Invocations<wbr>Per<wbr>Instance</code>" in html


def test_a_page_may_stay_out(html: str) -> None:
    assert "Hidden" not in html


def test_the_question_paper_gives_no_answer_away(html: str) -> None:
    paper = html.partition('id="practice-paper"')[2].partition('id="part-3"')[0]
    assert '<h4 id="practice-paper--q-1-1-001">Question 1<a class="to-answer" href="#practice-paper--q-1-1-001--answer">' in paper
    assert '<p class="stem">Which bin?</p><p class="ask">Choose one.</p>' in paper
    assert '<span class="letter">B</span> <span class="text">The right one</span>' in paper
    assert '<ol class="matches"><li>CSV</li></ol>' in paper
    for answer in ("Right: B", "Right: A1", "Too small.", "It fits.", "Answer key."):
        assert answer not in paper


def test_the_key_says_what_is_right_and_why(html: str) -> None:
    key = html.partition('id="practice-paper--answers"')[2]
    assert '<a class="ref" href="#practice-paper--q-1-1-001">Question 1</a><span class="question-id">q-1.1-001</span>' in key
    for reason in ("Right: B", "Right: A1", "Too small.", "It fits.", '<a href="#area-one--deep" class="ref">One: Deep</a>'):
        assert reason in key
    assert "Which bin?" not in key


def test_a_task_on_several_pages_is_one_chapter(html: str) -> None:
    paper, _, key = html.partition('id="practice-paper"')[2].partition('id="practice-paper--answers"')
    assert paper.index("Question 2<") < paper.index('id="practice-paper--q-1-1-003"') < paper.index("Which lid?")
    assert '<a class="ref" href="#practice-paper--q-1-1-003">Question 3</a>' in key
    for lost in ("part 2 of 2", "The other questions", "1–2", "Foot", "practice-paper-part-2"):
        assert lost not in html


def test_what_only_a_browser_can_do_is_named_with_the_sites_address(site: Path, nav: Nav) -> None:
    practice = "".join(bind(site, nav, "practice").sections)
    assert "3 questions, task by task" in practice
    assert '<a class="outward" href="https://guide.example.org/sub/">' in practice
    assert "Needs a browser" not in practice


def test_paper_and_key_come_last_before_the_index(html: str) -> None:
    places = [html.index(f'data-part="{title}"') for title in ("Glossary", "Question paper", "Answer key", "Index of terms")]
    assert places == sorted(places)


def test_a_book_is_printed_in_gatherings_of_whole_chapters(site: Path, nav: Nav) -> None:
    book = bind(site, nav)
    assert len(book.gatherings) == 1
    loose = replace(book, gathering=1)
    assert len(loose.gatherings) == len(book.sections)
    assert all(section in gathering for section, gathering in zip(loose.sections, loose.gatherings, strict=True))


def test_headings_stand_below_the_part(html: str) -> None:
    assert re.search(r'<h2 id="area-one--one" class="chapter-title level-3" data-bookmark="One">One</h2>', html)
    assert '<h3 id="area-one--deep">Deep</h3>' in html
    assert '<p class="over opens-group" data-bookmark="Group">Area · Group</p>' in html


def test_the_index_leads_to_the_mention(site: Path, html: str) -> None:
    term = read_terms(read_page(site, "glossary/e.md"))[0]
    assert (term.name, term.names) == ("endpoint", {"endpoint", "inference endpoint", "host"})
    assert '<span>endpoint</span><a class="page mention" href="#area-one--term-0">' in html
    assert 'id="area-one--term-0"' in html


def test_the_date_is_that_of_the_text_or_the_one_asked_for(site: Path, nav: Nav, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert "Edition of 23 November 2026" in "".join(bind(site, nav).sections)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert "Edition of 2 January 1970" in "".join(bind(site, nav).sections)


def test_a_formula_that_cannot_be_drawn_names_its_page(site: Path, nav: Nav) -> None:
    page = site / "area/one/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(r"\frac{a}{b}", r"\frac{a"), encoding="utf-8")
    with pytest.raises(BadInput, match=r"docs/area/one[.]md: formula .* cannot be drawn .*; mend the LaTeX"):
        bind(site, nav)


def test_a_site_that_is_not_built_is_said_in_one_line(tmp_path: Path, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = ["--site", str(tmp_path / "none"), "--config", str(tmp_path / "mkdocs.yml"), "--folder", str(tmp_path / "x")]
    assert main(nowhere) == 2
    assert capsys.readouterr().err.splitlines()[1:] == [
        f"{tmp_path}/none/area/index.html: is not there, though nav names area/index.md; build the site anew"
    ]
    assert not (tmp_path / "x").exists()

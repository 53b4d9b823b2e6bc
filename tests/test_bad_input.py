"""Every kind of bad input gets one line: file, line, what is wrong, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import mkdocs
from ground.problem import BadInput
from guide import read_guide
from refusal import assert_refused
from small_guide import PAGE, ROOT, TERMS, small_guide

TERM_FILE = "_data/glossary/terms.yml"
OUTLINE = "_data/exam/mla-c02.yml"
SERVICES = "_data/exam/services.yml"
DIAGRAM = "assets/diagrams/flow.svg"

# what is broken, file, text to replace, replacement, "line: message" expected
KINDS = [
    ("YAML that is none", TERM_FILE, "  short: Where", "  short: [Where", "3: not readable as YAML"),
    ("a key given twice", TERM_FILE, "  page: topic.md", "  short: x", '4: not readable as YAML (key "short" is given twice)'),
    ("no list of terms", TERM_FILE, TERMS, "term: endpoint\n", "the file is not a list of terms"),
    ("an entry that is no mapping", TERM_FILE, "- term: variant", "- variant\n- term: variant", "an entry is not a mapping"),
    ("an unknown key", TERM_FILE, "  page: topic.md", "  pages: topic.md", '4: unknown key "pages" in "endpoint"; use '),
    ("a missing key", TERM_FILE, "  short: Where a model answers.\n", "", '1: "endpoint" has no short; add short:'),
    (
        "text that is a list",
        TERM_FILE,
        "  short: Where a model answers.",
        "  short: [a, b]",
        '2: short of "endpoint" is not text',
    ),
    ("a list with a number", TERM_FILE, "  page: topic.md", "  aliases: [1]", '4: aliases of "endpoint" holds something'),
    (
        "an over-long tooltip",
        TERM_FILE,
        "Where a model answers.\n  def",
        "x" * 161 + "\n  def",
        '2: short of "endpoint" has 161 characters',
    ),
    (
        "markup in a tooltip",
        TERM_FILE,
        "Where a model answers.\n  def",
        "A `model`.\n  def",
        '2: short of "endpoint" contains markup',
    ),
    (
        "a form of two terms",
        TERM_FILE,
        "  page: topic.md",
        "  aliases: [Variant]",
        'the form "variant" of "variant" belongs to "endpoint"',
    ),
    ("a see that is no term", TERM_FILE, "  page: topic.md", "  see: [Nothing]", 'see of "endpoint" names "Nothing"'),
    ("a page that is none", TERM_FILE, "topic.md", "tropic.md", '1: page "tropic.md" of "endpoint" does not exist'),
    ("an unknown state", TERM_FILE, "  page: topic.md", "  status: {state: dead}", '4: unknown state "dead" of "endpoint"'),
    (
        "a status without source",
        TERM_FILE,
        "  page: topic.md",
        "  status: {state: ended}",
        'status of "endpoint" names no page of AWS',
    ),
    ("a status that is text", TERM_FILE, "  page: topic.md", "  status: ended", '4: status of "endpoint" is not a mapping'),
    (
        "a date that is none",
        TERM_FILE,
        "  page: topic.md",
        "  status: {state: active, since: May}",
        '4: since "May" of "endpoint"',
    ),
    ("an unknown match", TERM_FILE, "  page: topic.md", "  match: fuzzy", '4: unknown match "fuzzy" of "endpoint"'),
    (
        "a link that is neither",
        TERM_FILE,
        "  page: topic.md",
        "  link: perhaps",
        '4: link of "endpoint" is neither true nor false',
    ),
    ("an unknown objective", "topic.md", "c02-3.1.3", "c02-9.9.9", '6: unknown objective "c02-9.9.9"; use an id'),
    ("a footnote without date", "topic.md", ", as of 2026-10", "", '10: footnote "1" has no date'),
    ("a footnote without AWS", "topic.md", "docs.aws.amazon.com", "example.org", '10: footnote "1" names no page of AWS'),
    ("a footnote never defined", "topic.md", "A fact.[^1]", "A fact.[^1][^2]", '8: footnote "2" is not defined'),
    ("a footnote never used", "topic.md", "A fact.[^1]", "A fact.", '10: footnote "1" is never used'),
    (
        "a dead link",
        "topic.md",
        "An endpoint.",
        "[Gone](gone.md)",
        '8: the link "gone.md" leads nowhere; there is no docs/gone.md',
    ),
    ("no description", "topic.md", "description: A page.\n", "", "1: description has 0 characters"),
    ("no date of review", "topic.md", "2026-11-23", "soon", "1: no date of review"),
    ("front matter that is no YAML", "topic.md", "description: A page.", "description: A: page.", "1: front matter not readable"),
    ("front matter of a wrong kind", "topic.md", "reviewed:", "glossary: 5\nreviewed:", "3: glossary in the front matter is of"),
    ("a link that no file can have", "topic.md", "An endpoint.", f"[Long]({'x' * 300}.md)", '8: the link "xxx'),
    ("an exam that is a list", SERVICES, "exams: [c02, c01]", "exams: [[c02]]", "unknown exam in [['c02']]"),
    (
        "a number without end",
        SERVICES,
        "exams: [c02, c01]",
        f"exams: {'9' * 5000}",
        "not readable as YAML (a number of 5000 digits)",
    ),
    ("a tag that does not fit", TERM_FILE, "  page: topic.md", "  link: !!bool perhaps", "not readable as YAML"),
    ("a key of two lines", TERM_FILE, "  page: topic.md", '  "pa\\nge": x', '4: unknown key "pa ge" in "endpoint"'),
    ("an outline without a key", OUTLINE, "code: MLA-C02\n", "", "code is missing"),
    ("an objective twice", OUTLINE, 'id: "1.1.2"', 'id: "1.1.1"', "objective 1.1.1 comes twice"),
    ("an unknown exam", SERVICES, "exams: [c02, c01]", "exams: [c03]", "unknown exam in ['c03']"),
    ("a drawing that is no XML", DIAGRAM, "</svg>", "", "not well-formed"),
    ("a drawing of its own style", DIAGRAM, "15px", "9px", "<style> or <defs> differ from the template"),
    ("a drawing without words", DIAGRAM, '<desc id="desc">', "<desc>", "no <desc>"),
]


@pytest.mark.parametrize(("_kind", "file", "old", "new", "expected"), KINDS, ids=[kind[0] for kind in KINDS])
def test_each_kind_has_its_line(tmp_path: Path, _kind: str, file: str, old: str, new: str, expected: str) -> None:
    docs = small_guide(tmp_path)
    broken = docs / file
    text = broken.read_text(encoding="utf-8")
    assert old in text
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert_refused(lambda: read_guide(docs), file, expected)


def test_what_is_right_is_read(tmp_path: Path) -> None:
    guide = read_guide(small_guide(tmp_path))
    assert [term.name for term in guide.terms] == ["endpoint", "variant"]
    assert [exam.code for exam in guide.exams] == ["MLA-C02", "MLA-C01"]


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    docs = small_guide(tmp_path)
    (docs / TERM_FILE).write_bytes(b"- term: \xff")
    with pytest.raises(BadInput, match="not UTF-8 at byte 8; save the file as UTF-8"):
        read_guide(docs)


def test_a_page_that_is_no_text(tmp_path: Path) -> None:
    docs = small_guide(tmp_path)
    (docs / "topic.md").write_bytes(PAGE.encode() + b"\xff")
    with pytest.raises(BadInput, match=r"topic.md: not UTF-8 at byte \d+; save the file as UTF-8"):
        read_guide(docs)


def test_a_mark_at_the_beginning_of_a_file_is_no_text(tmp_path: Path) -> None:
    docs = small_guide(tmp_path)
    (docs / "topic.md").write_bytes(b"\xef\xbb\xbf" + PAGE.encode())
    (docs / TERM_FILE).write_bytes(b"\xef\xbb\xbf" + TERMS.encode())
    assert read_guide(docs).terms[0].name == "endpoint"


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    docs = small_guide(tmp_path)
    (docs / TERM_FILE).write_text(TERMS.replace("page:", "pages:"), encoding="utf-8")
    (docs / "topic.md").write_text(PAGE.replace("c02-3.1.3", "c02-0"), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_guide(docs)
    assert len(caught.value.problems) == 2


def project(tmp_path: Path) -> Path:
    """The small guide as a project that MkDocs can build."""
    small_guide(tmp_path)
    for name in ("scripts", "overrides"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name in ("stylesheets", "javascripts", "mark.svg"):
        (tmp_path / "docs/assets" / name).symlink_to(ROOT / "docs/assets" / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings.partition("\nnav:")[0] + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (TERM_FILE, "page: topic.md", "pages: topic.md", 'docs/_data/glossary/terms.yml:4: unknown key "pages"'),
        (TERM_FILE, "page: topic.md", "page: topic.md#nowhere", "docs/_data/glossary/terms.yml:1: page"),
        ("topic.md", "An endpoint.", "[Gone](index.md#gone)", 'docs/topic.md:8: the link "index.md#gone" names no place'),
        ("topic.md", "A fact.", "A fact. $x^2^3$", "docs/topic.md: formula"),
    ],
    ids=["bad term", "term to no section", "link to no section", "formula"],
)
def test_a_failed_build_says_one_line_and_leaves_no_site(tmp_path: Path, file: str, old: str, new: str, expected: str) -> None:
    folder = project(tmp_path)
    broken = folder / "docs" / file
    broken.write_text(broken.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    built = mkdocs("build", "--strict", "--site-dir", "site", cwd=folder)
    assert built.returncode == 1
    assert expected in built.stderr
    assert "Traceback" not in built.stderr
    assert not list(folder.glob("site/**/*.html"))


def test_the_small_guide_builds(tmp_path: Path) -> None:
    built = mkdocs("build", "--strict", "--site-dir", "site", cwd=project(tmp_path))
    assert built.returncode == 0, built.stderr
    assert "endpoint" in (tmp_path / "site/glossary/index.html").read_text(encoding="utf-8")

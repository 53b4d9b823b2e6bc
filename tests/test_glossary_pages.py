"""The A-Z page, the status page, and what the command line counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.__main__ import main
from glossary.az_page import LISTED_PAGES, az_page, letter_pages
from glossary.linker import Appearance
from glossary.status_page import InScope, status_page
from glossary.term import Status
from glossary.usage import missing_acronyms, used_terms
from ground.page_source import PageSource
from rendering import term
from small_guide import small_guide

CLOSED = Status("closed-to-new", "2026-07-30", "MLflow", "https://docs.aws.amazon.com/x", "2026-10")


def title_of(uri: str) -> str:
    return f"title of {uri}"


def test_an_entry_links_to_its_section_its_neighbours_and_its_mentions() -> None:
    mentions = {"canary": [Appearance("b.md", "", ""), Appearance("a.md", "s", "S"), Appearance("a.md", "t", "T")]}
    terms = [term("canary", page="c.md#canary", see=("linear",)), term("Linear")]
    page = letter_pages(terms, mentions, title_of)["glossary/c.md"]
    assert '## canary { #canary data-search-exclude="" }' in page
    assert (
        "Taught in [title of c.md](../c.md#canary). See [Linear](l.md#linear). "
        "Appears in [title of a.md](../a.md), [title of b.md](../b.md)." in page
    )
    assert "## Linear { #linear }" not in page
    assert "## Linear { #linear }" in letter_pages(terms, {}, title_of)["glossary/l.md"]


def test_the_list_leads_to_the_entries_and_has_their_ids() -> None:
    page = az_page([term("Linear"), term("canary", page="c.md#canary"), term("3D")])
    assert "- [canary](glossary/c.md#canary){ #canary }" in page
    assert page.index("- [3D](glossary/0-9.md#3d){ #3d }") < page.index("- [canary]") < page.index("- [Linear]")


def test_an_entry_does_not_count_as_a_page_that_mentions_the_term() -> None:
    mentions = {"x": [Appearance("glossary/c.md", "", "")]}
    assert "Appears in" not in letter_pages([term("x")], mentions, title_of)["glossary/x.md"]


def test_a_term_on_many_pages_counts_the_rest() -> None:
    many = {"x": [Appearance(f"{n}.md", "", "") for n in range(LISTED_PAGES + 3)]}
    assert " and 3 more." in letter_pages([term("x")], many, title_of)["glossary/x.md"]


def test_status_and_former_names_stand_in_the_entry() -> None:
    page = letter_pages([term("Debugger", formerly=("Old",), status=CLOSED)], {}, title_of)["glossary/d.md"]
    assert "**Closed to new customers** since 30 July 2026; MLflow." in page
    assert "Formerly: Old." in page


@pytest.mark.parametrize(("name", "letter"), [("canary", "C"), ("Émile", "E"), ("/ping", "P"), ("3D", "0-9")])
def test_letters(name: str, letter: str) -> None:
    assert term(name).initial == letter


def test_the_status_page_sorts_by_state_and_lists_every_service() -> None:
    services = [InScope("Amazon S3", "Storage", ("c02", "c01")), InScope("Amazon Kendra", "ML", ("c01",))]
    page = status_page([term("Amazon Kendra", status=CLOSED, page="k.md"), term("Amazon S3", page="s.md")], services)
    assert "| [Amazon Kendra](../k.md) | 30 July 2026 | MLflow | [AWS](https://docs.aws.amazon.com/x), as of 2026-10 |" in page
    assert "| [Amazon Kendra](../k.md) | no | yes | Closed to new customers |" in page
    assert "| [Amazon S3](../s.md) | yes | yes | Active |" in page


def test_a_service_without_a_term_is_listed_as_missing() -> None:
    assert "Amazon S3 (not yet)" in status_page([], [InScope("Amazon S3", "Storage", ("c02",))])


PAGES = [PageSource("a.md", "docs/a.md", "---\nx: y\n---\nA canary, an IAM role, an ETL, `XYZ`, two ETLs.\n")]


def test_missing_finds_acronyms_outside_code() -> None:
    assert [(found.text, found.count, found.line) for found in missing_acronyms([term("IAM")], PAGES)] == [("ETL", 2, 4)]


def test_used_terms_are_those_that_another_page_mentions() -> None:
    terms = [term("canary"), term("IAM", page="a.md"), term("linear")]
    assert used_terms(terms, PAGES) == {"canary"}


def test_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = small_guide(tmp_path)
    assert main(["check", "--docs", str(docs)]) == 0
    assert "2 terms" in capsys.readouterr().out
    assert main(["list", "--docs", str(docs)]) == 0
    assert "endpoint\tactive\ttopic.md" in capsys.readouterr().out
    assert main(["unused", "--docs", str(docs)]) == 1
    assert capsys.readouterr().out.endswith(": variant\n")
    assert main(["missing", "--docs", str(docs)]) == 0
    (docs / "index.md").write_text("An ETL.", encoding="utf-8")
    assert main(["missing", "--docs", str(docs)]) == 1
    assert capsys.readouterr().out.startswith("ETL\t1\t")
    (docs / "_data/glossary/terms.yml").write_text("- {", encoding="utf-8")
    assert main(["check", "--docs", str(docs)]) == 2
    assert "not readable as YAML" in capsys.readouterr().err

"""Diagrams, formulas, links that leave the site, and sources."""

from __future__ import annotations

from pathlib import Path

import markdown
from markdown.extensions.toc import TocExtension

from ground.page_source import PageSource
from markup.figures import Figures
from markup.formulas import Formulas
from markup.inward import links
from markup.link_names import LinkNames
from markup.outward import OutwardLinks
from markup.table_heads import TableHeads
from markup.unsearched import Unsearched
from rendering import render
from small_guide import small_guide
from sources.footnotes import Source, read_sources


def test_a_diagram_is_set_for_both_schemes_with_its_size(tmp_path: Path) -> None:
    figures = Figures(small_guide(tmp_path))
    figures.uri = "area/page.md"
    html = render("![A flow](../assets/diagrams/flow.svg)", figures)
    assert html.count('alt="A flow"') == 2
    assert 'src="../assets/diagrams/flow.svg#only-light"' in html
    assert 'src="../assets/diagrams/flow.svg#only-dark"' in html
    assert html.count('width="480"') == 2


def test_other_pictures_stay_as_they_are(tmp_path: Path) -> None:
    assert "#only" not in render("![A photo](photo.png)", Figures(tmp_path))


def typeset(text: str) -> tuple[str, Formulas]:
    formulas = Formulas()
    return markdown.markdown(
        text, extensions=["pymdownx.arithmatex", formulas], extension_configs={"pymdownx.arithmatex": {"generic": True}}
    ), formulas


def test_formulas_become_mathml() -> None:
    html, _ = typeset("An $x_1$ and\n\n$$\\frac{a}{b}$$")
    assert '<math alttext="x_1" display="inline">' in html
    assert "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>" in html


def test_prices_are_no_formulas() -> None:
    html, _ = typeset("USD 5, $5 and $6")
    assert "<math" not in html


def test_a_formula_that_cannot_be_read_is_noted() -> None:
    _, formulas = typeset("$x^2^3$")
    assert "cannot be read" in formulas.problems[0].what


def test_links_that_leave_the_site_are_marked() -> None:
    html = render("[out](https://example.org/) [in](page.md)", OutwardLinks())
    assert '<a class="outward" href="https://example.org/">' in html
    assert '<a href="page.md">' in html


def test_links_are_read_relative_to_their_page_and_not_from_code() -> None:
    page = PageSource("area/page.md", "docs/area/page.md", "[a](../b.md#c) `[x](y.md)` [d](#e) [f](https://example.org)\n")
    assert [(link.uri, link.anchor, link.line) for link in links([page])] == [("b.md", "c", 1), ("area/page.md", "e", 1)]


def test_sources_are_read_with_their_date() -> None:
    page = PageSource("a.md", "docs/a.md", "Fact.[^1]\n\n[^1]: AWS, [P](https://docs.aws.amazon.com/p.html), as of 2026-10.\n")
    assert read_sources([page]) == [Source("https://docs.aws.amazon.com/p.html", "2026-10", "docs/a.md", 3)]


def test_footnotes_stay_out_of_the_index() -> None:
    assert '<div class="footnote" data-search-exclude="">' in render("A.[^1]\n\n[^1]: B.", Unsearched())


def test_lists_of_related_pages_stay_out_of_the_index() -> None:
    assert '<h2 data-search-exclude="" id="related">' in render("## Related\n\n[A](a.md)", Unsearched())


def test_heads_of_tables_say_what_they_head_and_an_empty_corner_is_no_head() -> None:
    html = render("| | A |\n| --- | --- |\n| b | c |", TableHeads())
    assert '<th scope="col">A</th>' in html
    assert html.count("<th") == 2  # thead and one head


def test_signs_that_are_links_have_names() -> None:
    html = render("# A `b` c\n\nText.[^1]\n\n[^1]: Note.", TocExtension(permalink=True), LinkNames())
    for name in ("Link to A b c", "Footnote 1", "Back to the text of footnote 1"):
        assert html.count(f'aria-label="{name}"') == 1

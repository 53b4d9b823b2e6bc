"""The link to a page's area as PDF, which only a site has that is hosted with its PDFs."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from book.__main__ import NAME
from book.nav import read_nav
from small_guide import ROOT


def link(uri: str, *, hosted: bool) -> str:
    """What the foot of the page says of PDFs."""
    env = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    env.filters["url"] = lambda address: f"../{address}"
    page = SimpleNamespace(file=SimpleNamespace(src_uri=uri))
    config = SimpleNamespace(extra={"pdf_links": hosted})
    return " ".join(env.get_template("partials/area-pdf.html").render(page=page, config=config).split())


@pytest.mark.parametrize("area", read_nav(ROOT / "mkdocs.yml").areas)
def test_a_page_of_an_area_leads_to_the_areas_pdf(area: str) -> None:
    html = link(f"{area}/some/page.md", hosted=True)
    assert f'href="../pdf/{NAME}-{area}.pdf"' in html
    assert "This area as PDF" in html


def test_a_page_outside_of_the_areas_leads_to_the_guide() -> None:
    assert f'href="../pdf/{NAME}.pdf"' in link("index.md", hosted=True)
    assert "The guide as PDF" in link("glossary.md", hosted=True)


def test_a_site_without_pdfs_has_no_link_to_one(site: Path) -> None:
    assert link("data/s3.md", hosted=False) == ""
    assert "area-pdf" not in (site / "data/s3/index.html").read_text(encoding="utf-8")

"""The way out when Material for MkDocs ends: Zensical builds the same docs/, with the same links to terms and exam maps."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from small_guide import ROOT

CONFIG = """\
site_name: Guide
site_url: https://guide.example.org/some/path/
exclude_docs: /_data/
theme: {name: material, font: false}
"""
_LINK = re.compile(r'<a (?=[^>]*class="(?:gloss|chip)")[^>]*href="([^"]*)"[^>]*>([^<]*)</a>')


def extensions() -> str:
    """The Markdown extensions of mkdocs.yml, and the guide's own by its name."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    found = re.search(r"^markdown_extensions:\n(?:  .*\n)+", settings, re.MULTILINE)
    assert found
    return f"{found.group()}  - guide_extension\n"


@pytest.fixture(scope="module")
def by_zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The authors' pages, built by Zensical without any hook."""
    folder = tmp_path_factory.mktemp("zensical")
    shutil.copytree(ROOT / "docs", folder / "docs")
    (folder / "mkdocs.yml").write_text(CONFIG + extensions(), encoding="utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "zensical", "build"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site"


def links(page: Path) -> list[tuple[str, str]]:
    """Where each term and each chip of the page leads, and its words."""
    return _LINK.findall(page.read_text(encoding="utf-8"))


def test_zensical_links_terms_and_chips_as_mkdocs_does(by_zensical: Path, site: Path) -> None:
    pages = [page.relative_to(by_zensical) for page in sorted(by_zensical.rglob("index.html"))]
    assert len(pages) >= 270
    other = [str(page) for page in pages if links(by_zensical / page) != links(site / page)]
    assert not other
    assert sum(len(links(by_zensical / page)) for page in pages) > 10_000


def test_zensical_typesets_formulas_and_doubles_diagrams(by_zensical: Path) -> None:
    assert "<math" in (by_zensical / "ml-concepts/classification-metrics/index.html").read_text(encoding="utf-8")
    page = (by_zensical / "sagemaker/inference/asynchronous/index.html").read_text(encoding="utf-8")
    assert "asynchronous-inference.svg#only-dark" in page

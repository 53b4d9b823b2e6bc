"""Renders Markdown with the guide's extensions, without MkDocs."""

from __future__ import annotations

import markdown

from glossary.linker import Page, TermLinker
from glossary.teaching import TeachingSections
from glossary.term import Term

STOCK = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.superfences"]


def term(name: str, **values: object) -> Term:
    """A term with everything that a test does not care about."""
    defaults: dict[str, object] = {"short": f"short of {name}", "definition": "…", "file": "terms.yml", "line": 1}
    return Term(name=name, **{**defaults, **values})  # type: ignore[arg-type]


def render(text: str, *extensions: object) -> str:
    return markdown.markdown(text, extensions=[*STOCK, *extensions])  # type: ignore[list-item]


def link(text: str, *terms: Term, page: Page | None = None) -> str:
    """The HTML of `text` on the page `area/page.md` with the terms linked."""
    linker = TermLinker(terms)
    linker.begin(page or Page("area/page.md"))
    return render(text, linker)


def teach(text: str, *terms: Term, uri: str = "area/page.md") -> str:
    """The HTML of `text` with the lines that its terms add at the sections that teach them."""
    teaching = TeachingSections(terms)
    teaching.uri = uri
    return render(text, teaching)

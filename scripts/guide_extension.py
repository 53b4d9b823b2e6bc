"""What the guide adds to Markdown, as one extension that Python-Markdown loads by its name: `guide_extension`.

The hook hands `Parts` to MkDocs. A build tool without hooks (Zensical, or MkDocs with another hook) names this module among its
`markdown_extensions`, with this folder on PYTHONPATH, and gets the same links, chips, diagrams and formulas; the data are then
read here. What only a hook can do, the generated pages and the names in the search index, is not made that way.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from exam.objectives import Objectives
from glossary.linker import Page, TermLinker
from glossary.teaching import TeachingSections
from glossary.term import Term
from guide import Guide, read_guide
from markup.figures import Figures
from markup.formulas import Formulas
from markup.link_names import LinkNames
from markup.outward import OutwardLinks
from markup.table_heads import TableHeads
from markup.unsearched import Unsearched


class Parts:
    """The extensions of which the guide's Markdown is made; `begin` tells them which page comes next."""

    def __init__(self) -> None:
        self.terms: Sequence[Term] = ()
        self.linker = TermLinker()
        self.teaching = TeachingSections()
        self.objectives = Objectives()
        self.figures = Figures()
        self.formulas = Formulas()

    @property
    def extensions(self) -> list[Extension]:
        ours = [self.linker, self.teaching, self.objectives, self.figures, self.formulas]
        return [*ours, OutwardLinks(), TableHeads(), LinkNames(), Unsearched()]

    def take(self, guide: Guide, docs: Path) -> None:
        """The data of a guide that was read."""
        if guide.terms is not self.terms:
            self.terms = guide.terms
            self.linker.replace_terms(guide.terms)
            self.teaching.replace_terms(guide.terms)
        self.objectives.replace_exams(guide.exams)
        self.figures.docs = docs
        self.formulas.problems.clear()

    def begin(self, uri: str, meta: Mapping[str, Any], linked: bool = True) -> None:
        """`meta` is the page's front matter, `linked` whether its terms may become links."""
        asked = meta.get("glossary", True)
        skip = frozenset(asked.get("skip") or ()) if isinstance(asked, dict) else frozenset()
        self.linker.begin(Page(uri, asked is not False and linked, skip))
        self.teaching.uri = self.figures.uri = uri
        self.objectives.begin(uri)
        self.formulas.file = f"docs/{uri}"

    def of_own_page(self) -> Parts:
        """The same data for a page that may be rendered at the same time as others."""
        twin = Parts()
        for name, part in vars(self).items():
            setattr(twin, name, copy.copy(part))
        return twin


@cache
def _read(docs: Path) -> Parts:
    parts = Parts()
    parts.take(read_guide(docs), docs)
    return parts


class GuideExtension(Extension):
    """The extension by name; raises BadInput, as the build does, where something that authors wrote is wrong."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"docs": ["docs", "The folder of the pages, from where the build tool runs."]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        parts = _read(Path(self.getConfig("docs"))).of_own_page()
        for extension in parts.extensions:
            extension.extendMarkdown(md)
        md.preprocessors.register(_Beginning(md, parts), "guide-page", 100)


class _Beginning(Preprocessor):
    """Asks the build tool which page comes next, before anything else happens to it."""

    def __init__(self, md: Markdown, parts: Parts) -> None:
        super().__init__(md)
        self.parts = parts

    def run(self, lines: list[str]) -> list[str]:
        self.parts.begin(*_page(self.md))
        return lines


def _page(md: Markdown) -> tuple[str, Mapping[str, Any]]:
    """The path below docs/ and the front matter, from Zensical's or MkDocs' own processor; empty for Markdown of no page."""
    if "rendering_context" in md.preprocessors:
        page = md.preprocessors["rendering_context"].page  # type: ignore[attr-defined]
        return page.path, page.meta
    if "relpath" in md.treeprocessors:
        file = md.treeprocessors["relpath"].file  # type: ignore[attr-defined]
        return file.src_uri, file.page.meta if file.page else {}
    return "", {}


def makeExtension(**kwargs: Any) -> GuideExtension:  # noqa: N802 - Python-Markdown's name
    return GuideExtension(**kwargs)

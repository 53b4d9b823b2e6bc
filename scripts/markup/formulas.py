"""Typesets `$…$` and `$$…$$` to MathML while the site is built: no script, no font, no request.

pymdownx.arithmatex (generic) finds the formulas; this replaces what it emits.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import latex2mathml.converter
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from ground.problem import Problem

PRIORITY = 3.5
_WRAPPED = re.compile(r"\s*\\[(\[](.*)\\[)\]]\s*", re.DOTALL)
_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"


class Formulas(Extension):
    """The extension; `file` is the page that comes next, `problems` are the formulas so far that cannot be read."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.file = "?"
        self.problems: list[Problem] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Typesetting(md, self), "formulas", PRIORITY)


class _Typesetting(Treeprocessor):
    def __init__(self, md: Markdown, extension: Formulas) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("span", "div") and "arithmatex" in (element.get("class") or "").split():
                found = _WRAPPED.fullmatch(element.text or "")
                if found:
                    self.typeset(element, unescape(found.group(1)).strip())

    def typeset(self, element: Element, latex: str) -> None:
        try:
            math = mathml(latex, display=element.tag == "div")
        except Exception as error:  # noqa: BLE001 - the converter raises errors of many kinds
            what = f"formula {latex!r} cannot be read ({type(error).__name__})"
            self.extension.problems.append(Problem(self.extension.file, 0, what, "mend the LaTeX, or say it in words"))
            return
        element.set("class", "formula")
        element.text = None
        element.append(math)


def mathml(latex: str, display: bool) -> Element:
    """One formula as a `math` element with the LaTeX as its alternative text; raises whatever the converter raises."""
    text = latex2mathml.converter.convert(latex, display="block" if display else "inline")
    root = ElementTree.fromstring(text)  # noqa: S314 - made by the converter
    for element in root.iter():
        element.tag = element.tag.removeprefix(_NAMESPACE)
        element.text = AtomicString(element.text) if element.text else None
        element.attrib.pop("xmlns", None)
    root.set("alttext", latex)
    return root

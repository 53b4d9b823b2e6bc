"""A formula as a drawing: the press draws no MathML."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from xml.etree.ElementTree import Element

from ziamath import zmath
from ziamath.config import config

from ground.problem import BadInput, Problem

#: The drawing is measured at this size and set in em, so that it follows the text around it.
_SIZE = 24.0


def drawn(latex: str, display: bool, uri: str) -> Element:
    """An image of the formula with the LaTeX as its alternative text; `uri` is the page to name where it cannot be drawn."""
    try:
        source, width, drop = _svg(latex, display)
    except Exception as error:  # noqa: BLE001 - the library raises errors of many kinds
        what = f"formula {latex!r} cannot be drawn ({type(error).__name__})"
        raise BadInput([Problem(f"docs/{uri}", 0, what, "mend the LaTeX, or say it in words")]) from None
    style = f"width: {width:.3f}em; vertical-align: {drop:.3f}em"
    return Element("img", {"class": "formula", "src": source, "alt": latex, "style": style})


@cache
def _svg(latex: str, display: bool) -> tuple[str, float, float]:
    """The SVG as a data address, its width in em, and how far it goes below the line."""
    # Without a class of its own each glyph would be a <symbol> with the same id in every formula.
    config.svg2 = False
    formula = zmath.Latex(latex, size=_SIZE, inline=not display)
    image = formula.svgxml()
    width = float(image.get("width", 0))
    _, top, _, height = (float(number) for number in image.get("viewBox", "0 0 0 0").split())
    text = formula.svg()
    return f"data:image/svg+xml;base64,{b64encode(text.encode()).decode()}", width / _SIZE, -(top + height) / _SIZE

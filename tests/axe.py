"""axe on a page that is open, all of it.

axe measures contrast text by text, which takes minutes on a long list. Here it measures each look of text once (looks.js); every
other rule sees the whole page. Touch targets are measured too, but for the links in the phrases of a table, which are as high as
their line.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_LOOKS = (Path(__file__).parent / "looks.js").read_text(encoding="utf-8")
#: What axe shall do otherwise: measure touch targets, but for links in phrases, and contrast only where a look is marked.
_RULES = """axe.configure({ rules: [
  { id: "target-size", enabled: true, selector: ":not(td a)" },
  { id: "color-contrast", selector: "[data-look]" },
  { id: "color-contrast-enhanced", selector: "[data-look]" },
] })"""
#: Until nothing is put off any more (unfold.js): before, parts may seem to lie over each other.
_LAID_OUT = """new Promise((done) => {
  const parts = Array.from(document.querySelectorAll(".md-content__inner > *"));
  const isPutOff = (part) => getComputedStyle(part).contentVisibility === "auto";
  const look = () => (parts.some(isPutOff) ? requestAnimationFrame(look) : done(true));
  look();
})"""
_RUN = f"""async ([part, more]) => {{
  const looks = ({_LOOKS})().filter((one) => one.closest(part));
  looks.forEach((one) => one.setAttribute("data-look", ""));
  const rules = Object.fromEntries(more.map((rule) => [rule, {{ enabled: true }}]));
  const {{ violations }} = await axe.run(part, {{ resultTypes: ["violations"], iframes: false, preload: false, rules }});
  looks.forEach((one) => one.removeAttribute("data-look"));
  return violations.flatMap((one) => one.nodes.map((node) => `${{one.id}}: ${{node.target}}: ${{node.html.slice(0, 160)}}`));
}}"""


def violations(page: Page, part: str = "html", more: Sequence[str] = ()) -> list[str]:
    """What axe finds wrong in the part of the page, by the rules that it has on and by these.

    Open the page with reduced motion: a text that fades in has too little contrast for a while.
    """
    page.evaluate(_LAID_OUT)
    if page.evaluate("typeof window.axe") == "undefined":
        page.evaluate(_AXE)
        page.evaluate(_RULES)
    return page.evaluate(_RUN, [part, list(more)])

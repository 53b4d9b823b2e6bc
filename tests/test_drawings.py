"""Diagrams and plots as Chromium draws them: no text leaves the picture or its box, none covers another."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from small_guide import ROOT

DRAWINGS = sorted((ROOT / "docs/assets").glob("*/*.svg"))
#: Pixels that a text may come too near before a reader sees it.
SLACK = 2

_FINDINGS = """slack => {
  const svg = document.documentElement;
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const box = (element) => {
    const { x, y, width, height } = element.getBBox();
    const at = svg.getCTM().inverse().multiply(element.getCTM());
    const corners = [[x, y], [x + width, y + height]].map(([a, b]) => new DOMPoint(a, b).matrixTransform(at));
    const xs = corners.map((corner) => corner.x), ys = corners.map((corner) => corner.y);
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  };
  const texts = [...svg.querySelectorAll("text")].map((element) => ({ text: element.textContent, ...box(element) }));
  const boxes = [...svg.querySelectorAll("rect.data, rect.compute, rect.model, rect.user, rect.managed")].map(box);
  const found = [];
  for (const one of texts) {
    const inside = one.left >= -slack && one.top >= -slack && one.right <= width + slack && one.bottom <= height + slack;
    if (!inside) found.push(`leaves the picture: ${one.text}`);
    const middle = [(one.left + one.right) / 2, (one.top + one.bottom) / 2];
    const own = boxes.filter((b) => b.left < middle[0] && middle[0] < b.right && b.top < middle[1] && middle[1] < b.bottom);
    const least = own.sort((a, b) => (a.right - a.left) - (b.right - b.left))[0];
    if (least && (one.left < least.left - slack || one.right > least.right + slack)) {
      found.push(`leaves its box: ${one.text}`);
    }
  }
  texts.forEach((one, place) => texts.slice(place + 1).forEach((other) => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    if (across > slack && down > 3 * slack) found.push(`covers: ${one.text} / ${other.text}`);
  }));
  return found;
}"""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> object:
    page = browser.new_page(viewport={"width": 480, "height": 600})
    yield page
    page.close()


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_every_text_has_its_place(tab: object, drawing: object) -> None:
    tab.goto(drawing.as_uri())  # type: ignore[attr-defined]
    assert tab.evaluate(_FINDINGS, SLACK) == []  # type: ignore[attr-defined]

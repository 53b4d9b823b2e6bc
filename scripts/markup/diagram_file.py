"""Checks the handwritten SVG files in docs/assets/diagrams/ against the template that they all share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from ground.problem import Problem, shown

WIDTH = 480
MAX_BOXES = 9
SMALLEST_BOX = 60
_SVG = "{http://www.w3.org/2000/svg}"
_SHARED = re.compile(r"<style>.*?</style>|<defs>.*?</defs>", re.DOTALL)
_BOXES = frozenset(("data", "compute", "model", "user", "managed"))


@dataclass(frozen=True)
class Size:
    """Width and height of a drawing in CSS pixels."""

    width: int
    height: int


def size_of(path: Path) -> Size | None:
    """The size that the viewBox gives, or None where there is none."""
    found = re.search(r'viewBox="0 0 (\d+)(?:\.\d+)? (\d+)', path.read_text(encoding="utf-8", errors="replace")[:2000])
    return Size(int(found.group(1)), int(found.group(2))) if found else None


def check_diagrams(folder: Path, template: Path) -> list[Problem]:
    """A problem for each drawing that is no well-formed SVG, lacks its texts, or leaves the shared style."""
    shared = _SHARED.findall(template.read_text(encoding="utf-8"))
    return [problem for path in sorted(folder.glob("*.svg")) for problem in _check(path, shared)]


def _check(path: Path, shared: list[str]) -> Iterator[Problem]:
    file = shown(path)
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - a file of this repository
    except ElementTree.ParseError as error:
        yield Problem(file, error.position[0], f"not well-formed ({error})", "mend the SVG at this line")
        return
    if _SHARED.findall(text) != shared:
        yield Problem(file, 0, "<style> or <defs> differ from the template", f"copy both from {template_name()} unchanged")
    if not re.fullmatch(rf"0 0 {WIDTH} \d+", root.get("viewBox", "")):
        yield Problem(file, 0, f'viewBox is "{root.get("viewBox", "")}"', f'write viewBox="0 0 {WIDTH} HEIGHT"')
    for name, value in (("id", "only-dark"), ("role", "img"), ("aria-labelledby", "title desc")):
        if root.get(name) != value:
            yield Problem(file, 0, f"{name} of the drawing is {root.get(name)!r}", f'write {name}="{value}" on <svg>')
    for tag in ("title", "desc"):
        found = root.find(f"{_SVG}{tag}[@id='{tag}']")
        if found is None or not (found.text or "").strip():
            yield Problem(file, 0, f"no <{tag}>", f'add <{tag} id="{tag}"> with what the picture teaches')
    boxes = sum(_is_box(rect) for rect in root.iter(f"{_SVG}rect"))
    if boxes > MAX_BOXES:
        yield Problem(file, 0, f"{boxes} boxes", f"draw at most {MAX_BOXES}")


def _is_box(rect: ElementTree.Element) -> bool:
    """Whether the rectangle is a box of its own, and not one of many small marks, such as the instances of a fleet."""
    return _pixels(rect.get("width", "")) >= SMALLEST_BOX and not _BOXES.isdisjoint((rect.get("class") or "").split())


def _pixels(length: str) -> float:
    """The number in front of an optional `px`; 0 for what is no length of that kind, such as 100%."""
    found = re.fullmatch(r"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*", length)
    return float(found.group(1)) if found else 0


def template_name() -> str:
    return "docs/_data/diagram-template.svg"

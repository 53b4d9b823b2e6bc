"""axe on the pages of the site: an eighth of them in one of four settings, one of each kind in two; with ACCESS_ALL=1
(`make access`) every page in all four. A setting is a scheme and a width."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from axe import violations

ALL = bool(os.environ.get("ACCESS_ALL"))
#: A test takes every so many-th page, so that all workers have work until the end.
PARTS = 50 if ALL else 4
SETTINGS = list(product(("light", "dark"), (390, 1440)))
SCHEMES = {"light": "default", "dark": "slate"}
KINDS = (
    "",
    "404.html",
    "sagemaker/inference/asynchronous/",
    "exam/c02-map/",
    "exam/c02-domain-4/",
    "exam/cheat-sheet/",
    "exam/service-status/",
    "exam/corrections/",
    "glossary/k/",
    "practice/",
    "practice/task-1-1/",
    "practice/area-data/",
    "practice/mixed/",
    "practice/exam/",
    "practice/flashcards/",
)
#: Both schemes and both widths.
TWO = (SETTINGS[0], SETTINGS[3])


@pytest.fixture
def page(new_tab: Callable[..., Page]) -> Page:
    return new_tab(reduced_motion="reduce", viewport={"width": TWO[0][1], "height": 900})


def addresses(site: Path) -> list[str]:
    """The addresses of all built pages below the site's root."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def set_up(page: Page, scheme: str, width: int) -> None:
    """Switches the open page as a reader does, without loading it anew."""
    page.set_viewport_size({"width": width, "height": 900})
    if page.locator("body").get_attribute("data-md-color-scheme") != SCHEMES[scheme]:
        page.locator(".md-header__option label:not([hidden])").dispatch_event("click")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing(page: Page, site: Path, address: str, part: int) -> None:
    found = {}
    pages = addresses(site)
    chosen = list(enumerate(pages if ALL else pages[::8]))[part::PARTS]
    for position, path in chosen:
        page.goto(address + path)
        for scheme, width in SETTINGS if ALL else [SETTINGS[position % len(SETTINGS)]]:
            set_up(page, scheme, width)
            found[path, scheme, width] = violations(page)
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("path", () if ALL else KINDS)
def test_axe_finds_nothing_on_a_page_of_each_kind(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    found = {}
    for scheme, width in TWO:
        set_up(page, scheme, width)
        found[scheme, width] = violations(page, more=["color-contrast-enhanced"])
    assert {where: what for where, what in found.items() if what} == {}

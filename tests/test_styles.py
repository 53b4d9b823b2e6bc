"""The theme's style sheets without what the site does not use."""

from __future__ import annotations

import pytest

from styles.unused import (
    names_in_page,
    names_in_script,
    properties_asked,
    without_unused_properties,
    without_unused_rules,
)

NAMES = {"a", "b", "data-md-color-primary=custom"}


@pytest.mark.parametrize(
    "css",
    [
        ".a{x:1}",
        ".a .b>p::before{x:1}",
        "p[class]{x:1}",
        ".a:not(.z){x:1}",
        ".a:is(.z,.b){x:1}",
        '@charset "UTF-8";html{x:1}',
        "@keyframes z{0%{x:1}to{x:2}}",
        "@media print{.a{x:1}}",
        '.a{x:url("data:image/svg+xml,<svg>{.z}</svg>");y:1.5}',
        "[data-md-color-primary=custom] p{x:1}",
        "[dir=ltr] .a{x:1}/*# sourceMappingURL=x.map */",
    ],
)
def test_what_may_match_stays(css: str) -> None:
    assert without_unused_rules(css, NAMES) == css


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".z{x:1}.a{x:1}", ".a{x:1}"),
        (".a .z,.b{x:1}", ".b{x:1}"),
        ("@media print{.z{x:1}}.a{x:1}", ".a{x:1}"),
        ("@media print{.z{x:1}.a{x:1}}", "@media print{.a{x:1}}"),
        ("[data-md-color-primary=red]{x:1}p{x:1}", "p{x:1}"),
        ('@charset "UTF-8";.z{x:1}', '@charset "UTF-8";'),
    ],
)
def test_what_matches_nothing_goes(css: str, left: str) -> None:
    assert without_unused_rules(css, NAMES) == left


def test_properties_that_nothing_asks_for_go() -> None:
    css = ':root{--a:1;--b:url("data:,a;b{c}");--c:2}p{x:var( --c)}'
    assert properties_asked(css) == {"--c"}
    assert without_unused_properties(css, {"--c"}) == ":root{--c:2}p{x:var( --c)}"
    assert without_unused_properties(css, {"--b"}) == ':root{--b:url("data:,a;b{c}");}p{x:var( --c)}'


def test_names_come_from_pages_and_scripts() -> None:
    html = '<body data-md-color-primary="custom"><p class="one two">class="three"</p>'
    assert names_in_page(html) == {"one", "two", "three", "data-md-color-primary=custom"}
    assert {"md-tooltip2--active", "--md-tooltip-x"} <= names_in_script(
        'e.classList.add("md-tooltip2--active");s("--md-tooltip-x")'
    )


def test_a_style_sheet_that_breaks_off_is_an_error() -> None:
    with pytest.raises(ValueError, match="a brace stays open"):
        without_unused_rules(".a{x:1", NAMES)

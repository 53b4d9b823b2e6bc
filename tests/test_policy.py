"""What a page may load and run, as text; test_security.py tries it in a browser."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest

from policy.content_policy import blocked, policy, with_policy


def test_scripts_inside_a_page_are_allowed_by_their_hashes() -> None:
    digest = b64encode(sha256(b"let a = 1").digest()).decode()
    html = '<script>let a = 1</script><script src="x.js"></script><script id="c" type="application/json">{}</script>'
    assert f"script-src 'self' 'sha256-{digest}';" in policy(html)


def test_nothing_is_unsafe_and_nothing_comes_from_elsewhere() -> None:
    told = policy("<script>1</script>")
    assert "unsafe" not in told
    assert "http" not in told
    assert told.startswith("default-src 'none'; ")


def test_the_policy_stands_before_all_that_it_rules_over() -> None:
    html = with_policy('<head><meta charset="utf-8"><script>1</script></head>')
    assert html.index("Content-Security-Policy") < html.index("<script>")


def test_a_page_without_a_place_for_it_is_an_error() -> None:
    with pytest.raises(ValueError, match="no place for its policy"):
        with_policy("<head></head>")


@pytest.mark.parametrize(
    "html",
    [
        '<p class="a" style="color: red">x</p>',
        "<p data-a='>' onclick='go()'>x</p>",
        "<style>p { color: red }</style>",
        '<a title="x" href=" javascript:go()">x</a>',
    ],
)
def test_what_would_be_blocked_is_found(html: str) -> None:
    assert len(list(blocked(html))) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<p>Write style="x" and onclick="y" in a sentence.</p>',
        "<a title=\"a style='x' and on='y'\" href=\"x\">y</a>",
        "<code>&lt;style&gt; javascript:</code>",
        '<a href="#" title="javascript: a language">y</a>',
    ],
)
def test_words_about_styles_are_none(html: str) -> None:
    assert list(blocked(html)) == []

"""What was made quicker gives what the slower original gives."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
from material.plugins.search.plugin import Parser

from markup.quick_inline import QuickInline
from rendering import STOCK
from search.sections import sections

DOCS = Path(__file__).parent.parent / "docs"
EXTENSIONS = [*STOCK, "pymdownx.arithmatex", "pymdownx.inlinehilite"]
TRICKY = [
    r"Escaped \*stars\* and \`ticks\`, a `\` and ``a ` b``",
    "**bold *both* bold** _under_ snake_case_name __init__ *a_b*",
    "[text](a.md 'title') [ref][1] [1] ![alt](x.svg) ![1] [^n] [a [b] c](d)\n\n[1]: https://example.org\n[^n]: Note.",
    "<https://example.org> <me@example.org> <b>raw</b> <!-- note --> a < b &amp; &#x26; AT&T",
    "line  \nbreak $x_1^*$ and $$y$$ costs \\$5",
    "klzzwxh:0001 \x02 *stash*",
]


@pytest.mark.parametrize("text", TRICKY)
def test_inline_markup_is_read_as_before(text: str) -> None:
    assert markdown.markdown(text, extensions=[*EXTENSIONS, QuickInline()]) == markdown.markdown(text, extensions=EXTENSIONS)


def test_pages_are_read_as_before() -> None:
    for path in sorted(DOCS.rglob("*.md"))[::30]:
        text = path.read_text(encoding="utf-8")
        quick = markdown.markdown(text, extensions=[*EXTENSIONS, QuickInline()])
        assert quick == markdown.markdown(text, extensions=EXTENSIONS), path


def found_by_the_theme(html: str) -> list[tuple[str, str, str]]:
    parser = Parser()
    parser.feed(html)
    parser.close()
    kept = [section for section in parser.data if not section.is_excluded()]
    return [(section.id or "", "".join(section.title).strip(), "".join(section.text).strip()) for section in kept]


def found(html: str) -> list[tuple[str, str, str]]:
    return [(section.id, "".join(section.title).strip(), "".join(section.text).strip()) for section in sections(html)]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "only text",
        '<p>before</p><h1 id="a">x</h1>',
        '<h1 id="t">T<a class="headerlink" href="#t">¶</a></h1><p>One &amp; <b>two</b> &lt;3&gt;</p>',
        '<h1 id="t">T</h1><p>  </p><br><img alt="a > b">text',
        '<h1 id="t">T</h1><h2 id="r" data-search-exclude="">Related</h2><ul><li>x</li></ul><h2 id="n">Next <code>c</code></h2>y',
        '<h1 id="t">T</h1><div data-search-exclude=""><p>no</p><ol><li>no</li></ol></div><p>yes</p>',
        '<h1 id="t">T</h1><details><summary>S</summary><h3 id="d">Deep</h3><p>in</p></details><p>out</p>',
        '<h1 id="t">T</h1><pre><code>a\n  b\n</code></pre><script>if (a < b) "<p>"</script><p>a\nb</p>',
    ],
)
def test_sections_are_those_of_the_theme(html: str) -> None:
    assert found(html) == found_by_the_theme(html)


def test_sections_of_the_pages_are_those_of_the_theme(site: Path) -> None:
    for path in sorted(site.rglob("index.html"))[::25]:
        article = re.search(r"<article [^>]*>(.*)</article>", path.read_text(encoding="utf-8"), re.DOTALL)
        assert article
        assert found(article.group(1)) == found_by_the_theme(article.group(1)), path

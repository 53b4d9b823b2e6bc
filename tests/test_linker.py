"""Terms in running text become links: golden cases, and properties over arbitrary Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from glossary.forms import Finder, plurals
from glossary.linker import Page, TermLinker
from rendering import STOCK, link, render, term

TERMS = (
    term("endpoint", page="sagemaker/endpoint.md"),
    term("multi-model endpoint", page="sagemaker/multi.md"),
    term("IAM"),
    term("policy"),
    term("Amazon Data Firehose", formerly=("Kinesis Data Firehose",)),
    term("/ping"),
    term("epoch", link=False),
)
CASES = yaml.safe_load(Path(__file__).with_name("linking.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden(case: dict) -> None:
    html = link(case["text"], *TERMS)
    if "html" in case:
        assert html == case["html"]
    else:
        assert re.findall(r'<a class="gloss"[^>]*>(.*?)</a>', html, re.DOTALL) == case["links"]


def test_a_page_does_not_link_a_term_to_itself() -> None:
    assert "gloss" not in link("An endpoint.", *TERMS, page=Page("sagemaker/endpoint.md"))


def test_front_matter_switches_terms_off() -> None:
    assert "gloss" not in link("An endpoint.", *TERMS, page=Page("a.md", skip=frozenset(["endpoint"])))
    assert "gloss" not in link("An endpoint.", *TERMS, page=Page("a.md", link=False))


def test_mentions_are_noted_with_their_section() -> None:
    linker = TermLinker(TERMS)
    linker.begin(Page("area/page.md"))
    render("## Where\n\nAn endpoint.", linker)
    (appearance,) = linker.mentions.of_term()["endpoint"]
    assert (appearance.uri, appearance.section, appearance.heading) == ("area/page.md", "where", "Where")
    linker.begin(Page("area/page.md"))
    assert linker.mentions.of_term() == {}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("endpoint", ("endpoints",)),
        ("policy", ("policies",)),
        ("batch", ("batches",)),
        ("metrics", ()),
        ("key", ("keys",)),
        ("S3", ()),
    ],
)
def test_plurals(form: str, expected: tuple[str, ...]) -> None:
    assert plurals(form) == expected


def test_a_plural_that_is_another_terms_own_form_is_that_terms() -> None:
    finder = Finder([term("metric"), term("measures", aliases=("metrics",))])
    assert [mention.term.name for mention in finder.find("metrics")] == ["measures"]


class _Visible(HTMLParser):
    """The text a reader sees, and every link of ours that stands where none may stand."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.stack, self.wrong = [], [], []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        ours = tag == "a" and ("class", "gloss") in attrs
        barred = {"a", "code", "pre", "kbd", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "button", "label"}
        if ours and barred.intersection(self.stack):
            self.wrong.append((tag, list(self.stack)))
        self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.stack:
            del self.stack[len(self.stack) - 1 - self.stack[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def visible(html: str) -> _Visible:
    parser = _Visible()
    parser.feed(html)
    parser.close()
    return parser


WORDS = st.sampled_from(["endpoint", "endpoints", "IAM", "multi-model", "policy", "/ping", "Kinesis Data Firehose", "x", "é"])
_BLOCK_MARKS = ["# ", "## ", "\n\n", "\n", "- ", "1. ", "> ", "| ", "|\n|---|---|\n", "    ", "```\n", '!!! note "', "\n\n[^1]: "]
_INLINE_MARKS = ["`", "``", "**", "*", "_", "[", "](x.md)", "![", "[^1]", "&amp;", "\\", "{ .no-gloss }", "<!-- ", " -->", "<br>"]
_RAW_MARKS = [f"<{sign}{tag}>" for tag in ("b", "kbd", "a", "code", "summary", "label") for sign in ("", "/")]
MARKS = st.sampled_from([*_BLOCK_MARKS, *_INLINE_MARKS, *_RAW_MARKS, '<a href="y">'])
ARBITRARY = st.lists(st.one_of(WORDS, MARKS, st.text(max_size=4)), max_size=40).map(" ".join)


@given(ARBITRARY)
@example('<a href="y"> endpoint </a> endpoint')
@example("## endpoint\n\nendpoint `endpoint` [endpoint](x.md)")
@example("<kbd> endpoint\n\nendpoint")
def test_over_arbitrary_markdown(text: str) -> None:
    plain = visible(render(text))
    linked = visible(link(text, *TERMS))
    assert "".join(linked.text) == "".join(plain.text)
    assert linked.wrong == []


@given(ARBITRARY)
def test_a_second_run_changes_nothing(text: str) -> None:
    linker = TermLinker(TERMS)
    linker.begin(Page("area/page.md"))
    md = markdown.Markdown(extensions=[*STOCK, linker])
    seen = []
    run = md.treeprocessors["glossary"].run

    def twice(root: ElementTree.Element) -> None:
        run(root)
        seen.append(ElementTree.tostring(root))
        run(root)
        seen.append(ElementTree.tostring(root))

    md.treeprocessors["glossary"].run = twice  # type: ignore[method-assign]
    md.convert(text)
    if seen:
        assert seen[0] == seen[1]

"""Puts questions into a page: `### Question 1 { question="q-1.1-001" }`.

A Python-Markdown Treeprocessor that builds the question behind its heading: a fieldset with native controls, then the
answer, folded. It runs before MkDocs' `relpath`, which resolves and validates the links to the sections. Scripts find all they
need in the markup: `data-answer` has the right value of each control. `question.js` builds the same markup.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from ground.headings import headings
from ground.place import link_to
from practice.question import LETTERS, Option, Question

#: With the chips of the other pages (4.2), before links are marked (2) and resolved (0).
PRIORITY = 4.2
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Words:
    """What a question says of other pages; the hook knows it. `chips` takes objective ids and the page they stand on."""

    section: Callable[[str], str]
    source: Callable[[str], str]
    chips: Callable[[Sequence[str], str], Element]


class QuestionSheet(Extension):
    """The extension; `uri` is the page that comes next."""

    def __init__(self, words: Words, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.words = words
        self.questions: dict[str, Question] = {}
        self.uri = ""

    def replace_questions(self, questions: Iterable[Question]) -> None:
        self.questions = {question.id: question for question in questions}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Setting(md, self), "questions", PRIORITY)


class _Setting(Treeprocessor):
    def __init__(self, md: Markdown, extension: QuestionSheet) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        for heading in headings(root):
            question = self.extension.questions.get(heading.element.attrib.pop("question", ""))
            if question:
                # The site's style sheet says at a heading of one exam that it is not in the other.
                heading.element.set("data-exams", " ".join(question.exams))
                heading.insert_after(sheet(question, self.extension.uri, self.extension.words))


def sheet(question: Question, uri: str, words: Words) -> Element:
    """The question as it stands on the page `uri`."""
    data = {"id": question.id, "type": question.type, "answer": " ".join(question.answer)}
    root = Element("div", {"class": "question", **{f"data-{key}": value for key, value in data.items()}})
    field = SubElement(root, "fieldset")
    _say(SubElement(field, "legend"), question.stem)
    _say(SubElement(field, "p", {"class": "ask"}), question.ask)
    for place, option in enumerate(question.options):
        _option(field, question, place, option)
    if question.matches:
        offered = SubElement(field, "ol", {"class": "matches"})
        for match in question.matches:
            _say(SubElement(offered, "li"), match)
    root.append(_answer(question, uri, words))
    root.tail = "\n"
    return root


def _option(field: Element, question: Question, place: int, option: Option) -> None:
    label = SubElement(field, "label", {"class": "option"})
    if question.type in ("choice", "response"):
        kind = "radio" if question.type == "choice" else "checkbox"
        SubElement(label, "input", {"type": kind, "name": question.anchor, "value": str(place)})
    letter = SubElement(label, "span", {"class": "letter"})
    letter.text = AtomicString(LETTERS[place])
    letter.tail = " "
    text = SubElement(label, "span", {"class": "text"})
    _say(text, option.text)
    if question.type in ("ordering", "matching"):
        text.tail = " "
        select = SubElement(label, "select", {"autocomplete": "off"})
        SubElement(select, "option", {"value": ""}).text = "Choose"
        steps = [str(number + 1) for number in range(len(question.options))]
        for value, shown in enumerate(question.matches or steps, 1):
            SubElement(select, "option", {"value": str(value)}).text = AtomicString(shown.replace("`", ""))


def _answer(question: Question, uri: str, words: Words) -> Element:
    folded = Element("details", {"class": "answer"})
    SubElement(folded, "summary").text = "Answer"
    SubElement(folded, "p", {"class": "right"}).text = AtomicString(f"Right: {question.key}")
    reasons = SubElement(folded, "ul", {"class": "reasons"})
    for place, option in enumerate(question.options):
        line = SubElement(reasons, "li")
        strong = SubElement(line, "strong")
        strong.text = AtomicString(verdict(question, place))
        strong.tail = " "
        _say(SubElement(line, "span"), option.why)
    _say(SubElement(folded, "p", {"class": "explanation"}), question.explanation)
    read = SubElement(folded, "p", {"class": "read"})
    read.text = "Read: "
    folder = posixpath.dirname(uri)
    _links(read, [(link_to(ref, folder), words.section(ref), "") for ref in question.refs])
    cited = SubElement(folded, "p", {"class": "sources"})
    cited.text = "Source: "
    _links(cited, [(source.url, words.source(source.url), f", as of {source.checked}") for source in question.sources])
    folded.append(words.chips(question.objectives, uri))
    return folded


def verdict(question: Question, place: int) -> str:
    """What holds of one option, in words."""
    option, letter = question.options[place], LETTERS[place]
    if question.type == "ordering":
        return f"{letter} is step {option.position}."
    if question.type == "matching":
        return f"{letter}: {option.match.replace('`', '')}."
    return f"{letter} is right." if option.correct else f"{letter} is wrong."


def _links(line: Element, targets: Sequence[tuple[str, str, str]]) -> None:
    """Adds links with what stands behind each, separated by a middle dot."""
    for place, (href, text, behind) in enumerate(targets):
        link = SubElement(line, "a", {"href": href})
        link.text = AtomicString(text)
        link.tail = behind + (" · " if place + 1 < len(targets) else "")


def _say(element: Element, text: str) -> None:
    """Plain text with code in backticks; nothing in it is taken for markup."""
    parts = _CODE.split(text)
    element.text = AtomicString(parts[0])
    for code, behind in zip(parts[1::2], parts[2::2], strict=True):
        child = SubElement(element, "code")
        child.text = AtomicString(code)
        child.tail = AtomicString(behind)

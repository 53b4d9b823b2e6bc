"""Reads and checks the footnotes of a page's source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ground.page_source import KEPT, PageSource
from ground.problem import Problem

_DEFINITION = re.compile(r"^\[\^([^\]]+)\]:\s*(.*)$")
_USE = re.compile(r"\[\^([^\]]+)\]")
_AS_OF = re.compile(r"\bas of (\d{4}-\d{2}(?:-\d{2})?)\.?$")
_ADDRESS = re.compile(r"https://[^\s)>\]]+")
_TITLE = re.compile(r"\[([^\]]+)\]\((https://[^)\s]+)\)")
_TRUSTED = re.compile(
    r"https://((?:[\w-]+\.)*(?:aws\.amazon\.com|awsstatic\.com|amazon\.science)|github\.com/(?:aws|awslabs|aws-neuron|boto)|pypi\.org/project)/"
)


@dataclass(frozen=True)
class Source:
    """A cited page; `as_of` is the date of the text that was read, YYYY-MM or YYYY-MM-DD."""

    url: str
    as_of: str
    page: str
    line: int


def read_sources(pages: Iterable[PageSource]) -> list[Source]:
    """Every address in a footnote, with its date; call `check_footnotes` for what is wrong."""
    return [
        Source(url, date.group(1), page.file, line)
        for page in pages
        for line, _, text in _definitions(page)
        if (date := _AS_OF.search(text))
        for url in _ADDRESS.findall(text)
    ]


def source_titles(pages: Iterable[PageSource]) -> dict[str, str]:
    """What footnotes call each cited address; the first page in order has the word."""
    titles: dict[str, str] = {}
    for page in pages:
        for _, _, text in _definitions(page):
            for title, url in _TITLE.findall(text):
                titles.setdefault(url, title)
    return titles


def check_footnotes(pages: Iterable[PageSource]) -> list[Problem]:
    """A problem for each footnote without AWS's address or date, never defined, defined twice, or never used."""
    return [problem for page in pages for problem in _check(page)]


@lru_cache(KEPT)
def _definitions(page: PageSource) -> tuple[tuple[int, str, str], ...]:
    found = ((number, _DEFINITION.match(line)) for number, line in page.prose() if line.startswith("[^"))
    return tuple((number, match.group(1), match.group(2).strip()) for number, match in found if match)


@lru_cache(KEPT)
def _check(page: PageSource) -> tuple[Problem, ...]:
    return tuple(_problems(page))


def _problems(page: PageSource) -> Iterable[Problem]:
    defined: dict[str, int] = {}
    for line, name, text in _definitions(page):
        if name in defined:
            yield page.problem(line, f'footnote "{name}" is defined twice', f"line {defined[name]} has it already")
        defined[name] = line
        addresses = _ADDRESS.findall(text)
        if not any(_TRUSTED.match(address) for address in addresses):
            yield page.problem(line, f'footnote "{name}" names no page of AWS', "add the address of the page that was read")
        if not _AS_OF.search(text):
            yield page.problem(line, f'footnote "{name}" has no date', 'end it with "as of YYYY-MM."')
    used: dict[str, int] = {}
    for line, text in page.prose():
        if "[^" not in text:
            continue
        body = _DEFINITION.sub(r"\2", text)
        for name in _USE.findall(re.sub(r"`[^`]*`", "", body)):
            used.setdefault(name, line)
    for name in sorted(used.keys() - defined.keys()):
        yield page.problem(used[name], f'footnote "{name}" is not defined', f"add a line [^{name}]: …")
    for name in sorted(defined.keys() - used.keys()):
        yield page.problem(defined[name], f'footnote "{name}" is never used', f"set [^{name}] behind the fact, or delete it")

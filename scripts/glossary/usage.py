"""Which terms the authors' pages use, and which capitalised acronyms have no entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.forms import Finder
from glossary.term import Term
from ground.lined_yaml import load
from ground.page_source import PageSource
from ground.problem import BadInput, Problem, shown

#: Not prose: code spans, addresses, footnote marks, attribute lists, link targets.
_NOT_PROSE = re.compile(r"`[^`]*`|https?://\S+|\[\^[^\]]+\]|\{[^}]*\}|\]\([^)]*\)|<[^>]+>|\$\$?[^$]*\$\$?")
_ACRONYM = re.compile(r"(?<![\w./-])[A-Z][A-Z0-9]+(?:s(?!\w))?(?![\w-])")


@dataclass(frozen=True, order=True)
class Acronym:
    """A capitalised word without an entry: how often, and where first."""

    text: str
    count: int
    file: str
    line: int


def used_terms(terms: Sequence[Term], pages: Iterable[PageSource]) -> set[str]:
    """The names of the terms that some page other than the teaching one, or another term's definition, mentions."""
    finder = Finder([term for term in terms if term.link])
    on_pages = {
        mention.term.name
        for page in pages
        for _, line in page.prose()
        for mention in finder.find(_NOT_PROSE.sub(" ", line))
        if mention.term.page_uri != page.uri
    }
    in_definitions = {
        mention.term.name
        for term in terms
        for mention in finder.find(_NOT_PROSE.sub(" ", term.definition))
        if mention.term is not term
    }
    return on_pages | in_definitions


def read_exempt(path: Path) -> frozenset[str]:
    """The capitalised words that need no entry: a YAML mapping from a reason to a list of words; empty without the file."""
    data = load(path) if path.is_file() else {}
    if not isinstance(data, dict) or not all(isinstance(words, list) for words in data.values()):
        raise BadInput([Problem(shown(path), 0, "the file is not a mapping from reasons to lists", "write reason: [WORD, WORD]")])
    return frozenset(str(word) for words in data.values() for word in words)


def missing_acronyms(terms: Sequence[Term], pages: Iterable[PageSource], exempt: frozenset[str] = frozenset()) -> list[Acronym]:
    """Acronyms of two or more capitals that no form of a term contains and that are not exempt, the most frequent first."""
    covered = {word for term in terms for form in (*term.written_forms, *term.misspellings) for word in re.findall(r"\w+", form)}
    first: dict[str, tuple[str, int]] = {}
    counts: dict[str, int] = {}
    for page in pages:
        for number, line in page.prose():
            if line.startswith("[^"):
                continue
            for found in _ACRONYM.finditer(_NOT_PROSE.sub(" ", line)):
                word = found.group().removesuffix("s")
                if word not in covered and word not in exempt:
                    first.setdefault(word, (page.file, number))
                    counts[word] = counts.get(word, 0) + 1
    return sorted((Acronym(word, counts[word], *first[word]) for word in counts), key=lambda found: (-found.count, found.text))

"""The page of services and features that closed, ended, changed their name or came back, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossary.teaching import in_words
from glossary.term import STATE_WORDS, Term

_ORDER = ("closed-to-new", "ending", "ended", "renamed", "reopened")
_MEANING = {
    "closed-to-new": "Existing customers go on; a new account cannot start.",
    "ending": "AWS has named the day of the end.",
    "ended": "Gone for everybody.",
    "renamed": "The same service under another name. The exams print the new one.",
    "reopened": "Closed once, open again.",
}


@dataclass(frozen=True)
class InScope:
    """A service on the list of an exam; `exams` such as ("c01", "c02")."""

    service: str
    category: str
    exams: tuple[str, ...]


def status_page(terms: Sequence[Term], services: Sequence[InScope]) -> str:
    """Markdown: a table a state, then every in-scope service with its exams and state."""
    lines = [
        "# Service status",
        "",
        "What closed, ended, changed its name or came back, with the date and AWS's own page. "
        "The exams lag behind the services: a closed service may still be asked about.",
        "",
    ]
    by_state: dict[str, list[Term]] = {}
    for term in terms:
        if term.status:
            by_state.setdefault(term.status.state, []).append(term)
    for state in _ORDER:
        if by_state.get(state):
            lines += _state_table(state, by_state[state])
    lines += _scope_table(services, {term.name: term for term in terms})
    return "\n".join(lines) + "\n"


def _state_table(state: str, terms: Sequence[Term]) -> list[str]:
    successor = "Old name" if state == "renamed" else "Use instead"
    lines = [f"## {STATE_WORDS[state]} {{ #{state} }}", "", _MEANING[state], ""]
    lines += [f"| Service or feature | Since | {successor} | Source |", "| --- | --- | --- | --- |"]
    for term in sorted(terms, key=lambda term: term.name.casefold()):
        status = term.status
        assert status is not None
        other = ", ".join(term.formerly) if state == "renamed" else status.successor
        since = in_words(status.since) if status.since else "no date given"
        source = f"[AWS]({status.source}), as of {status.as_of}" if status.source else ""
        lines.append(f"| {_link(term)} | {since} | {_cell(other)} | {source} |")
    return [*lines, ""]


def _scope_table(services: Sequence[InScope], terms: Mapping[str, Term]) -> list[str]:
    lines = ["## In-scope services { #in-scope }", ""]
    lines += [f"The {len(services)} services on the list of either exam, and where the guide teaches them.", ""]
    lines += ["| Service | MLA-C02 | MLA-C01 | Status |", "| --- | --- | --- | --- |"]
    category = ""
    for service in services:
        if service.category != category:
            category = service.category
            lines.append(f"| **{_cell(category)}** | | | |")
        term = terms.get(service.service)
        name = _link(term) if term else f"{_cell(service.service)} (not yet)"
        marks = ["yes" if exam in service.exams else "no" for exam in ("c02", "c01")]
        state = term.status.words if term and term.status else "Active"
        lines.append(f"| {name} | {marks[0]} | {marks[1]} | {state if term else ''} |")
    return [*lines, ""]


def _link(term: Term) -> str:
    return f"[{_cell(term.name)}](../{term.place})"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("[", "\\[").replace("]", "\\]")

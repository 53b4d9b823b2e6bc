"""The pages of a task statement, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from ground.place import link_to
from practice.parts import FOLDER, Part
from practice.words import counted, text


def part_title(part: Part, titles: Sequence[str]) -> str:
    """Of the first page, which is the task's own, and of the others."""
    return f"Practice {part.task}: {titles[0] if part.place == 1 else numbers(part)}"


def numbers(part: Part) -> str:
    """Which questions of the task the page has."""
    return f"question {part.first}" if part.first == part.last else f"questions {part.first} to {part.last}"


def task_page(part: Part, parts: Sequence[Part], titles: Sequence[str]) -> str:
    """One page; `parts` are all of the task, `titles` what the exams call it, MLA-C02 first."""
    lines = [f"# {text(part_title(part, titles))}", "", _about(part, parts, titles), ""]
    if len(parts) > 1:
        lines += ["Questions " + " ".join(_to_part(other, part) for other in parts), "{ .parts .no-book }", ""]
    lines += ['<div data-practice="questions"></div>', ""]
    number = part.first
    for group in part.groups:
        lines += [f"## {text(group.title)} {{ #{group.anchor} }}", ""]
        for question in group.questions:
            lines += [f'### Question {number} {{ #{question.anchor} question="{question.id}" }}', ""]
            number += 1
    if part.groups:
        lines += [_key(part), ""]
    if part.place == 1 and len(parts) > 1:
        lines += _others(parts[1:])
    return "\n".join(lines)


def _about(part: Part, parts: Sequence[Part], titles: Sequence[str]) -> str:
    if part.place > 1:
        return f"{text(titles[0])}, part {part.place} of {len(parts)}."
    total = parts[-1].last
    other = f" MLA-C01 calls the task “{text(titles[1])}”." if len(titles) > 1 else ""
    return f"{counted(total) if total else 'No questions yet'}.{other}"


def _to_part(other: Part, here: Part) -> str:
    """A link to one of the task's pages; the way back to the first is marked for lead-on.js."""
    span = str(other.first) if other.first == other.last else f"{other.first}–{other.last}"
    if other == here:
        return f'**{span}**{{ aria-current="page" }}'
    first = ".first " if other.place == 1 else ""
    return f'[{span}]({_name(other)}){{ {first}aria-label="Questions {span}" }}'


def _others(parts: Sequence[Part]) -> list[str]:
    """What stands on the other pages. Each id stands here too: an address that names it leads on to it (lead-on.js)."""
    lines = ['<div class="others no-book" markdown>', "", "## The other questions of this task { #others }", ""]
    for part in parts:
        number = part.first
        for group in part.groups:
            links = [f"[{text(group.title)}]({_name(part)}#{group.anchor}){{ #{group.anchor} }}"]
            for question in group.questions:
                label = f'#{question.anchor} aria-label="Question {number}"'
                links.append(f"[{number}]({_name(part)}#{question.anchor}){{ {label} }}")
                number += 1
            lines.append("- " + " ".join(links))
    return [*lines, "", "</div>", ""]


def _key(part: Part) -> str:
    """The answer key: on paper only."""
    answers = " · ".join(f"{number} {question.key}" for number, question in enumerate(part.questions, part.first))
    return f"**Answer key.** {answers}\n{{ .paper-key }}"


def _name(part: Part) -> str:
    return link_to(part.uri, FOLDER)

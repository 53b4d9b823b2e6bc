"""The bank as JSON: for others with a schema, and what the page's scripts need beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from practice.pages import AREAS
from practice.parts import task_uri
from practice.plan import Plan
from practice.question import TYPES, Option, Question

VERSION = 1

_TEXT = {"type": "string", "minLength": 1}


def _list_of(items: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": dict(items)}


def _whole(properties: Mapping[str, Any], required: Sequence[str]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "required": list(required), "additionalProperties": False}


_OPTION = _whole(
    {
        "text": _TEXT,
        "why": _TEXT,
        "correct": {"type": "boolean", "description": "choice and response"},
        "position": {"type": "integer", "minimum": 1, "description": "ordering: the place of this step"},
        "match": {**_TEXT, "description": "matching: what belongs to this item"},
    },
    ["text", "why"],
)
_SOURCE = _whole(
    {"url": {"type": "string", "format": "uri"}, "checked": {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}},
    ["url", "checked"],
)
_QUESTION = _whole(
    {
        "id": {"type": "string", "pattern": r"^q-\d\.\d-\d{3}$", "description": "never reused for another question"},
        "exams": _list_of({"enum": ["c02", "c01"]}),
        "objectives": _list_of({"type": "string", "pattern": "^c0[12]-"}),
        "type": {"enum": list(TYPES)},
        "difficulty": {"enum": [1, 2, 3]},
        "stem": {**_TEXT, "description": "plain text, code in backticks, as all texts"},
        "options": _list_of(_OPTION),
        "explanation": _TEXT,
        "refs": {**_list_of(_TEXT), "description": "sections of the guide, below its docs/"},
        "sources": _list_of(_SOURCE),
    },
    ["id", "exams", "objectives", "type", "difficulty", "stem", "options", "explanation", "refs", "sources"],
)
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Practice questions of the MLA study guide",
    **_whole({"version": {"const": VERSION}, "questions": {"type": "array", "items": _QUESTION}}, ["version", "questions"]),
}


def bank_json(questions: Sequence[Question]) -> dict[str, Any]:
    return {"version": VERSION, "questions": [_question(question) for question in questions]}


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "exams": list(question.exams),
        "objectives": list(question.objectives),
        "type": question.type,
        "difficulty": question.difficulty,
        "stem": question.stem,
        "options": [_option(question, option) for option in question.options],
        "explanation": question.explanation,
        "refs": list(question.refs),
        "sources": [{"url": source.url, "checked": source.checked} for source in question.sources],
    }


def _option(question: Question, option: Option) -> dict[str, Any]:
    if question.type == "ordering":
        return {"text": option.text, "position": option.position, "why": option.why}
    if question.type == "matching":
        return {"text": option.text, "match": option.match, "why": option.why}
    return {"text": option.text, "correct": option.correct, "why": option.why}


def outline_json(
    questions: Sequence[Question], plans: Sequence[Plan], url_of: Callable[[str], str], words: Callable[[str], str]
) -> dict[str, Any]:
    """What scripts say of exams, sections and sources. `url_of` gives a page's address from the site's root, `words` the
    title of a section or of a source."""
    refs = sorted({ref for question in questions for ref in question.refs})
    sources = sorted({source.url for question in questions for source in question.sources})
    return {
        "version": VERSION,
        "exams": [
            {
                "id": plan.id,
                "code": plan.code,
                "domains": [
                    {
                        "number": domain.number,
                        "title": domain.title,
                        "weight": domain.weight,
                        "tasks": [
                            {"number": task.number, "title": task.title, "url": url_of(task_uri(task.number))}
                            for task in domain.tasks
                        ],
                    }
                    for domain in plan.domains
                ],
                "objectives": {objective.id: [url_of(objective.place), objective.text] for objective in plan.objectives},
            }
            for plan in plans
        ],
        "areas": AREAS,
        "sections": {ref: [url_of(ref), words(ref)] for ref in refs},
        "sources": {url: words(url) for url in sources},
    }


def compact(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def readable(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

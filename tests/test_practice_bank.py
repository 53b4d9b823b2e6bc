"""The question bank: every kind of bad question has its line, and what is right is read, counted and handed on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from exam.outline import read_exams
from ground.problem import BadInput
from guide import plans, read_guide
from practice.__main__ import main, objective_ids
from practice.balance import longest_share, place_shares, unbalanced
from practice.bank_json import SCHEMA, bank_json
from practice.cards import TermNote, cards, cards_json, domain_of, plain
from practice.pages import practice_pages
from practice.question import Option, Question, Source
from practice.stats import stats
from practice.stems import own_answers, repeated_stems
from practice.store import check_refs, lost_refs, read_questions
from refusal import assert_refused
from small_bank import BANK, STEM, large_bank, small_bank
from small_guide import ROOT, small_guide

FILE = "_data/questions/bank.yml"
OBJECTIVES = ("c02-1.1.4", "c01-K1.1.3", "c01-K1.2.1", "c02-1.2.1")
OTHER_STEM = "Another team moves images, which are large, over a line that is thin, every night of the week at ten."
STEPS = "Look, position: 2, why: Then one sees.}\n    - {text: Open, position: 1"
TURNED = str.maketrans("12", "21")
OF_C01 = "exams: [c01]\n  objectives: [c01-K1.2.1]"
SOURCES = '  sources:\n    - {url: "https://docs.aws.amazon.com/x.html", checked: 2026-10}\n'

# what is broken, text to replace, replacement, "line: message" expected
KINDS = [
    ("YAML that is none", "  difficulty: 2", "  difficulty: [2", "not readable as YAML"),
    ("no list", BANK, "id: q-1.1-001", "the file is not a list of questions"),
    ("an entry that is none", "- id: q-1.1-002", "- q-1.1-003\n- id: q-1.1-002", "an entry is not a mapping"),
    ("a missing key", "  explanation: Fast means the second.\n", "", "1: q-1.1-001 has no explanation; add explanation:"),
    ("no source", SOURCES, "", "1: q-1.1-001 has no sources"),
    ("an unknown key", "  difficulty: 2", "  level: 1\n  difficulty: 2", '5: unknown key "level" in q-1.1-001'),
    ("an id that is none", "q-1.1-001", "q-1.1-1", '1: "q-1.1-1" is no id'),
    ("an id given twice", "q-1.1-002", "q-1.1-001", "16: q-1.1-001 stands in"),
    ("an unknown type", "type: choice", "type: essay", '4: unknown type "essay"'),
    ("a difficulty that is none", "difficulty: 2", "difficulty: 4", "5: difficulty of q-1.1-001 is none of 1, 2, 3"),
    ("an unknown objective", "c02-1.1.4, c01", "c02-9.9.9, c01", '3: unknown objective "c02-9.9.9"'),
    ("exams without objectives", "exams: [c02, c01]", "exams: [c02]", "2: exams of q-1.1-001 are not those of its objectives"),
    ("a short stem", f"stem: {STEM}. Which one?", "stem: What is S3?", "6: stem of q-1.1-001 has 11 characters"),
    ("a backtick alone", "One of `four`", "One of `four", "8: text of an option of q-1.1-001 has a backtick without"),
    ("an option without reason", ", why: It is slow.", "", "8: an option of q-1.1-001 has no why"),
    ("an option of another type", "why: It is slow.", "why: It is slow., match: x", '8: unknown key "match" in an option'),
    (
        "options that are none",
        "- {text: One of `four`, why: It is slow.}",
        "- One",
        "7: options of q-1.1-001 are no list",
    ),
    ("two options alike", "Three of four", "Four of four", "7: two options of q-1.1-001 are the same"),
    ("two right options", "why: It is slow.", "correct: true, why: It is slow.", "7: q-1.1-001 has 4 options, 2 of them right"),
    ("a truth that is none", "correct: true, why: It is fast.", "correct: sure, why: It is fast.", "9: correct in an option"),
    (
        "no word how many",
        "help? (Select TWO.)",
        "help?",
        "q-1.1-002 does not say how many to select; end",
    ),
    (
        "a type C02 does not ask",
        "exams: [c01]\n  objectives: [c01-K1.2.1]",
        "exams: [c02]\n  objectives: [c02-1.2.1]",
        "is ordering, which MLA-C02",
    ),
    ("positions with a gap", "position: 3", "position: 4", "has the positions [2, 1, 4]"),
    ("a position that is none", "position: 3", "position: third", "position in an option of q-1.2-001 is no whole number"),
    ("steps in their order", STEPS, STEPS.translate(TURNED), "shows its steps in the right order"),
    ("an item without match", "match: ordinal, ", "", "q-1.2-002 has an option without match"),
    ("a source that is not AWS", "docs.aws.amazon.com/x", "example.org/x", "15: a source of q-1.1-001 is no page of AWS"),
    ("a source without date", "checked: 2026-10}", "checked: May}", "15: a source of q-1.1-001 has no date"),
    ("a ref to no page", "topic.md#topic", "tropic.md#topic", '1: ref "tropic.md#topic" of q-1.1-001 leads nowhere'),
    ("refs that are none", "refs: [topic.md#topic]", "refs: [1]", "13: refs of q-1.1-001 is no list of texts"),
    ("a stem twice", OTHER_STEM, STEM, "the stem of q-1.1-002 is nearly that of q-1.1-001"),
    ("a stem with its answer", "Two of four", "Constraint that leaves numbers", "1: the stem of q-1.1-001 names its own answer"),
]


@pytest.mark.parametrize(("_kind", "old", "new", "expected"), KINDS, ids=[kind[0] for kind in KINDS])
def test_each_kind_has_its_line(tmp_path: Path, _kind: str, old: str, new: str, expected: str) -> None:
    assert old in BANK
    folder = small_bank(tmp_path, BANK.replace(old, new, 1))
    pages = ("topic.md", "data/page.md")
    assert_refused(lambda: check_refs(read_questions(folder, OBJECTIVES), pages.__contains__), FILE, expected)


def questions(tmp_path: Path, bank: str = BANK) -> tuple[Question, ...]:
    return read_questions(small_bank(tmp_path, bank), ())


def test_what_is_right_is_read(tmp_path: Path) -> None:
    docs = small_guide(tmp_path)
    small_bank(docs)
    guide = read_guide(docs)
    assert [question.id for question in guide.questions] == ["q-1.1-001", "q-1.1-002", "q-1.2-001", "q-1.2-002"]
    assert guide.generated[-1] == "glossary.md"
    assert "practice/area-data.md" in guide.generated


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    broken = BANK.replace("difficulty: 2", "difficulty: 9").replace("type: response", "type: essay")
    with pytest.raises(BadInput) as caught:
        questions(tmp_path, broken)
    assert len(caught.value.problems) >= 2


def test_a_ref_to_no_section_is_told_when_the_pages_are_rendered(tmp_path: Path) -> None:
    found = lost_refs(questions(tmp_path), {"topic.md": frozenset(["other"]), "data/page.md": frozenset(["topic"])})
    assert [str(problem).partition(": ")[2] for problem in found] == [
        'ref "topic.md#topic" of q-1.1-001 names no place; no heading has the id "topic"'
    ]


def test_answers_and_keys(tmp_path: Path) -> None:
    assert [(question.answer, question.key) for question in questions(tmp_path)] == [
        (("1",), "B"),
        (("0", "4"), "A, E"),
        (("2", "1", "3"), "B, A, C"),
        (("1", "2", "1"), "A1, B2, C1"),
    ]


def choice(number: int, right: int, long: bool, stem: str = "") -> Question:
    texts = ["short text"] * 3
    texts.insert(right, "a far longer text" if long else "tiny")
    options = tuple(Option(f"{text} {place}", "Why.", place == right) for place, text in enumerate(texts))
    source = (Source("https://docs.aws.amazon.com/x", "2026-10"),)
    return Question(
        f"q-1.1-{number:03}", ("c02",), ("c02-1.1.1",), "choice", 1, stem, options, "…", ("a.md",), source, "f.yml", number
    )


def test_a_bank_whose_answers_stand_out_is_refused() -> None:
    fair = [choice(number, number % 4, number % 4 == 0) for number in range(40)]
    assert unbalanced(fair, "questions") == []
    assert longest_share(fair) == 0.25
    long = [choice(number, number % 4, number % 2 == 0) for number in range(40)]
    assert "the longest in 50%" in str(unbalanced(long, "questions")[0])
    on_b = [choice(number, 1 if number < 20 else number % 4, False) for number in range(40)]
    assert [problem.what[:11] for problem in unbalanced(on_b, "questions")] == [
        "A is right ",
        "B is right ",
        "C is right ",
        "D is right ",
    ]
    assert sum(place_shares(on_b).values()) == pytest.approx(1)
    assert unbalanced(on_b[:39], "questions") == [], "few questions say nothing"


def test_stems_are_compared_by_phrases_not_by_topic() -> None:
    first = "A bank needs predictions for 300 MB images within an hour and nothing running at night. Which option?"
    near = "A bank needs predictions for 200 MB images within an hour and nothing running at night. Which option?"
    far = "At night nothing may run. Images of 300 MB must get their predictions within the hour. What do you choose?"
    assert len(repeated_stems([choice(1, 0, False, first), choice(2, 0, False, near)])) == 1
    assert repeated_stems([choice(1, 0, False, first), choice(2, 0, False, far)]) == []
    assert own_answers([choice(1, 0, True, "Which text 0 is far longer than others?")]) != []
    assert own_answers([choice(1, 0, False, "Which short text, a tale of words?")]) == []


def conforms(data: object, schema: dict) -> bool:
    """As much of JSON Schema as ours uses."""
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}
    if "type" in schema and not isinstance(data, kinds[schema["type"]]):
        return False
    if isinstance(data, str) and "enum" not in schema:
        return len(data) >= schema.get("minLength", 0) and bool(re.search(schema.get("pattern", ""), data))
    if isinstance(data, list):
        return len(data) >= schema.get("minItems", 0) and all(conforms(one, schema["items"]) for one in data)
    if isinstance(data, dict):
        own = schema["properties"]
        return set(schema["required"]) <= data.keys() <= own.keys() and all(conforms(data[key], own[key]) for key in data)
    return data in schema.get("enum", [data]) and data == schema.get("const", data)


def test_the_bank_as_json_is_as_its_schema_says(tmp_path: Path) -> None:
    data = json.loads(json.dumps(bank_json(questions(tmp_path))))
    assert conforms(data, SCHEMA)
    assert data["questions"][0]["options"][1] == {"text": "Two of four", "correct": True, "why": "It is fast."}
    assert [option["position"] for option in data["questions"][2]["options"]] == [2, 1, 3]
    assert data["questions"][3]["options"][0]["match"] == "one-hot"
    del data["questions"][0]["options"][0]["why"]
    assert not conforms(data, SCHEMA)


def test_cards(tmp_path: Path) -> None:
    term = TermNote("async", "Async", "A **queue** with [links](x.md) and `code_*_x`.", ("AI",), ("c02-3.1.3",), "x/")
    made = cards([term], questions(tmp_path), {"topic.md#topic": "topic/#topic"})
    assert [card.id for card in made] == ["async", "q-1.1-001", "q-1.1-002", "q-1.2-001", "q-1.2-002"]
    assert made[0].back == ("A queue with links and `code_*_x`.", "Also: AI")
    assert made[0].domain == 3
    assert made[1].front[1] == "A. One of `four`"
    assert made[1].back[:2] == ("Right: B", "B. Two of four: It is fast.")
    assert made[1].url == "topic/#topic"
    assert cards_json(made)["cards"][1]["exams"] == ["c02", "c01"]
    assert plain("**a** *b* 2 * 3 * 4") == "a b 2 * 3 * 4"
    assert domain_of(("c01-K4.1.1", "c02-2.1.1", "c02-2.2")) == 2
    assert domain_of(()) == 0


def test_every_task_has_a_page_and_every_question_stands_on_it_once(tmp_path: Path) -> None:
    outlines = plans(read_exams(ROOT / "docs/_data/exam"))
    bank = questions(tmp_path, large_bank())
    pages = {page.uri: page.write(lambda uri: uri) for page in practice_pages(bank, outlines)}
    assert sum(uri.startswith("practice/task-") for uri in pages) == 12
    for question in bank:
        written = pages[f"practice/task-{question.task.replace('.', '-')}.md"]
        assert written.count(f'question="{question.id}"') == 1
    # Grouped by objective: C02's first, the two that only C01 asks behind them.
    assert "**Answer key.** 1 A · 2 B, E · 3 A · 4 B · 5 C · 6 D · 7 B, C, A · 8 A2, B1, C2" in pages["practice/task-1-1.md"]
    assert all(len(page.description) <= 160 for page in practice_pages(bank, outlines))


def test_stats_say_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = small_guide(tmp_path)
    small_bank(docs)
    assert main(["check", "--docs", str(docs)]) == 0
    assert capsys.readouterr().out == "4 questions, no problem\n"
    assert main(["stats", "--docs", str(docs)]) == 1
    out = capsys.readouterr().out
    assert "choice 1  response 1  ordering 1  matching 1" in out
    assert "396 questions to 400" in out
    assert "c02-1.1.4 (2)" in out
    (docs / "_data/questions/bank.yml").write_text("- {", encoding="utf-8")
    assert main(["check", "--docs", str(docs)]) == 2


def test_a_bank_that_is_large_enough_lacks_nothing(tmp_path: Path) -> None:
    known = ["c02-1.1.1", "c01-K1.1.1"]
    asked = [choice(number, number % 4, False) for number in range(3)]
    found = stats(asked, known)
    assert "c02         1 of 1 objectives have 3 or more" in found.lines
    assert any("c01 objectives with fewer than 1: c01-K1.1.1 (0)" in what for what in found.short)
    assert len(objective_ids(ROOT / "docs/_data/exam")) > 100


def test_the_fixture_bank_is_whole(tmp_path: Path) -> None:
    assert len(questions(tmp_path, large_bank())) == 96
    assert yaml.safe_load(large_bank())[0]["id"] == "q-1.1-001"

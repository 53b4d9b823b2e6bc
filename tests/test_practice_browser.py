"""Practice in a real Chromium, on a small guide with a question of every type in every task."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from axe import violations
from conftest import mkdocs, served
from small_bank import exams, large_bank, small_bank
from test_bad_input import project

PREFIX = "mla-guide.practice."
Open = Callable[..., Page]

# Answers every question of the exam in sight: rightly, but for the numbers given.
ANSWER = """wrong => {
  const total = document.querySelectorAll(".navigator button").length;
  for (let number = 0; number < total; number += 1) {
    document.querySelectorAll(".navigator button")[number].click();
    const sheet = document.querySelector(".exam .question");
    const answer = sheet.dataset.answer.split(" ");
    [...sheet.querySelectorAll("input, select")].forEach((control, place) => {
      const right = !wrong.includes(number);
      if (control.tagName === "SELECT") {
        control.value = right ? answer[place] : "1";
        control.dispatchEvent(new Event("change", {bubbles: true}));
      } else if (answer.includes(control.value) === right && !control.checked) control.click();
    });
  }
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("practice"))
    small_bank(folder / "docs", large_bank())
    built = mkdocs("build", "--strict", "--site-dir", "site", cwd=folder)
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def stored(page: Page, part: str) -> dict | list | None:
    return json.loads(page.evaluate("key => localStorage.getItem(key) || 'null'", PREFIX + part))


def button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def begin_exam(open_page: Open, exam: str = "c02", minutes: str = "130") -> Page:
    page = open_page("practice/exam/")
    page.locator("form [name=exam]").select_option(exam)
    page.get_by_label("Minutes").fill(minutes)
    button(page, "Begin the exam").click()
    expect(page.get_by_role("heading", name="Question 1 of 65")).to_be_focused()
    return page


def finish(page: Page) -> None:
    button(page, "Finish").click()
    button(page, "Finish now").click()


@pytest.mark.parametrize("exam", ["c02", "c01"])
def test_an_exam_from_start_to_result(open_page: Open, exam: str) -> None:
    page = begin_exam(open_page, exam)
    page.evaluate(ANSWER, [0, 7, 64])
    button(page, "Finish").click()
    expect(page.get_by_text("No open question, 0 flagged.")).to_be_visible()
    button(page, "Finish now").click()
    expect(page.get_by_role("heading", name="Result: 95%")).to_be_visible()
    expect(page.get_by_text("62 of 65 right, 0 open, 0 minutes used.")).to_be_visible()
    weights = [domain.weight for one in exams() if one.id == exam for domain in one.domains]
    counts = [
        row.split(" of ")[1] for row in page.locator("table:has(caption:text('By domain')) td:nth-child(2)").all_inner_texts()
    ]
    assert sum(map(int, counts)) == 65
    assert all(abs(int(count) - 65 * weight / 100) < 1 for count, weight in zip(counts, weights, strict=True))
    assert page.locator(".review .question").count() == 65
    assert page.locator(".again a").count() >= 1
    page.get_by_label("Show").select_option("wrong ones")
    expect(page.locator(".review .question:visible")).to_have_count(3)
    assert [h.split(": ")[0] for h in page.locator(".review h4:visible").all_inner_texts()] == [
        "Question 1",
        "Question 8",
        "Question 65",
    ]
    types = set(page.locator(".review .question").evaluate_all("all => all.map(one => one.dataset.type)"))
    assert types == ({"choice", "response"} if exam == "c02" else {"choice", "response", "ordering", "matching"})
    assert len([one for one in stored(page, "questions").values() if one["last"] == "right"]) == 62
    assert stored(page, "exam") is None
    button(page, "New exam").click()
    row = page.locator("table:has(caption:text('Earlier exams')) tbody tr").inner_text().split("\t")
    assert row[1:4] == [f"MLA-{exam.upper()}", "62 of 65", "95%"]


def test_a_reload_in_the_middle_loses_nothing(open_page: Open) -> None:
    page = begin_exam(open_page)
    page.locator(".exam .option").nth(1).click()
    button(page, "Flag").click()
    button(page, "Next").click()
    page.locator(".exam .option").nth(2).click()
    before = page.locator(".exam legend").inner_text()
    ids = stored(page, "exam")["ids"]
    page.reload()
    expect(page.get_by_text("An exam is under way: MLA-C02, question 2 of 65")).to_be_visible()
    button(page, "Continue").click()
    expect(page.locator(".exam legend")).to_have_text(before)
    expect(page.locator(".exam input:checked")).to_have_count(1)
    assert page.locator(".exam input").nth(2).is_checked()
    expect(page.get_by_role("button", name="Question 1, answered, flagged")).to_be_visible()
    expect(page.get_by_role("button", name="Question 2, answered", exact=True)).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("button", name="Question 3, open")).to_be_visible()
    assert stored(page, "exam")["ids"] == ids
    assert 7700 < stored(page, "exam")["left"] <= 7800


def test_the_clock_stands_in_a_pause_and_ends_the_exam(open_page: Open) -> None:
    page = open_page("practice/exam/")
    # Only the time of day is moved: Playwright's own clock also stands in for animation frames, which breaks the theme's scripts.
    page.evaluate("() => { const now = Date.now; window.moved = 0; Date.now = () => now() + window.moved; }")
    page.get_by_label("Minutes").fill("2")
    button(page, "Begin the exam").click()
    page.locator(".exam .option").first.wait_for()
    pass_seconds(page, 30)
    expect(page.locator(".clock")).to_have_text(re.compile(r"^Time left 1:(30|2\d)$"))
    button(page, "Pause").click()
    expect(page.locator(".exam legend")).to_be_hidden()
    pass_seconds(page, 60)
    button(page, "Go on").click()
    expect(page.locator(".clock")).to_have_text(re.compile(r"^Time left 1:(30|[12]\d)$"))
    pass_seconds(page, 31)
    expect(page.get_by_text("1 minute left.")).to_be_visible()
    pass_seconds(page, 60)
    expect(page.get_by_text("0 of 65 right, 65 open, 2 minutes used.")).to_be_visible()


def pass_seconds(page: Page, seconds: int) -> None:
    page.evaluate("(seconds) => { window.moved += 1000 * seconds; }", seconds)


def test_an_exam_whose_questions_are_gone_begins_anew(open_page: Open) -> None:
    page = open_page("practice/exam/")
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [PREFIX + "exam", json.dumps({"ids": ["q-9.9-999"]})])
    page.reload()
    button(page, "Continue").click()
    expect(page.get_by_text("The questions of that exam are gone.")).to_be_visible()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


# type → the keys that answer its question of task 1.1 rightly, from its first control on
KEYS = {
    "choice": ["Space"],
    "response": ["Tab", "Space", "Tab", "Tab", "Tab", "Space"],
    "ordering": ["3", "Tab", "1", "Tab", "2"],
    "matching": ["t", "Tab", "o", "Tab", "t"],
}


@pytest.mark.parametrize("kind", KEYS)
def test_every_type_is_answered_by_keyboard_alone(open_page: Open, kind: str) -> None:
    page = open_page("practice/task-1-1/")
    sheet = page.locator(f'.question[data-type="{kind}"]').first
    keys = KEYS[kind]
    if kind == "choice":
        keys = ["Space", *["ArrowDown"] * int(sheet.get_attribute("data-answer"))]
    sheet.locator("input, select").first.focus()
    press(page, *keys, "Tab")
    expect(button(sheet, "Check")).to_be_focused()
    press(page, "Enter")
    expect(sheet.get_by_role("status")).to_have_text("Right.")
    expect(sheet.locator("details.answer")).to_have_attribute("open", "")
    expect(button(sheet, "Answer again")).to_be_focused()
    press(page, "Enter")
    expect(sheet.locator("input, select").first).to_be_focused()
    expect(sheet.locator(".mark")).to_have_count(0)


def test_a_wrong_answer_is_said_in_words(open_page: Open) -> None:
    page = open_page("practice/task-1-1/")
    sheet = page.locator('.question[data-type="choice"]').first
    right = int(sheet.get_attribute("data-answer"))
    button(sheet, "Check").click()
    expect(sheet.get_by_role("status")).to_have_text("Choose one.")
    sheet.locator("input").nth((right + 1) % 4).check()
    button(sheet, "Check").click()
    expect(sheet.get_by_role("status")).to_have_text(f"Not right. Right is {'ABCD'[right]}.")
    expect(sheet.locator(".is-wrong .mark")).to_have_text("Your answer: wrong")
    expect(sheet.locator(".is-right .mark")).to_have_text("Right answer")
    expect(page.locator(".score")).to_have_text("0 of 1 right, 7 to go.")
    page.reload()
    expect(sheet.get_by_role("status")).to_have_text("Last time: wrong.")
    ordering = page.locator('.question[data-type="ordering"]')
    for select in ordering.locator("select").all():
        select.select_option("1")
    button(ordering, "Check").click()
    expect(ordering.get_by_role("status")).to_have_text("Two steps have the same place.")


def test_a_session_builds_a_question_as_its_page_has_it(open_page: Open) -> None:
    page = open_page("practice/task-1-1/")
    look = """all => all.map(one => { one.querySelectorAll(".actions").forEach(a => a.remove());
      const chips = [...one.querySelectorAll(".answer > .objectives > .chips")].map(group => [
        group.className, group.querySelector(".chips-exam").textContent,
        ...[...group.querySelectorAll("a.chip")].map(chip => [chip.textContent, chip.href, chip.title])]);
      return [one.dataset.id, one.dataset.answer, one.textContent.replace(/\\s+/g, " "), chips]; })"""
    there = {one[0]: one[1:] for one in page.locator(".question").evaluate_all(look)}
    page.goto(page.url.replace("task-1-1", "exam"))
    sheets = page.evaluate_handle(
        """async () => { const load = name => fetch(`../${name}.json`).then(answer => answer.json());
        const [bank, outline] = await Promise.all(["questions", "outline"].map(load));
        const asked = bank.questions.filter(q => q.id.startsWith("q-1.1"));
        return asked.map(q => mlaPractice.question.build(q, outline, true)); }"""
    )
    built = sheets.evaluate(look)
    assert {one[0]: one[1:] for one in built} == there
    assert len(built) == 8
    assert all(chips for *_, chips in built)


def test_mixed_practice_repeats_what_was_wrong(open_page: Open) -> None:
    page = open_page("practice/mixed/")
    page.get_by_label("Task").select_option("1.1")
    page.get_by_label("Which").select_option("wrong the last time")
    button(page, "Start").click()
    expect(page.get_by_text("No question fits.")).to_be_visible()
    page.get_by_label("Which").select_option("all")
    page.get_by_label("How many").select_option("all that fit")
    button(page, "Start").click()
    expect(page.get_by_role("heading", name="Question 1 of 8")).to_be_focused()
    asked = page.locator(".session .question").get_attribute("data-id")
    page.locator(".session :is(input, select)").evaluate_all(
        """all => { const answer = all[0].closest(".question").dataset.answer.split(" ");
        const boxes = all.filter(one => one.type === "radio" || one.type === "checkbox");
        boxes.filter(one => !answer.includes(one.value)).slice(0, answer.length).forEach(one => one.click());
        all.filter(one => one.tagName === "SELECT").forEach((one, place) => { one.value = String((place % all.length) + 1);
          if (one.selectedIndex < 0) one.value = "1"; }); }"""
    )
    button(page, "Check").click()
    expect(page.locator(".session .question [role=status]")).to_contain_text("Not right.")
    button(page, "Stop").click()
    expect(page.get_by_text("0 of 1 right (0%).")).to_be_visible()
    button(page, "New session").click()
    page.get_by_label("Which").select_option("wrong the last time")
    button(page, "Start").click()
    expect(page.get_by_role("heading", name="Question 1 of 1")).to_be_visible()
    assert page.locator(".session .question").get_attribute("data-id") == asked


def test_the_forms_begin_with_the_readers_exam(open_page: Open) -> None:
    page = open_page("practice/mixed/")
    page.evaluate("() => localStorage.setItem('mla-guide.exam', 'c01')")
    for name in ("mixed", "exam", "flashcards", "area-data"):
        page.goto(page.url.replace(page.url.rstrip("/").rpartition("/")[2], name))
        assert page.locator("form [name=exam]").input_value() == "c01", name


def test_an_area_asks_only_its_own(open_page: Open) -> None:
    page = open_page("practice/area-data/")
    page.get_by_label("How many").select_option("all that fit")
    button(page, "Start").click()
    expect(page.get_by_role("heading", name="Question 1 of 48")).to_be_visible()


def test_flashcards_come_back_after_their_pause(open_page: Open) -> None:
    page = open_page("practice/flashcards/")
    page.locator("form [name=kind]").select_option("term")
    button(page, "Start").click()
    expect(page.get_by_role("heading", name="2 cards to go")).to_be_visible()
    first = page.locator(".front").inner_text()
    expect(page.locator(".back")).to_be_empty()
    press(page, "Enter")
    expect(button(page, "Good")).to_be_focused()
    assert len(page.locator(".back").inner_text()) > 10
    button(page, "Again").click()
    assert page.locator(".front").inner_text() != first
    for _ in range(2):
        press(page, "Enter", "Enter")
    expect(page.get_by_role("heading", name="Done")).to_be_visible()
    today, tomorrow = page.evaluate("() => [mlaPractice.progress.day(), mlaPractice.progress.day(1)]")
    assert today < tomorrow
    assert [(one["box"], one["due"]) for one in stored(page, "cards").values()] == [(2, tomorrow)] * 2
    button(page, "More cards").click()
    button(page, "Start").click()
    expect(page.get_by_text("Nothing is due.")).to_be_visible()
    page.evaluate("today => mlaPractice.progress.write('cards', {endpoint: {box: 5, due: today}})", today)
    button(page, "Start").click()
    expect(page.get_by_text("Box 5")).to_be_visible()


def test_progress_leaves_and_comes_back_by_file(open_page: Open, tmp_path: Path) -> None:
    page = open_page("practice/")
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    page.evaluate("() => { mlaPractice.progress.note('q-1.1-001', true); mlaPractice.progress.note('q-1.1-002', false); }")
    page.reload()
    summary = page.get_by_text("2 questions answered, 1 right the last time")
    expect(summary).to_be_visible()
    with page.expect_download() as download:
        button(page, "Export").click()
    download.value.save_as(tmp_path / "progress.json")
    button(page, "Reset").click()
    button(page, "No").click()
    expect(summary).to_be_visible()
    button(page, "Reset").click()
    button(page, "Yes, delete all of it").click()
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    (tmp_path / "other.json").write_text('{"questions": {"q-1.1-001": {"right": 1}}}', encoding="utf-8")
    page.get_by_label("Import").set_input_files(tmp_path / "other.json")
    expect(page.get_by_text("That file holds no progress of this guide.")).to_be_visible()
    page.get_by_label("Import").set_input_files(tmp_path / "progress.json")
    expect(summary).to_be_visible()


# Only our own keys: the theme is not prepared for a browser that refuses.
REFUSING = """for (const name of ["getItem", "setItem", "removeItem"]) {
  const stock = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    if (key.startsWith("mla-guide.practice.")) throw new Error("no");
    return stock.call(this, key, ...rest);
  };
}"""
XSS = "<img src=x onerror='window.hacked=1'>"
HOSTILE = [
    *("{", "7", XSS, '{"__proto__": {"box": 9}}'),
    json.dumps({"q-1.1-001": XSS, "endpoint": {"box": XSS, "due": "2020-01-01"}, "variant": {"box": -3, "due": XSS}}),
    json.dumps({"q-1.1-001": {"right": "many", "wrong": -1, "last": XSS}, XSS: {"right": 1}}),
    json.dumps(
        [{"day": XSS, "total": 5}, {"day": "2026-01-01", "total": 5, "right": 1e99, "exam": XSS, "seconds": XSS, "tasks": 3}]
    ),
    json.dumps({"ids": ["q-1.1-001", XSS, 5], "answers": {"q-1.1-001": XSS}, "flags": 3, "place": 99, "left": -5, "exam": XSS}),
]


@pytest.mark.parametrize("path", ["", "task-1-1/", "mixed/", "exam/", "flashcards/"])
def test_broken_storage_breaks_no_page(open_page: Open, path: str) -> None:
    page = open_page("practice/" + path)
    for value in HOSTILE if path in ("exam/", "flashcards/") else HOSTILE[-3:]:
        keys = [PREFIX + part for part in ("questions", "cards", "history", "exam")]
        page.evaluate("([keys, value]) => keys.forEach(key => localStorage.setItem(key, value))", [keys, value])
        page.reload()
        ready = {"": "Export", "task-1-1/": "Check", "mixed/": "Start", "exam/": "Begin the exam", "flashcards/": "Start"}[path]
        button(page, ready).first.click()
        begun = {"mixed/": ".session .question", "exam/": ".navigator", "flashcards/": ".card"}.get(path)
        if begun:
            page.locator(begun).wait_for()
        assert page.evaluate("() => window.hacked") is None
        assert page.evaluate("() => ({}).box") is None


def test_a_browser_that_keeps_nothing_still_practises(open_page: Open) -> None:
    page = open_page("practice/")
    page.add_init_script(REFUSING)
    page.goto(page.url + "exam/")
    button(page, "Begin the exam").click()
    expect(page.get_by_role("heading", name="Question 1 of 65")).to_be_visible()
    page.evaluate(ANSWER, [])
    finish(page)
    expect(page.get_by_text("65 of 65 right, 0 open")).to_be_visible()


def test_without_javascript_the_questions_read(open_page: Open) -> None:
    page = open_page("practice/task-1-1/", java_script_enabled=False)
    sheet = page.locator(".question").first
    expect(sheet.locator("legend")).to_be_visible()
    expect(sheet.locator(".explanation")).to_be_hidden()
    sheet.locator("summary").click()
    expect(sheet.locator(".explanation")).to_be_visible()
    for name in ("mixed", "exam", "flashcards"):
        page.goto(page.url.replace(page.url.rstrip("/").rpartition("/")[2], name))
        expect(page.get_by_text("This page needs JavaScript.")).to_be_visible()
        expect(page.locator("form[data-practice]")).to_be_hidden()


def test_on_paper_with_or_without_answers(open_page: Open) -> None:
    page = open_page("practice/task-1-1/")
    expect(page.locator(".matches").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".explanation").first).to_be_visible()
    expect(page.locator(".paper-key")).to_be_hidden()
    page.goto(page.url + "?print=questions")
    expect(page.locator(".explanation").first).to_be_hidden()
    expect(page.locator(".paper-key")).to_be_visible()
    expect(page.locator(".matches li").first).to_be_visible()
    expect(button(page, "Check").first).to_be_hidden()


def test_the_print_buttons_choose(open_page: Open) -> None:
    page = open_page("practice/task-1-1/")
    page.evaluate("() => { window.print = () => { window.printed = document.documentElement.dataset.print; }; }")
    button(page, "Print a question paper").click()
    assert page.evaluate("() => window.printed") == "questions"
    button(page, "Print with answers").click()
    assert page.evaluate("() => window.printed") == "answers"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page: Open, scheme: str) -> None:
    page = open_page("practice/", color_scheme=scheme, reduced_motion="reduce")
    root = page.url
    page.evaluate("() => mlaPractice.progress.write('history', [{day: '2026-01-01', total: 65, right: 40}])")
    found = {"index": violations(page)}
    page.goto(root + "task-1-1/")
    for sheet in page.locator(".question").all():
        for select in sheet.locator("select").all():
            select.select_option(index=1)
        if sheet.locator("input").count():
            sheet.locator("input").first.check()
        button(sheet, "Check").click()
    found["task"] = violations(page)
    page.goto(root + "area-data/")
    found["area"] = violations(page)
    button(page, "Start").click()
    page.locator(".session .question").wait_for()
    found["session"] = violations(page)
    page.goto(root + "mixed/")
    found["mixed"] = violations(page)
    page.goto(root + "exam/")
    found["exam form"] = violations(page)
    button(page, "Begin the exam").click()
    button(page, "Flag").click()
    found["exam"] = violations(page)
    page.evaluate(ANSWER, [1, 2, 3])
    finish(page)
    # What holds of four questions holds of sixty-five; axe takes its time.
    page.locator(".review > div:nth-child(n + 6)").evaluate_all("all => all.forEach(one => one.remove())")
    found["result"] = violations(page)
    page.goto(root + "flashcards/")
    found["flashcards"] = violations(page)
    button(page, "Start").click()
    button(page, "Show the answer").click()
    found["card"] = violations(page)
    assert {name: list_ for name, list_ in found.items() if list_} == {}


def test_nothing_is_wider_than_a_phone_and_everything_large_enough_to_touch(open_page: Open) -> None:
    page = open_page("practice/", viewport={"width": 390, "height": 844})
    root = page.url
    for path in ("", "task-1-1/", "area-data/", "mixed/", "exam/", "flashcards/"):
        page.goto(root + path)
        if path == "exam/":
            button(page, "Begin the exam").click()
            page.locator(".navigator").wait_for()
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390, path
        small = page.locator("article :is(button, select, .option, summary):visible").evaluate_all(
            "all => all.map(one => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()])"
            ".filter(([, box]) => box.height < 24 || box.width < 24)"
            ".map(([html]) => html)"
        )
        assert small == [], path


def test_drawing_follows_the_weights_and_makes_up_for_what_lacks(open_page: Open) -> None:
    page = open_page("practice/exam/")
    assert page.evaluate("() => mlaPractice.draw.apportion([28, 24, 24, 24], 65)") == [18, 16, 16, 15]
    assert page.evaluate("() => mlaPractice.draw.apportion([28, 26, 22, 24], 65)") == [18, 17, 14, 16]
    assert page.evaluate("() => mlaPractice.draw.apportion([1], 3)") == [3]
    drawn = page.evaluate(
        """() => { const exam = {id: "c02", domains: [{number: 1, weight: 50}, {number: 2, weight: 50}]};
        const ask = (task, count, exams = ["c02"]) => Array.from({length: count}, (_, n) => ({id: `q-${task}-00${n}`, exams}));
        const bank = [...ask("1.1", 3), ...ask("2.1", 9), ...ask("1.2", 9, ["c01"])];
        return mlaPractice.draw.draw(bank, exam, 10, list => list).map(one => one.id.slice(2, 5)); }"""
    )
    assert sorted(drawn) == ["1.1"] * 3 + ["2.1"] * 7


def test_the_edition_that_opens_from_a_folder_practises(open_page: Open, tmp_path: Path) -> None:
    folder = project(tmp_path)
    small_bank(folder / "docs", large_bank())
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("use_directory_urls: false\n")
    built = mkdocs("build", "--strict", "--site-dir", "site", cwd=folder)
    assert built.returncode == 0, built.stderr
    page = open_page().context.new_page()
    page.goto((folder / "site/practice/exam.html").as_uri())
    button(page, "Begin the exam").click()
    expect(page.get_by_role("heading", name="Question 1 of 65")).to_be_visible()
    page.evaluate(ANSWER, [])
    finish(page)
    assert (
        page.locator(".session")
        .get_by_role("link", name="Collect and store data")
        .get_attribute("href")
        .endswith("/practice/task-1-1.html")
    )

// A question in a page: its markup (the same that scripts/practice/sheet.py writes), what the reader chose, whether it is right.
(function () {
  "use strict";
  const practice = window.mlaPractice;
  const { el, say, button, progress } = practice;
  const LETTERS = "ABCDEF";
  const COUNTS = ["none", "one", "two", "three"];

  const matches = (question) => [...new Set(question.options.map((option) => option.match).filter(Boolean))].sort(
    (one, other) => (one < other ? -1 : 1),
  );
  const picks = (type) => type === "choice" || type === "response";

  // The right value of each control; of boxes, those to tick.
  function expected(question) {
    if (question.type === "ordering") return question.options.map((option) => String(option.position));
    if (question.type === "matching") {
      const offered = matches(question);
      return question.options.map((option) => String(offered.indexOf(option.match) + 1));
    }
    return question.options.flatMap((option, place) => (option.correct ? [String(place)] : []));
  }

  function key(type, answer) {
    if (type === "matching") return answer.map((value, place) => LETTERS[place] + value).join(", ");
    if (type === "ordering") {
      return answer.map((_, place) => LETTERS[answer.indexOf(String(place + 1))]).join(", ");
    }
    return answer.map((value) => LETTERS[Number(value)]).join(", ");
  }

  function ask(question) {
    if (question.type === "ordering") return "Give each step its place.";
    if (question.type === "matching") return "Choose what belongs to each.";
    return question.type === "choice" ? "Choose one." : `Choose ${COUNTS[expected(question).length]}.`;
  }

  function verdict(question, place) {
    const option = question.options[place];
    if (question.type === "ordering") return `${LETTERS[place]} is step ${option.position}.`;
    if (question.type === "matching") return `${LETTERS[place]}: ${option.match.replaceAll("`", "")}.`;
    return `${LETTERS[place]} is ${option.correct ? "right" : "wrong"}.`;
  }

  function joined(parts) {
    return parts.flatMap((part, place) => (place ? [" · ", part] : [part])).flat();
  }

  function answerOf(question, outline) {
    const sections = question.refs.filter((ref) => outline.sections[ref]).map((ref) => practice.section(outline, ref));
    const sources = question.sources.map((source) => [
      el("a", { href: source.url, class: "outward" }, outline.sources[source.url] || source.url),
      `, as of ${source.checked}`,
    ]);
    const reasons = question.options.map((option, place) =>
      el("li", {}, el("strong", {}, verdict(question, place)), " ", el("span", {}, say(option.why))),
    );
    return el(
      "details",
      { class: "answer" },
      el("summary", {}, "Answer"),
      el("p", { class: "right" }, `Right: ${key(question.type, expected(question))}`),
      el("ul", { class: "reasons" }, reasons),
      el("p", { class: "explanation" }, say(question.explanation)),
      el("p", { class: "read" }, "Read: ", joined(sections)),
      el("p", { class: "sources" }, "Source: ", joined(sources)),
      practice.chips(outline, question.objectives),
    );
  }

  function optionOf(question, option, place, name) {
    const label = el("label", { class: "option" });
    if (picks(question.type)) {
      const type = question.type === "choice" ? "radio" : "checkbox";
      label.append(el("input", { type, name, value: place }));
    }
    label.append(el("span", { class: "letter" }, LETTERS[place]), " ", el("span", { class: "text" }, say(option.text)));
    if (!picks(question.type)) {
      const offered = question.type === "matching" ? matches(question) : question.options.map((_, step) => String(step + 1));
      const choices = offered.map((text, value) => el("option", { value: value + 1 }, text.replaceAll("`", "")));
      label.append(" ", el("select", { autocomplete: "off" }, el("option", { value: "" }, "Choose"), choices));
    }
    return label;
  }

  // The markup of a question of the bank; `withAnswer` adds the folded answer.
  function build(question, outline, withAnswer) {
    const name = question.id.replace(".", "-");
    return el(
      "div",
      { class: "question", "data-id": question.id, "data-type": question.type, "data-answer": expected(question).join(" ") },
      el(
        "fieldset",
        {},
        el("legend", {}, say(question.stem)),
        el("p", { class: "ask" }, ask(question)),
        question.options.map((option, place) => optionOf(question, option, place, name)),
        question.type === "matching" ? el("ol", { class: "matches" }, matches(question).map((text) => el("li", {}, say(text)))) : null,
      ),
      withAnswer ? answerOf(question, outline) : null,
    );
  }

  const controls = (root) => [...root.querySelectorAll(".option :is(input, select)")];

  // What the reader chose: ticked boxes, or the value of every select ("" while open).
  function values(root) {
    if (!picks(root.dataset.type)) return controls(root).map((select) => select.value);
    return controls(root).flatMap((input) => (input.checked ? [input.value] : []));
  }

  function fill(root, chosen) {
    controls(root).forEach((control, place) => {
      if (control.matches("select")) {
        control.value = chosen[place] || "";
        if (control.selectedIndex < 0) control.value = "";
      } else control.checked = chosen.includes(control.value);
    });
  }

  const same = (chosen, answer) => chosen.length === answer.length && chosen.every((value, place) => value === answer[place]);

  // How many answers the reader still owes, in words; nothing when the answer is whole.
  function lacking(type, chosen, answer) {
    if (type === "ordering" || type === "matching") {
      if (chosen.some((value) => !value)) return "Choose a value in every line.";
      const twice = type === "ordering" && new Set(chosen).size < chosen.length;
      return twice ? "Two steps have the same place." : "";
    }
    if (chosen.length === answer.length) return "";
    return `Choose ${COUNTS[answer.length]}${answer.length > 1 ? `; you chose ${COUNTS[chosen.length] || chosen.length}` : ""}.`;
  }

  const answerIn = (root) => root.dataset.answer.split(" ");

  // Says at every option, in words and colour, what holds of it.
  function mark(root) {
    unmark(root);
    const answer = answerIn(root);
    controls(root).forEach((control, place) => {
      const option = control.closest(".option");
      let good;
      let text = "";
      if (control.matches("select")) {
        good = control.value === answer[place];
        text = good ? "Right" : `Wrong, right is: ${control.options[Number(answer[place])].text}`;
      } else {
        good = answer.includes(control.value);
        if (control.checked) text = good ? "Your answer: right" : "Your answer: wrong";
        else if (good) text = "Right answer";
      }
      if (text) {
        option.classList.add(good ? "is-right" : "is-wrong");
        option.append(el("span", { class: "mark" }, text));
      }
    });
  }

  function unmark(root) {
    for (const old of root.querySelectorAll(".mark")) old.remove();
    for (const option of root.querySelectorAll(".option")) option.classList.remove("is-right", "is-wrong");
  }

  const lock = (root, locked) => controls(root).forEach((control) => (control.disabled = locked));

  // Adds "Check" and the line that says the result; `onresult` hears whether it was right.
  function arm(root, onresult = () => {}) {
    const status = el("p", { class: "result", role: "status" });
    const checkIt = button("Check", () => {
      const chosen = values(root);
      const missing = lacking(root.dataset.type, chosen, answerIn(root));
      if (missing) {
        status.textContent = missing;
        return;
      }
      const isRight = same(chosen, answerIn(root));
      mark(root);
      lock(root, true);
      root.dataset.result = isRight ? "right" : "wrong";
      status.textContent = isRight ? "Right." : `Not right. Right is ${key(root.dataset.type, answerIn(root))}.`;
      const folded = root.querySelector("details.answer");
      if (folded) folded.open = true;
      progress.note(root.dataset.id, isRight);
      checkIt.hidden = true;
      again.hidden = false;
      practice.focus(again);
      onresult(isRight);
    }, { class: "main" });
    const again = button("Answer again", () => {
      unmark(root);
      lock(root, false);
      fill(root, []);
      delete root.dataset.result;
      const folded = root.querySelector("details.answer");
      if (folded) folded.open = false;
      status.textContent = "";
      again.hidden = true;
      checkIt.hidden = false;
      practice.focus(controls(root)[0]);
    }, { hidden: true });
    const before = progress.read("questions")[root.dataset.id];
    if (before) status.textContent = `Last time: ${before.last}.`;
    root.querySelector("fieldset").after(el("div", { class: "actions" }, checkIt, again, status));
  }

  practice.question = { build, arm, values, fill, mark, lock, lacking, same, expected, key };

  // A page of questions: check them one by one; print them with or without answers.
  function print(how) {
    document.documentElement.dataset.print = how;
    window.print();
  }

  if (new URLSearchParams(location.search).get("print") === "questions") document.documentElement.dataset.print = "questions";
  document.addEventListener("DOMContentLoaded", () => {
    const sheets = [...document.querySelectorAll("article .question")];
    const tools = document.querySelector('[data-practice="questions"]');
    for (const sheet of sheets) arm(sheet, tell);
    if (!tools || !sheets.length) return;
    const score = el("p", { class: "score", role: "status" });
    tools.classList.add("actions");
    tools.append(
      button("Print with answers", () => print("answers")),
      button("Print a question paper", () => print("questions")),
      score,
    );

    function tell() {
      const done = sheets.filter((sheet) => sheet.dataset.result);
      const right = done.filter((sheet) => sheet.dataset.result === "right");
      score.textContent = `${right.length} of ${done.length} right, ${sheets.length - done.length} to go.`;
    }
  });
})();

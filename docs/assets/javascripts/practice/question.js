// A question in a page: what the reader chose, whether it is right.
(function () {
  "use strict";
  const practice = window.mlaPractice;
  const { el, button, progress } = practice;
  const LETTERS = "ABCDEF";
  const COUNTS = ["none", "one", "two", "three"];

  const picks = (type) => type === "choice" || type === "response";

  function key(type, answer) {
    if (type === "matching") return answer.map((value, place) => LETTERS[place] + value).join(", ");
    if (type === "ordering") {
      return answer.map((_, place) => LETTERS[answer.indexOf(String(place + 1))]).join(", ");
    }
    return answer.map((value) => LETTERS[Number(value)]).join(", ");
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

  practice.question = { arm, values, fill, mark, lock, lacking, same, key, picks, LETTERS, COUNTS };
})();

// Questions one after the other, each checked at once.
(function () {
  "use strict";
  const practice = window.mlaPractice;
  const { el, button } = practice;

  // Shows `questions` in `place`; `leave` brings the reader back to where the session was begun.
  practice.session = function session(place, questions, outline, leave) {
    const results = questions.map(() => null);
    let number = 0;

    function show() {
      const question = questions[number];
      const sheet = practice.question.build(question, outline, true);
      const last = number === questions.length - 1;
      const next = button(last ? "See the result" : "Next", () => {
        number += 1;
        if (last) finish();
        else show();
      });
      const head = el("h2", {}, `Question ${number + 1} of ${questions.length}`);
      place.replaceChildren(head, sheet, el("div", { class: "actions" }, next, button("Stop", finish)));
      practice.question.arm(sheet, (isRight) => {
        results[number] = isRight;
        next.classList.add("main");
        practice.focus(next);
      });
      practice.focus(head);
    }

    function finish() {
      const done = results.filter((result) => result !== null);
      const right = done.filter(Boolean).length;
      const head = el("h2", {}, "Result");
      const line = el("p", { role: "status" }, `${right} of ${done.length} right (${practice.percent(right, done.length)}).`);
      const wrong = questions.filter((_, at) => results[at] === false);
      const refs = [...new Set(wrong.flatMap((question) => question.refs))].filter((ref) => outline.sections[ref]);
      place.replaceChildren(head, line);
      if (refs.length) {
        place.append(el("h3", {}, "Read again"), el("ul", {}, refs.map((ref) => el("li", {}, practice.section(outline, ref)))));
      }
      const repeat = wrong.length ? button("Repeat the wrong ones", () => practice.session(place, wrong, outline, leave)) : null;
      place.append(el("div", { class: "actions" }, ...[repeat, button("New session", leave, { class: "main" })].filter(Boolean)));
      practice.focus(head);
    }

    show();
  };
})();

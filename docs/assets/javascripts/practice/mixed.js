// Mixed practice: a form that chooses questions, then a session.
(function () {
  "use strict";
  const practice = window.mlaPractice;
  const { el } = practice;
  // What is loaded when a session begins; most readers of a page come for its list.
  const SESSION = ["question", "sheet", "session"];

  // Whether a question is what the form asks for; an empty wish is any.
  function fits(question, wish, before) {
    const task = question.id.split("-")[1];
    if (wish.exam && !question.exams.includes(wish.exam)) return false;
    if (wish.domain && !task.startsWith(`${wish.domain}.`)) return false;
    if (wish.task && task !== wish.task) return false;
    if (wish.difficulty && String(question.difficulty) !== wish.difficulty) return false;
    if (wish.area && !question.refs.some((ref) => ref.startsWith(`${wish.area}/`))) return false;
    if (wish.state === "unseen") return !before;
    if (wish.state === "wrong") return Boolean(before) && before.last === "wrong";
    return true;
  }

  practice.fits = fits;

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector('form[data-practice="mixed"]');
    if (!form) return;
    const status = el("p", { class: "result", role: "status" });
    const place = el("section", { class: "session", "aria-label": "Session", hidden: true });
    form.append(status);
    form.after(place);
    form.hidden = false;
    const reader = document.documentElement.dataset.exam;
    form.elements.exam.value = reader === "both" ? "" : reader;

    function leave() {
      place.hidden = true;
      place.replaceChildren();
      form.hidden = false;
      practice.focus(form.querySelector("select"));
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const wish = { ...Object.fromEntries(new FormData(form)), area: form.dataset.area };
      practice.begin(["questions", "outline"], status, (bank, outline) => {
        const before = practice.progress.read("questions");
        const fitting = bank.questions.filter((question) => fits(question, wish, before[question.id]));
        const chosen = practice.shuffled(fitting).slice(0, Number(wish.count) || fitting.length);
        if (!chosen.length) {
          status.textContent = "No question fits. Ask for less.";
          return;
        }
        form.hidden = true;
        place.hidden = false;
        practice.session(place, chosen, outline, leave);
      }, practice.session ? [] : SESSION);
    });
  });
})();

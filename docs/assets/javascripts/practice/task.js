// A page of questions: check them one by one; print them, or those of the whole task, with or without answers.
(function () {
  "use strict";
  const practice = window.mlaPractice;
  const { el, button } = practice;

  if (new URLSearchParams(location.search).get("print") === "questions") document.documentElement.dataset.print = "questions";

  // The addresses of the task's pages, this one among them; none where the task has this page only, or nothing can be fetched.
  function pages() {
    if (location.protocol === "file:") return [];
    const places = document.querySelectorAll("article .parts > :is(a, strong)");
    return Array.from(places, (place) => new URL(place.getAttribute("href") ?? location.pathname, location));
  }

  document.addEventListener("DOMContentLoaded", () => {
    const sheets = [...document.querySelectorAll("article .question")];
    const tools = document.querySelector('[data-practice="questions"]');
    for (const sheet of sheets) practice.question.arm(sheet, tell);
    if (!tools || !sheets.length) return;
    const whole = el("input", { type: "checkbox", autocomplete: "off" });
    const choose = pages().length ? el("label", {}, whole, " the whole task") : null;
    const score = el("p", { class: "score", role: "status" });
    const ways = [["Print with answers", "answers"], ["Print a question paper", "questions"]];
    const buttons = ways.map(([name, how]) => button(name, () => print(how)));
    tools.classList.add("actions");
    tools.append(...[...buttons, choose, score].filter(Boolean));

    async function print(how) {
      document.documentElement.dataset.print = how;
      if (!whole.checked) {
        window.print();
        return;
      }
      for (const one of buttons) one.disabled = true;
      await window.mlaPrint("task", (text) => { score.textContent = text; }, pages());
      for (const one of buttons) one.disabled = false;
    }

    function tell() {
      const done = sheets.filter((sheet) => sheet.dataset.result);
      const right = done.filter((sheet) => sheet.dataset.result === "right");
      score.textContent = `${right.length} of ${done.length} right, ${sheets.length - done.length} to go.`;
    }
  });
})();

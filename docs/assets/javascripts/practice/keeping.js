// The reader's progress as a whole: what there is, a file of it, back from a file, and none.
(function () {
  "use strict";
  const practice = window.mlaPractice;
  const { el, button, progress } = practice;

  document.addEventListener("DOMContentLoaded", () => {
    const place = document.querySelector('[data-practice="keeping"]');
    if (!place) return;
    const summary = el("p");
    const status = el("p", { class: "result", role: "status" });
    const file = el("input", {
      type: "file",
      accept: ".json,application/json",
      onchange: async () => {
        const taken = file.files.length ? progress.imported(await file.files[0].text()) : false;
        status.textContent = taken ? "Imported." : "That file holds no progress of this guide. Nothing was changed.";
        file.value = "";
        tell();
      },
    });
    const sure = el(
      "span",
      { hidden: true },
      button("Yes, delete all of it", () => {
        status.textContent = progress.reset() ? "Deleted." : "This browser does not let go of it.";
        sure.hidden = true;
        tell();
        practice.focus(reset);
      }),
      " ",
      button("No", () => {
        sure.hidden = true;
        practice.focus(reset);
      }),
    );
    const reset = button("Reset", () => {
      sure.hidden = false;
      practice.focus(sure.querySelector("button"));
    });
    const save = button("Export", () => {
      const url = URL.createObjectURL(new Blob([progress.exported()], { type: "application/json" }));
      el("a", { href: url, download: `mla-guide-progress-${progress.day()}.json` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    });
    place.append(summary, el("div", { class: "actions" }, save, el("label", { class: "field" }, "Import ", file), reset, sure), status);
    tell();

    function tell() {
      const seen = Object.values(progress.read("questions"));
      const right = seen.filter((one) => one.last === "right").length;
      const cards = Object.keys(progress.read("cards")).length;
      const exams = progress.read("history").length;
      summary.textContent = seen.length || cards || exams
        ? `${practice.counted(seen.length, "question", "questions")} answered, ${right} right the last time; ` +
          `${practice.counted(cards, "card", "cards")} begun; ${practice.counted(exams, "exam", "exams")} taken.`
        : "Nothing yet.";
    }
  });
})();

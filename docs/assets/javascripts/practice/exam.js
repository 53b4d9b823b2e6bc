// The simulated exam: a form, the exam, its result. What is under way is kept after every answer, so that a reload loses nothing.
(function () {
  "use strict";
  const practice = window.mlaPractice;
  const { el, button, progress } = practice;
  const COUNT = 65;
  const WARN_AT = [600, 60];

  // A table with a caption for screen readers; rows are lists of cells, the first cell of a row names it.
  function table(caption, heads, rows) {
    const cells = (row) => row.map((cell, place) => el(place ? "td" : "th", place ? {} : { scope: "row" }, cell));
    return el(
      "div",
      { class: "practice-table" },
      el(
        "table",
        { class: "counts" },
        el("caption", {}, caption),
        el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
        el("tbody", {}, rows.map((row) => el("tr", {}, cells(row)))),
      ),
    );
  }

  const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector('form[data-practice="exam"]');
    if (!form) return;
    const status = el("p", { class: "result", role: "status" });
    const place = el("section", { class: "session exam", "aria-label": "Exam", hidden: true });
    const before = el("div");
    form.append(status);
    form.before(before);
    form.after(place);
    const reader = document.documentElement.dataset.exam;
    if (reader !== "both") form.elements.exam.value = reader;
    home();

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const total = 60 * Math.min(600, Math.max(1, Number(form.elements.minutes.value) || 130));
      practice.begin(["questions", "outline"], status, (bank, outline) => {
        const exam = outline.exams.find((one) => one.id === form.elements.exam.value);
        const questions = practice.draw.draw(bank.questions, exam, COUNT, practice.shuffled);
        const ids = questions.map((question) => question.id);
        take({ exam: exam.id, ids, answers: {}, flags: [], place: 0, left: total, total }, bank, outline);
      });
    });

    // The form, what is under way, what was.
    function home() {
      const running = progress.read("exam");
      const history = progress.read("history");
      place.hidden = true;
      place.replaceChildren();
      form.hidden = false;
      before.replaceChildren();
      if (running) {
        const where = `question ${running.place + 1} of ${running.ids.length}, ${minutes(running.left)} left`;
        before.append(
          el("p", {}, `An exam is under way: MLA-${running.exam.toUpperCase()}, ${where}.`),
          el(
            "div",
            { class: "actions" },
            button("Continue", () => practice.begin(["questions", "outline"], status, (bank, outline) => take(running, bank, outline)), {
              class: "main",
            }),
            button("Discard it", () => {
              progress.write("exam", null);
              home();
              practice.focus(form.querySelector("select"));
            }),
          ),
        );
      }
      if (history.length) {
        const rows = [...history].reverse().map((one) => [
          one.day,
          `MLA-${one.exam.toUpperCase()}`,
          `${one.right} of ${one.total}`,
          practice.percent(one.right, one.total),
          `${Math.round(one.seconds / 60)} min`,
        ]);
        before.append(table("Earlier exams, the latest first", ["Day", "Exam", "Right", "Share", "Time"], rows));
      }
    }

    function take(state, bank, outline) {
      const byId = new Map(bank.questions.map((question) => [question.id, question]));
      const questions = state.ids.filter((id) => byId.has(id)).map((id) => byId.get(id));
      if (!questions.length) {
        progress.write("exam", null);
        home();
        status.textContent = "The questions of that exam are gone. Begin a new one.";
        return;
      }
      state.ids = questions.map((question) => question.id);
      state.place = Math.min(state.place, questions.length - 1);
      const keep = () => progress.write("exam", state);
      let since = Date.now();
      let ticking = 0;
      let sheet = null;

      const head = el("h2");
      const clock = el("span", { class: "clock" });
      const told = el("p", { class: "result", role: "status" });
      const pauseIt = button("Pause", pause);
      const flagIt = button("Flag", () => {
        const id = state.ids[state.place];
        state.flags = state.flags.includes(id) ? state.flags.filter((one) => one !== id) : [...state.flags, id];
        keep();
        paint();
      });
      const back = button("Previous", () => go(state.place - 1));
      const next = button("Next", () => go(state.place + 1), { class: "main" });
      const desk = el("div");
      const spots = state.ids.map((_, number) => button(String(number + 1), () => go(number)));
      const navigator = el(
        "nav",
        { class: "navigator", "aria-label": "Questions of the exam" },
        el("ol", {}, spots.map((spot) => el("li", {}, spot))),
        el("p", { class: "legend" }, "Bar: answered. Dot: flagged."),
      );
      const work = el(
        "div",
        {},
        head,
        desk,
        el("div", { class: "actions" }, back, next, flagIt),
        navigator,
        el("div", { class: "actions" }, button("Finish", ask)),
      );
      const cover = el("div", { hidden: true });
      place.replaceChildren(el("div", { class: "actions bar" }, clock, pauseIt, told), cover, work);
      form.hidden = true;
      before.replaceChildren();
      place.hidden = false;
      window.addEventListener("pagehide", keepTime);
      resume();
      go(state.place);

      function tick() {
        const passed = Math.floor((Date.now() - since) / 1000);
        if (passed < 1) return;
        since += passed * 1000;
        const was = state.left;
        state.left = Math.max(0, state.left - passed);
        for (const mark of WARN_AT) if (was > mark && state.left <= mark) told.textContent = `${mark / 60} minutes left.`.replace("1 minutes", "1 minute");
        if (Math.floor(was / 5) !== Math.floor(state.left / 5)) keep();
        clock.textContent = `Time left ${minutes(state.left)}`;
        if (!state.left) finish();
      }

      function keepTime() {
        if (!ticking) return;
        tick();
        keep();
      }

      function resume() {
        since = Date.now();
        ticking = setInterval(tick, 250);
        clock.textContent = `Time left ${minutes(state.left)}`;
        cover.hidden = true;
        work.hidden = false;
        pauseIt.hidden = false;
      }

      function stop() {
        clearInterval(ticking);
        ticking = 0;
        keep();
      }

      // The questions are out of sight while the clock stands still.
      function pause() {
        tick();
        if (place.hidden || !ticking) return;
        stop();
        const on = button("Go on", () => {
          resume();
          practice.focus(head);
        }, { class: "main" });
        cover.replaceChildren(el("p", {}, "Paused. The clock stands still."), el("div", { class: "actions" }, on));
        cover.hidden = false;
        work.hidden = true;
        pauseIt.hidden = true;
        practice.focus(on);
      }

      function go(number) {
        state.place = Math.min(Math.max(0, number), questions.length - 1);
        const question = questions[state.place];
        sheet = practice.question.build(question, outline, false);
        practice.question.fill(sheet, state.answers[question.id] || []);
        sheet.addEventListener("change", () => {
          state.answers[question.id] = practice.question.values(sheet);
          keep();
          paint();
        });
        desk.replaceChildren(sheet);
        head.textContent = `Question ${state.place + 1} of ${questions.length}`;
        keep();
        paint();
        practice.focus(head);
      }

      function answered(id) {
        return (state.answers[id] || []).some(Boolean);
      }

      function paint() {
        const id = state.ids[state.place];
        flagIt.setAttribute("aria-pressed", String(state.flags.includes(id)));
        back.disabled = state.place === 0;
        next.disabled = state.place === questions.length - 1;
        spots.forEach((spot, number) => {
          const one = state.ids[number];
          const parts = [answered(one) ? "answered" : "open", state.flags.includes(one) ? "flagged" : ""].filter(Boolean);
          spot.className = parts.join(" ");
          spot.setAttribute("aria-label", `Question ${number + 1}, ${parts.join(", ")}`);
          if (number === state.place) spot.setAttribute("aria-current", "true");
          else spot.removeAttribute("aria-current");
        });
      }

      function ask() {
        const open = state.ids.filter((id) => !answered(id)).length;
        const flagged = state.flags.length;
        const head = el("p", {}, `${open ? `${open} open` : "No open question"}, ${flagged} flagged. A finished exam cannot be changed.`);
        const stay = button("Go on", () => {
          cover.hidden = true;
          work.hidden = false;
          practice.focus(place.querySelector("h2"));
        });
        cover.replaceChildren(head, el("div", { class: "actions" }, button("Finish now", finish, { class: "main" }), stay));
        cover.hidden = false;
        work.hidden = true;
        practice.focus(head);
      }

      function finish() {
        stop();
        window.removeEventListener("pagehide", keepTime);
        const result = practice.draw.score(questions, state.answers);
        for (const question of questions) {
          if (answered(question.id)) progress.note(question.id, !result.wrong.includes(question));
        }
        const attempt = {
          day: progress.day(),
          exam: state.exam,
          right: result.right,
          total: result.total,
          seconds: state.total - state.left,
          tasks: result.tasks,
        };
        const history = progress.read("history");
        progress.write("history", [...history, attempt]);
        progress.write("exam", null);
        show(result, state, questions, outline, history.filter((one) => one.exam === state.exam));
      }
    }

    function show(result, state, questions, outline, earlier) {
      const exam = outline.exams.find((one) => one.id === state.exam);
      const head = el("h2", {}, `Result: ${practice.percent(result.right, result.total)}`);
      const used = Math.round((state.total - state.left) / 60);
      const line = `${result.right} of ${result.total} right, ${result.open} open, ${practice.counted(used, "minute", "minutes")} used.`;
      const last = earlier.at(-1);
      const than = last ? ` Last time: ${practice.percent(last.right, last.total)}.` : "";
      const counts = ([right, total]) => [`${right} of ${total}`, practice.percent(right, total)];
      const domains = exam.domains
        .filter((domain) => result.domains[domain.number])
        .map((domain) => [`${domain.number} ${domain.title}`, ...counts(result.domains[domain.number])]);
      const tasks = exam.domains
        .flatMap((domain) => domain.tasks)
        .filter((task) => result.tasks[task.number])
        .map((task) => [el("a", { href: practice.at(task.url) }, `${task.number} ${task.title}`), ...counts(result.tasks[task.number])]);
      const refs = practice.draw.again(result.wrong).filter(([ref]) => outline.sections[ref]);
      place.replaceChildren(
        head,
        el("p", { role: "status" }, `MLA-${state.exam.toUpperCase()}. ${line}${than}`),
        table("By domain", ["Domain", "Right", "Share"], domains),
        table("By task", ["Task", "Right", "Share"], tasks),
      );
      if (refs.length) {
        const items = refs.map(([ref, count]) =>
          el("li", {}, practice.section(outline, ref), count > 1 ? ` (${practice.counted(count, "question", "questions")})` : ""),
        );
        place.append(el("h3", {}, "Read again"), el("ul", { class: "again" }, items));
      }
      place.append(el("h3", {}, "Every question"), review(result, state, questions, outline));
      place.append(el("div", { class: "actions" }, button("New exam", () => {
        home();
        practice.focus(form.querySelector("select"));
      }, { class: "main" })));
      practice.focus(head);
    }

    function review(result, state, questions, outline) {
      const sheets = questions.map((question, number) => {
        const sheet = practice.question.build(question, outline, true);
        const isRight = !result.wrong.includes(question);
        practice.question.fill(sheet, state.answers[question.id] || []);
        practice.question.mark(sheet);
        practice.question.lock(sheet, true);
        const flagged = state.flags.includes(question.id);
        const words = `Question ${number + 1}: ${isRight ? "right" : "wrong"}${flagged ? ", flagged" : ""}`;
        return el("div", { "data-wrong": !isRight, "data-flagged": flagged }, el("h4", {}, words), sheet);
      });
      const choose = el(
        "select",
        {
          onchange: () => {
            for (const sheet of sheets) sheet.hidden = Boolean(choose.value) && !sheet.hasAttribute(choose.value);
          },
        },
        el("option", { value: "" }, "all"),
        el("option", { value: "data-wrong" }, "wrong ones"),
        el("option", { value: "data-flagged" }, "flagged ones"),
      );
      return el("div", { class: "review" }, el("label", { class: "field" }, "Show ", choose), sheets);
    }
  });
})();

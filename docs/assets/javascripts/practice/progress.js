// The reader's progress: in this browser's localStorage under one prefix, never sent anywhere. What is read from there, or from
// a file, may be old, broken or hostile: each part is rebuilt from what has the right shape, the rest is dropped.
(function () {
  "use strict";
  const PREFIX = "mla-guide.practice.";
  const PARTS = ["questions", "cards", "history", "exam"];
  const QUESTION = /^q-\d\.\d-\d{3}$/;
  const CARD = /^[a-z0-9][\w.-]{0,119}$/;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const BOXES = 6;

  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = (value) => (isObject(value) ? Object.entries(value) : []);
  const list = (value) => (Array.isArray(value) ? value : []);
  const whole = (value, most = 100000) => (Number.isInteger(value) && value >= 0 ? Math.min(value, most) : 0);
  const filtered = (value, keep) => Object.fromEntries(entries(value).map(keep).filter(Boolean));
  const pair = (value) => [whole(list(value)[0]), whole(list(value)[1])];
  const exam = (value) => (value === "c01" ? "c01" : "c02");

  const clean = {
    questions: (value) =>
      filtered(value, ([id, one]) => {
        if (!QUESTION.test(id) || !isObject(one)) return null;
        return [id, { right: whole(one.right), wrong: whole(one.wrong), last: one.last === "right" ? "right" : "wrong" }];
      }),
    cards: (value) =>
      filtered(value, ([id, one]) => {
        if (!CARD.test(id) || !isObject(one) || !DAY.test(one.due)) return null;
        return [id, { box: Math.max(1, whole(one.box, BOXES)), due: one.due }];
      }),
    history: (value) =>
      list(value)
        .filter((one) => isObject(one) && DAY.test(one.day) && whole(one.total) > 0)
        .slice(-100)
        .map((one) => ({
          day: one.day,
          exam: exam(one.exam),
          right: Math.min(whole(one.right), whole(one.total)),
          total: whole(one.total),
          seconds: whole(one.seconds),
          tasks: filtered(one.tasks, ([task, counts]) => (/^\d\.\d$/.test(task) ? [task, pair(counts)] : null)),
        })),
    exam: (value) => {
      const ids = list(isObject(value) ? value.ids : null).filter((id) => QUESTION.test(id));
      if (!ids.length) return null;
      return {
        exam: exam(value.exam),
        ids: [...new Set(ids)].slice(0, 200),
        answers: filtered(value.answers, ([id, values]) =>
          QUESTION.test(id) ? [id, list(values).slice(0, 6).map((one) => String(one).slice(0, 2))] : null,
        ),
        flags: list(value.flags).filter((id) => QUESTION.test(id)),
        place: whole(value.place, ids.length - 1),
        left: whole(value.left, 36000),
        total: whole(value.total, 36000),
      };
    },
  };

  function read(part) {
    try {
      return clean[part](JSON.parse(localStorage.getItem(PREFIX + part)));
    } catch {
      return clean[part](null);
    }
  }

  // False where the browser keeps nothing: a private window, a full store. The page goes on without memory.
  function write(part, value) {
    try {
      if (value === null) localStorage.removeItem(PREFIX + part);
      else localStorage.setItem(PREFIX + part, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  function note(id, isRight) {
    const questions = read("questions");
    const one = questions[id] || { right: 0, wrong: 0 };
    one[isRight ? "right" : "wrong"] += 1;
    one.last = isRight ? "right" : "wrong";
    questions[id] = one;
    write("questions", questions);
  }

  function exported() {
    return JSON.stringify({ guide: "mla-study-guide", version: 1, ...Object.fromEntries(PARTS.map((part) => [part, read(part)])) });
  }

  // Takes a file's text; returns false, and changes nothing, where it is none of ours.
  function imported(text) {
    let data;
    try {
      data = JSON.parse(text);
    } catch {
      return false;
    }
    if (!isObject(data) || data.guide !== "mla-study-guide") return false;
    return PARTS.map((part) => write(part, clean[part](data[part]))).every(Boolean);
  }

  const reset = () => PARTS.map((part) => write(part, null)).every(Boolean);

  // The reader's own date, `later` days from now.
  function day(later = 0) {
    const now = new Date();
    const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() + later);
    const two = (number) => String(number).padStart(2, "0");
    return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
  }

  window.mlaPractice.progress = { read, write, note, exported, imported, reset, day, BOXES };
})();

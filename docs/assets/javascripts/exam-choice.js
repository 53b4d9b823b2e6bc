// The reader's exam: kept in localStorage, set as data-exam on <html>, read by guide.css. Nothing depends on it.
(function () {
  "use strict";
  const KEY = "mla-guide.exam";
  const CHOICES = ["c02", "c01", "both"];

  function stored() {
    try {
      const value = localStorage.getItem(KEY);
      return CHOICES.includes(value) ? value : "both";
    } catch {
      return "both";
    }
  }

  function choose(value) {
    document.documentElement.dataset.exam = value;
    try {
      localStorage.setItem(KEY, value);
    } catch {
      // Private windows refuse storage; the choice then lasts for this page.
    }
  }

  // The theme takes what it kept of the scheme unchecked: a broken entry would stop its scripts, so it goes.
  function mendScheme() {
    const key = `${window.__md_scope.pathname}.__palette`;
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      const isWord = ([name, value]) => ["media", "scheme", "primary", "accent"].includes(name) && /^[\w ():-]*$/.test(value);
      if (kept === null || (Number.isInteger(kept.index) && Object.entries(kept.color).every(isWord))) return;
    } catch {
      // Not readable: it goes too.
    }
    try {
      localStorage.removeItem(key);
    } catch {
      // Private windows refuse storage.
    }
  }

  // The theme says both later, when its script has run: its header would move, and the browser would style every element again.
  document.documentElement.classList.replace("no-js", "js");
  document.documentElement.classList.add("js-focus-visible");
  mendScheme();
  document.documentElement.dataset.exam = stored();
  document.addEventListener("DOMContentLoaded", function () {
    const pickers = Array.from(document.querySelectorAll(".exam-choice select, [data-exam-choice]"));
    const show = (value) => {
      for (const picker of pickers) {
        if (picker.matches("select")) picker.value = value;
        else picker.setAttribute("aria-pressed", String(picker.dataset.examChoice === value));
      }
    };
    for (const picker of pickers) {
      picker.addEventListener(picker.matches("select") ? "change" : "click", () => {
        choose(picker.matches("select") ? picker.value : picker.dataset.examChoice);
        show(document.documentElement.dataset.exam);
      });
    }
    show(stored());
    window.addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      document.documentElement.dataset.exam = stored();
      show(stored());
    });
  });
})();

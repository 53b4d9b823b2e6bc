// Flashcards in boxes: what is known comes back after longer and longer pauses.
(function () {
  "use strict";
  const practice = window.mlaPractice;
  const { el, say, button, progress } = practice;
  // Days until a card of box 1, 2, … comes back. The page's table says the same.
  const PAUSES = [0, 1, 3, 7, 16, 35];
  const NEW_AT_ONCE = 20;

  // Cards that are due, the longest overdue first, then new ones.
  function due(cards, known, today, wish) {
    const fitting = cards.filter(
      (card) =>
        (!wish.kind || card.kind === wish.kind) &&
        (!wish.domain || String(card.domain) === wish.domain) &&
        (!wish.exam || !card.exams.length || card.exams.includes(wish.exam)),
    );
    const old = fitting.filter((card) => known[card.id] && known[card.id].due <= today);
    old.sort((one, other) => (known[one.id].due < known[other.id].due ? -1 : known[one.id].due > known[other.id].due ? 1 : 0));
    return { old, fresh: fitting.filter((card) => !known[card.id]) };
  }

  function moved(state, good, day) {
    const box = good ? Math.min(progress.BOXES, (state ? state.box : 1) + 1) : 1;
    return { box, due: day(PAUSES[box - 1]) };
  }

  practice.flashcards = { due, moved, PAUSES };

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector('form[data-practice="flashcards"]');
    if (!form) return;
    const status = el("p", { class: "result", role: "status" });
    const place = el("section", { class: "session", "aria-label": "Cards", hidden: true });
    form.append(status);
    form.after(place);
    form.hidden = false;
    const reader = document.documentElement.dataset.exam;
    form.elements.exam.value = reader === "both" ? "" : reader;

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const wish = Object.fromEntries(new FormData(form));
      practice.begin(["cards"], status, (data) => {
        const { old, fresh } = due(data.cards, progress.read("cards"), progress.day(), wish);
        const pile = [...old, ...practice.shuffled(fresh).slice(0, NEW_AT_ONCE)];
        if (!pile.length) {
          status.textContent = "Nothing is due. Come back tomorrow, or ask for more.";
          return;
        }
        form.hidden = true;
        place.hidden = false;
        show(pile, 0);
      });
    });

    function lines(texts) {
      return texts.map((text) => el("p", {}, say(text)));
    }

    // A card that was not known goes to the end of the pile.
    function show(pile, done) {
      if (!pile.length) {
        const head = el("h2", {}, "Done");
        place.replaceChildren(head, el("p", {}, `${practice.counted(done, "card", "cards")} known for today.`), el("div", { class: "actions" }, button("More cards", leave, { class: "main" })));
        practice.focus(head);
        return;
      }
      const [card, ...rest] = pile;
      const state = progress.read("cards")[card.id];
      const head = el("h2", {}, `${practice.counted(pile.length, "card", "cards")} to go`);
      const back = el("div", { class: "back", role: "status" });
      const grade = (good) => {
        const cards = progress.read("cards");
        cards[card.id] = moved(cards[card.id], good, progress.day);
        progress.write("cards", cards);
        show(good ? rest : [...rest, card], done + Number(good));
      };
      const again = button("Again", () => grade(false), { hidden: true });
      const good = button("Good", () => grade(true), { hidden: true, class: "main" });
      const flip = button("Show the answer", () => {
        back.append(...lines(card.back));
        if (card.url) back.append(el("p", { class: "read" }, el("a", { href: practice.at(card.url), target: "_blank", rel: "noopener" }, "Read the section")));
        flip.hidden = true;
        again.hidden = false;
        good.hidden = false;
        practice.focus(good);
      }, { class: "main" });
      const front = el("div", { class: `front ${card.kind}` }, lines(card.front));
      place.replaceChildren(
        head,
        el("div", { class: "card" }, front, back),
        el("div", { class: "actions" }, flip, again, good, button("Stop", leave), el("span", { class: "result" }, state ? `Box ${state.box}` : "New")),
      );
      practice.focus(flip);
    }

    function leave() {
      place.hidden = true;
      place.replaceChildren();
      form.hidden = false;
      practice.focus(form.querySelector("select"));
    }
  });
})();

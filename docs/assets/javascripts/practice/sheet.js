// The markup of a question of the bank, in a session; scripts/practice/sheet.py writes the same into a page.
(function () {
  "use strict";
  const practice = window.mlaPractice;
  const { el, say } = practice;
  const { key, picks, LETTERS, COUNTS } = practice.question;

  const matches = (question) => [...new Set(question.options.map((option) => option.match).filter(Boolean))].sort(
    (one, other) => (one < other ? -1 : 1),
  );

  // The right value of each control; of boxes, those to tick.
  function expected(question) {
    if (question.type === "ordering") return question.options.map((option) => String(option.position));
    if (question.type === "matching") {
      const offered = matches(question);
      return question.options.map((option) => String(offered.indexOf(option.match) + 1));
    }
    return question.options.flatMap((option, place) => (option.correct ? [String(place)] : []));
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

  // `withAnswer` adds the folded answer.
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

  Object.assign(practice.question, { build, expected });
})();

// What every practice script stands on: one name for all of them, and elements made without markup in strings.
(function () {
  "use strict";
  const practice = (window.mlaPractice = { given: {} });

  // An element with attributes, listeners ("onclick") and children; children are elements or texts.
  practice.el = function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  };

  // Text with `code` in backticks, as a list of children.
  practice.say = function say(text) {
    return String(text).split(/`([^`]+)`/).map((part, place) => (place % 2 ? practice.el("code", {}, part) : part));
  };

  practice.button = function button(text, onclick, attributes = {}) {
    return practice.el("button", { type: "button", onclick, ...attributes }, text);
  };

  practice.percent = (right, total) => `${total ? Math.round((100 * right) / total) : 0}%`;

  practice.counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

  practice.shuffled = function shuffled(list, random = Math.random) {
    const mixed = [...list];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
    }
    return mixed;
  };

  // Moves the reader's place to what is new; the element need not be focusable.
  practice.focus = function focus(element) {
    if (!element.matches("a, button, input, select, summary")) element.tabIndex = -1;
    element.focus({ preventScroll: false });
  };
})();

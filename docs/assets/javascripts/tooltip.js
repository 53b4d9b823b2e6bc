// What a term or an objective means and what a footnote says, shown beside it: to the pointer after a moment, to keys at once, until
// Escape. One set of listeners serves the page. The theme's tooltips, one mounted for each title, kept the processor of a telephone
// busy for a third of all the time that its scripts take before the page can be used.
(function () {
  "use strict";
  const HOSTS = ".md-content :is([title], [data-title], .footnote-ref)";
  const SHOW_AFTER = 300; // ms
  const HIDE_AFTER = 200; // ms, in which the pointer may go from the host to the tooltip
  const GAP = 6; // px
  let shown = null;
  let timer = 0;

  const hostOf = (target) => (target instanceof Element ? target.closest(HOSTS) : null);

  function later(action, milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  }

  function note(host) {
    const source = document.getElementById(decodeURIComponent(host.hash.slice(1)));
    if (!source) return [];
    const copy = source.cloneNode(true);
    for (const back of copy.querySelectorAll(".footnote-backref")) back.remove();
    return copy.childNodes;
  }

  function title(host) {
    // Or the browser would show it a second time.
    if (host.title) host.dataset.title = host.title;
    host.removeAttribute("title");
    return [host.dataset.title];
  }

  function place(tooltip, host) {
    const [line] = host.getClientRects(); // of a link over two lines the first
    const { clientWidth, clientHeight } = document.documentElement;
    const { width, height } = tooltip.getBoundingClientRect();
    const left = Math.min(Math.max(GAP, line.left + line.width / 2 - width / 2), clientWidth - width - GAP);
    const below = line.bottom + GAP;
    const top = below + height > clientHeight ? line.top - GAP - height : below;
    tooltip.style.left = `${left + scrollX}px`;
    tooltip.style.top = `${top + scrollY}px`;
  }

  function show(host) {
    hide();
    const isNote = host.matches(".footnote-ref");
    const tooltip = document.createElement("div");
    tooltip.className = "tooltip md-typeset";
    tooltip.id = "tooltip";
    tooltip.append(...(isNote ? note(host) : title(host)));
    // A title is the host's description, so it is not read a second time at the end of the page; a footnote has links of its own.
    if (isNote) Object.assign(tooltip, { role: "dialog", ariaLabel: "Footnote" });
    else Object.assign(tooltip, { role: "tooltip", ariaHidden: "true" });
    host.setAttribute("aria-describedby", tooltip.id);
    document.body.append(tooltip);
    place(tooltip, host);
    shown = { host, tooltip };
  }

  function hide() {
    clearTimeout(timer);
    if (!shown) return;
    shown.host.removeAttribute("aria-describedby");
    shown.tooltip.remove();
    shown = null;
  }

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return; // a finger follows the link
    const host = hostOf(target);
    if (shown && (shown.host === host || shown.tooltip.contains(target))) clearTimeout(timer);
    else if (host) later(() => show(host), SHOW_AFTER);
    else later(hide, HIDE_AFTER);
  });
  document.addEventListener("focusin", ({ target }) => {
    const host = hostOf(target);
    if (host && target.matches(":focus-visible")) show(host);
  });
  document.addEventListener("focusout", ({ target }) => {
    if (shown && hostOf(target) === shown.host) hide();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
})();

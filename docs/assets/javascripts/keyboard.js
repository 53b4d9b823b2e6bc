// What the theme leaves to the mouse: the menu of a narrow screen, tooltips that close, regions that scroll.
(function () {
  "use strict";
  const SCROLLING = ".md-typeset__scrollwrap, .practice-table, div.formula, pre > code";

  // The menu opens by a <label>, which no key reaches.
  function menu() {
    const toggle = document.getElementById("__drawer");
    const button = document.querySelector(".md-header label[for='__drawer']");
    const drawer = document.querySelector(".md-sidebar--primary");
    if (!toggle || !button || !drawer) return;

    function open(wanted) {
      if (toggle.checked !== wanted) toggle.click();
    }
    Object.assign(button, { tabIndex: 0, role: "button", ariaLabel: "Menu", ariaExpanded: String(toggle.checked) });
    toggle.addEventListener("change", () => { button.ariaExpanded = String(toggle.checked); });
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation(); // the theme would answer Enter with a second click
      open(true);
      drawer.querySelector("a")?.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      open(false);
      button.focus();
    });
    document.addEventListener("focusin", (event) => {
      if (toggle.checked && !drawer.contains(event.target) && event.target !== button) open(false);
    });
  }

  // The scheme's radio button names the other scheme, so Enter and Space should bring it as the arrow keys do.
  function scheme() {
    for (const option of document.querySelectorAll(".md-option")) {
      option.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        document.querySelector(".md-header__option label:not([hidden])").click();
        document.querySelector(".md-option:checked").focus();
      });
    }
  }

  // A tooltip stands at the end of <body>. Its host names it as description, so it is not read a second time there.
  function tooltips() {
    new MutationObserver((changes) => {
      for (const tooltip of changes.flatMap((change) => Array.from(change.addedNodes))) {
        if (!(tooltip instanceof HTMLElement) || !tooltip.matches(".md-tooltip2")) continue;
        tooltip.hidden = false;
        if (tooltip.role === "dialog") tooltip.ariaLabel = "Footnote";
        else tooltip.ariaHidden = "true";
      }
    }).observe(document.body, { childList: true });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") for (const tooltip of document.querySelectorAll(".md-tooltip2")) tooltip.hidden = true;
    });
  }

  // What scrolls sideways is scrolled by keys once it has the focus, and says what it is.
  function regions() {
    function name(element) {
      const kind = element.matches("code") ? "Code" : element.matches("div.formula") ? "Formula" : "Table";
      const heads = Array.from(document.querySelectorAll("article :is(h1, h2, h3, h4)[id]"));
      const head = heads.findLast((one) => one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
      return head ? `${kind}: ${head.firstChild.textContent.trim()}` : kind;
    }
    const resized = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        const scrolls = target.scrollWidth > target.clientWidth + 1;
        if (scrolls) Object.assign(target, { tabIndex: 0, role: "region", ariaLabel: name(target) });
        else for (const attribute of ["tabindex", "role", "aria-label"]) target.removeAttribute(attribute);
      }
    });
    for (const element of document.querySelectorAll(SCROLLING)) resized.observe(element);
    // The theme calls the copy button of every block a navigation.
    for (const bar of document.querySelectorAll(".md-code__nav")) bar.role = "none";
  }

  // After the theme's own script has wrapped the tables.
  window.addEventListener("load", () => { menu(); scheme(); tooltips(); regions(); });
})();

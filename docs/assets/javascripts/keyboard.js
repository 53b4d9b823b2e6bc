// What the theme leaves to the mouse: the menu of a narrow screen, the scheme, parts that scroll.
(function () {
  "use strict";
  const SCROLLING = ".md-typeset__scrollwrap, .practice-table, div.formula, pre > code";

  // The menu opens by a <label>, which no key reaches: a button takes its place.
  function menu() {
    const toggle = document.getElementById("__drawer");
    const label = document.querySelector(".md-header label[for='__drawer']");
    const drawer = document.querySelector(".md-sidebar--primary");
    if (!toggle || !label || !drawer) return;

    const button = Object.assign(document.createElement("button"), { type: "button", ariaLabel: "Menu", ariaExpanded: "false" });
    button.className = `${label.className} menu-button`;
    button.append(...label.childNodes);
    label.replaceWith(button);
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", () => {
      button.ariaExpanded = String(toggle.checked);
      if (toggle.checked && button.matches(":focus-visible")) drawer.querySelector("a").focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      toggle.click();
      button.focus();
    });
    document.addEventListener("focusin", (event) => {
      if (toggle.checked && !drawer.contains(event.target) && event.target !== button) toggle.click();
    });
  }

  // The scheme's radio button names the other scheme. The theme lets Enter bring it; so does Space here.
  function scheme() {
    for (const option of document.querySelectorAll(".md-option")) {
      option.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        document.querySelector(".md-header__option label:not([hidden])").click();
        document.querySelector(".md-option:checked").focus();
      });
    }
  }

  // What scrolls sideways is scrolled by keys once it has the focus, and says what it is.
  function parts() {
    function name(element) {
      const kind = element.matches("code") ? "Code" : element.matches("div.formula") ? "Formula" : "Table";
      const heads = Array.from(document.querySelectorAll("article :is(h1, h2, h3, h4)[id]"));
      const head = heads.findLast((one) => one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
      return head ? `${kind}: ${head.firstChild.textContent.trim()}` : kind;
    }
    const resized = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        const scrolls = target.scrollWidth > target.clientWidth;
        if (scrolls) Object.assign(target, { tabIndex: 0, role: "group", ariaLabel: name(target) });
        else for (const attribute of ["tabindex", "role", "aria-label"]) target.removeAttribute(attribute);
      }
    });
    for (const element of document.querySelectorAll(SCROLLING)) resized.observe(element);
    // The theme calls the copy button of every block a navigation.
    for (const bar of document.querySelectorAll(".md-code__nav")) bar.role = "none";
  }

  // After the theme's own script has wrapped the tables.
  window.addEventListener("load", () => { menu(); scheme(); parts(); });
})();

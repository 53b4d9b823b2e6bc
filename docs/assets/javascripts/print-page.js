// The two buttons at a page's foot that print: this page, and this area with all its pages. Without JavaScript guide.css hides
// them; from file:// nothing can be fetched, so there the second one goes.
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const area = document.querySelector("script[src$='print-page.js']").src;

  function loaded() {
    return new Promise((done, fail) => {
      const script = Object.assign(document.createElement("script"), { src: area.replace("print-page.js", "print-area.js"), onload: done });
      script.onerror = () => fail(new Error("its script cannot be read"));
      document.head.append(script);
    });
  }

  for (const button of document.querySelectorAll(".print-page")) button.addEventListener("click", () => window.print());
  for (const button of document.querySelectorAll(".print-area-button")) {
    const say = (text) => { button.nextElementSibling.textContent = text; };
    button.hidden = location.protocol === "file:";
    button.addEventListener("click", async () => {
      button.disabled = true;
      await loaded().then(() => window.mlaPrintArea(say)).catch((error) => say(`The area is not printed: ${error.message}.`));
      button.disabled = false;
    });
  }
});

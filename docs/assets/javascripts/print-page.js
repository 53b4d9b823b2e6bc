// The two buttons at a page's foot that print: this page, and this area with all its pages. Without JavaScript guide.css hides
// them; from file:// nothing can be fetched, so there the second one goes.
(function () {
  "use strict";
  const here = document.currentScript.src;

  function loaded() {
    return new Promise((done, fail) => {
      const script = Object.assign(document.createElement("script"), { src: here.replace("print-page.js", "print-area.js"), onload: done });
      script.onerror = () => fail(new Error("its script cannot be read"));
      document.head.append(script);
    });
  }

  // Prints the pages of these addresses as one document, those of this page's area without; `say` hears how far it is.
  window.mlaPrint = async function print(what, say, pages) {
    await loaded().then(() => window.mlaPrintArea(say, pages)).catch((error) => say(`The ${what} is not printed: ${error.message}.`));
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll(".print-page")) button.addEventListener("click", () => window.print());
    for (const button of document.querySelectorAll(".print-area-button")) {
      button.hidden = location.protocol === "file:";
      button.addEventListener("click", async () => {
        button.disabled = true;
        await window.mlaPrint("area", (text) => { button.nextElementSibling.textContent = text; });
        button.disabled = false;
      });
    }
  });
})();

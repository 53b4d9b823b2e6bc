// Shows the button that prints the page; without JavaScript it would do nothing, so it stays hidden.
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  for (const button of document.querySelectorAll(".print-page")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
});

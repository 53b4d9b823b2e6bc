// The button that prints the page; without JavaScript guide.css hides it.
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  for (const button of document.querySelectorAll(".print-page")) button.addEventListener("click", () => window.print());
});

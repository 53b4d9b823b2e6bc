// Opens a picture large in a dialog; Escape, the button and a click close it. Without JavaScript its link opens the file.
(function () {
  "use strict";

  function enlarge(link) {
    const dialog = document.createElement("dialog");
    const picture = link.firstElementChild.cloneNode();
    const close = document.createElement("button");
    picture.removeAttribute("class");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", "Close");
    dialog.className = "picture-large";
    dialog.setAttribute("aria-label", "Picture");
    dialog.append(picture, close);
    dialog.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.picture");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    enlarge(link);
  });
})();

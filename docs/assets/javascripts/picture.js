// Opens a picture large. The lightbox that does it is loaded with the first one, so that no page waits for it.
// Without JavaScript, or where it cannot be loaded, the picture's link opens the file.
(function () {
  "use strict";

  const { sheet, library } = document.currentScript.dataset;
  let ready;

  function added(element) {
    return new Promise((resolve, reject) => {
      element.addEventListener("load", resolve);
      element.addEventListener("error", reject);
      document.head.append(element);
    });
  }

  function load() {
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: sheet });
    const script = Object.assign(document.createElement("script"), { src: library });
    return Promise.all([added(style), added(script)]);
  }

  function enlarge(link) {
    const box = GLightbox({
      elements: [{ href: link.href, type: "image", alt: link.firstElementChild.alt }],
      openEffect: "none",
      closeEffect: "none",
      loop: false,
      touchNavigation: false,
      draggable: false,
    });
    box.settings.lightboxHTML = box.settings.lightboxHTML.replace('role="dialog"', 'role="dialog" aria-label="Picture"');
    box.on("close", () => link.focus());
    box.open();
  }

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a.picture");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await (ready ??= load());
    } catch {
      location.assign(link.href);
      return;
    }
    enlarge(link);
  });
})();

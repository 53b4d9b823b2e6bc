// A list of all terms or objectives: an address that names one leads on to its entry. Without JavaScript it leads to the link in the list.
(function () {
  "use strict";

  function follow() {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      // No id is written like that.
    }
    const link = id && document.getElementById(id);
    if (link && link.matches("article li > a")) location.replace(link.href);
  }

  addEventListener("hashchange", follow);
  follow();
})();

// The list of all terms: an address that names a term leads on to its entry. Without JavaScript it leads to the link in the list.
(function () {
  "use strict";

  function follow() {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      // No id is written like that.
    }
    const term = id && document.getElementById(id);
    if (term && term.matches("article li > a")) location.replace(term.href);
  }

  addEventListener("hashchange", follow);
  follow();
})();

// A list of what stands on other pages (terms, objectives, the other questions of a task): an address that names an entry leads on to it.
// Without JavaScript it leads to the link in the list. A page beside a task's list sends there what it does not have itself.
(function () {
  "use strict";
  const PLACE = /^(q|c0[12])-/;

  function follow() {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      // No id is written like that.
    }
    const named = id && document.getElementById(id);
    const list = document.querySelector("article .parts > .first");
    if (named && named.matches("article li > a")) location.replace(named.href);
    else if (!named && list && PLACE.test(id)) location.replace(`${list.href}#${id}`);
  }

  addEventListener("hashchange", follow);
  follow();
})();

// On the old address of a renamed page: sends the reader on, with the section and the search words that the address named.
(function () {
  "use strict";
  const to = new URL(document.querySelector("a").href);
  if (location.hash) to.hash = location.hash;
  if (location.search) to.search = location.search;
  location.replace(to);
})();

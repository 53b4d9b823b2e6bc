// On the page for a missing address: shows the pages whose addresses and titles come near to its words, and a link that searches them.
// What the address says is only compared and shown as plain words; the links are those that the build wrote into the page.
(function () {
  "use strict";
  const SHOWN = 5;
  const NEAR = 0.5;
  const root = new URL("../../", document.currentScript.src).pathname;

  function words(text) {
    return text.toLowerCase().match(/[a-z0-9]+/g)?.filter((word) => !/^(.|html?|index|md)$/.test(word)) ?? [];
  }

  function path(pathname) {
    try {
      return decodeURIComponent(pathname.slice(root.length));
    } catch {
      return pathname.slice(root.length);
    }
  }

  function pairs(word) {
    return Array.from({ length: word.length + 1 }, (_, at) => ` ${word} `.slice(at, at + 2));
  }

  // Shared pairs of letters, 0 to 1.
  function alike(one, other) {
    const left = pairs(other);
    const shared = pairs(one).filter((pair) => {
      const at = left.indexOf(pair);
      return at >= 0 && left.splice(at, 1);
    });
    return (2 * shared.length) / (one.length + other.length + 2);
  }

  function covered(some, by) {
    const best = some.map((word) => Math.max(0, ...by.map((other) => alike(word, other))));
    return best.reduce((sum, value) => sum + value, 0) / (best.length || 1);
  }

  const asked = [...new Set(words(path(location.pathname)))].slice(0, 12);
  if (!asked.length) return;

  const scored = Array.from(document.querySelectorAll(".all-pages a"), (link) => {
    const address = words(path(link.pathname));
    const known = [...address, ...words(link.textContent)];
    return { link, score: (2 * covered(asked, known) + covered(address.slice(-3), asked)) / 3 };
  });
  const nearest = scored.filter(({ score }) => score >= NEAR).sort((one, other) => other.score - one.score);
  const box = document.querySelector(".nearest");
  for (const { link } of nearest.slice(0, SHOWN)) {
    const item = document.createElement("li");
    item.append(link.cloneNode(true));
    box.querySelector("ul").append(item);
  }
  box.classList.toggle("waiting", !nearest.length);

  const search = document.querySelector(".search-for");
  search.textContent = `Search for “${asked.join(" ")}”`;
  search.href = `${root}?q=${encodeURIComponent(asked.join(" "))}`;
  search.parentElement.classList.remove("waiting");
})();

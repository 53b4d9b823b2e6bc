// Prints an area, or the pages of a task: fetched one after the other, as one document. Loaded by print-page.js when it is asked for.
(function () {
  "use strict";
  const NAMING = ["id", "name", "for", "aria-labelledby", "aria-describedby"];
  const UNPRINTED = ".page-foot, .headerlink, .md-content__button, .footnote-backref, script, form";

  function root() {
    return new URL(`${JSON.parse(document.getElementById("__config").textContent).base}/`, location.href);
  }

  async function fetched(address) {
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) throw new Error(`${address.pathname} cannot be read${answer ? ` (${answer.status})` : ""}`);
    return answer;
  }

  // The addresses of the pages in this page's area, in the order of the navigation.
  async function addresses() {
    const areas = await (await fetched(new URL("areas.json", root()))).json();
    const here = location.pathname.replace(/index\.html$/, "");
    return areas.map((area) => area.map((page) => new URL(page, root()))).find((area) => area.some((page) => page.pathname === here));
  }

  // What a page is styled with beyond this one is loaded too.
  async function takeStyles(page, address) {
    const here = new Set(Array.from(document.styleSheets, (sheet) => sheet.href));
    for (const link of page.querySelectorAll("head link[rel='stylesheet']")) {
      const href = new URL(link.getAttribute("href"), address).href;
      if (here.has(href)) continue;
      const own = Object.assign(document.createElement("link"), { rel: "stylesheet", href, media: link.media });
      await new Promise((done, fail) => {
        own.onload = done;
        own.onerror = () => fail(new Error(`${new URL(href).pathname} cannot be read`));
        document.head.append(own);
      });
    }
  }

  // A page's article, its ids made unique by its number, its links and pictures leading where they led.
  function article(page, address, number, numbers) {
    const found = page.querySelector("article");
    for (const element of found.querySelectorAll(UNPRINTED)) element.remove();
    for (const attribute of NAMING) {
      for (const element of found.querySelectorAll(`[${attribute}]`)) {
        element.setAttribute(attribute, element.getAttribute(attribute).split(" ").map((id) => `p${number}-${id}`).join(" "));
      }
    }
    for (const link of found.querySelectorAll("a[href]")) {
      const target = new URL(link.getAttribute("href"), address);
      const other = numbers.get(target.origin + target.pathname);
      link.href = other === undefined ? target.href : `#p${other}${target.hash.replace("#", "-")}`;
    }
    for (const picture of found.querySelectorAll("img")) {
      picture.src = new URL(picture.getAttribute("src"), address).href;
      picture.loading = "eager";
    }
    found.id = `p${number}`;
    return document.adoptNode(found);
  }

  async function printArea(say, asked) {
    const pages = asked ?? (await addresses());
    const numbers = new Map(pages.map((page, number) => [page.origin + page.pathname, number]));
    const area = document.createElement("div");
    area.className = "print-area";
    for (const [number, page] of pages.entries()) {
      say(`Reading page ${number + 1} of ${pages.length}`);
      const read = new DOMParser().parseFromString(await (await fetched(page)).text(), "text/html");
      await takeStyles(read, page);
      area.append(article(read, page, number, numbers));
    }
    // A task's question paper has one key, at its end.
    if (asked) area.lastElementChild.append(...area.querySelectorAll(".paper-key"));
    document.querySelector(".md-content").append(area);
    document.documentElement.dataset.printArea = "";
    window.addEventListener("afterprint", () => {
      area.remove();
      delete document.documentElement.dataset.printArea;
    }, { once: true });
    await Promise.all(Array.from(area.querySelectorAll("img"), (picture) => picture.decode().catch(() => null)));
    say("");
    window.print();
  }

  window.mlaPrintArea = printArea;
})();

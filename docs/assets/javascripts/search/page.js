// The page's part of the search. It runs before the theme's script, which starts its worker with every page and feeds it the index
// at once: here worker and index wait until the reader begins to search (README of scripts/ says how). It also shows what was
// mended or may be meant, and marks in the page what a result led to.
(function () {
  "use strict";
  const search = document.querySelector("[data-md-component=search]");
  if (!search) return;
  const input = search.querySelector("[data-md-component=search-query]");
  const result = search.querySelector("[data-md-component=search-result]");
  const asked = new URLSearchParams(location.search);
  const RESULT = 3;
  /** A page among the results is about so many pixels high, seldom less than three quarters of it. */
  const HEIGHT = 180;

  /** What the theme takes for its worker. */
  class PatientWorker extends EventTarget {
    constructor(url) {
      super();
      this.url = url;
      this.unsent = [];
      if (asked.has("q")) this.start();
      document.getElementById("__search").addEventListener("change", () => this.start());
      input.addEventListener("focus", () => this.start());
      if (document.activeElement === input) this.start();
    }

    start() {
      if (this.worker) return;
      this.worker = new Worker(this.url);
      this.worker.addEventListener("message", ({ data }) => this.hear(data));
      for (const message of this.unsent.splice(0)) this.worker.postMessage(message);
    }

    hear(data) {
      if (data.type === "failed") {
        this.worker = undefined; // the next focus tries again
        say(document.createTextNode("The search could not be loaded. Look whether you are connected, then try again."));
        return;
      }
      if (data.type === RESULT) data.data.items = fewAtOnce(data.data.items);
      this.dispatchEvent(new MessageEvent("message", { data }));
      if (data.type === RESULT) explain(data.data);
    }

    postMessage(message) {
      if (this.worker) this.worker.postMessage(message);
      else this.unsent.push(message);
    }
  }

  /**
   * The theme draws ten pages with every key, and four more when the reader comes near their end or they leave room. It takes the
   * first of them by `slice(0, 10)`, the others by `slice(10)`: drawing no more than a screen shows halves what a key costs.
   */
  function fewAtOnce(items) {
    const few = Math.ceil(innerHeight / HEIGHT);
    return Object.assign([...items], { slice: (from) => (from ? items.slice(few) : items.slice(0, few)) });
  }

  // The theme asks for one worker, and only for the search; any other is an ordinary one.
  const Worker = window.Worker;
  window.Worker = function (url) {
    window.Worker = Worker;
    return new PatientWorker(url);
  };

  // Between the number of results and their list, which the theme takes for the first and the last element.
  const said = document.createElement("div");
  said.className = "search-said";
  said.setAttribute("role", "status");
  result.lastElementChild.before(said);
  result.firstElementChild.setAttribute("role", "status");

  function say(...parts) {
    said.replaceChildren(...parts);
  }

  function explain({ mended, offered }) {
    if (mended) say("Showing results for ", link(mended));
    else if (offered?.length) say("Did you mean ", ...offered.flatMap((name) => [link(name), " "]));
    else say();
  }

  /** A link that asks for a name. The theme's arrow keys reach links; its Enter key reads a score from the element inside. */
  function link(name) {
    const anchor = document.createElement("a");
    anchor.href = `?q=${encodeURIComponent(name)}`;
    const text = document.createElement("span");
    text.dataset.mdScore = "0";
    text.textContent = name;
    anchor.append(text);
    return anchor;
  }

  said.addEventListener("click", (event) => {
    const anchor = event.target.closest("a");
    if (!anchor) return;
    event.preventDefault();
    event.stopPropagation(); // the theme closes the search when a link in it is followed
    input.value = anchor.textContent;
    input.focus();
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });

  // The theme writes the tags of a result into a <nav> each: landmarks without a name.
  new MutationObserver(() => {
    for (const tags of result.querySelectorAll("nav.md-tags:not([role])")) tags.setAttribute("role", "presentation");
  }).observe(result.lastElementChild, { childList: true });

  // The theme listens to keys only: text also comes by pasting and by voice.
  input.addEventListener("input", () => input.dispatchEvent(new KeyboardEvent("keyup")));

  /** Marks the words that a result was found by: the theme puts them into the address of a result. */
  function mark(words) {
    const spelled = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${spelled})`, "giu");
    const walker = document.createTreeWalker(document.querySelector("[data-md-component=content]") ?? document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, svg, math, select, textarea")) texts.push(walker.currentNode);
    for (const text of texts) {
      for (const { index, 0: word } of [...text.data.matchAll(pattern)].reverse()) {
        const marked = document.createElement("mark");
        marked.dataset.mdHighlight = "";
        text.splitText(index).splitText(word.length);
        text.nextSibling.replaceWith(marked);
        marked.textContent = word;
      }
    }
  }

  const words = (asked.get("h") ?? "").split(/\s+/).filter((word) => word.length > 1);
  if (words.length) mark(words);
})();

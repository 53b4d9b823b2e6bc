// The search itself, away from the page. It speaks the theme's protocol: 1 says that the index is there, 2 brings a query, 3
// brings the results of it. The theme's own worker forgives no typing error, and adds up single words: to it "Kinesis Data
// Analytics" is three words, to a reader it is one name.
"use strict";

const READY = 1;
const QUERY = 2;
const RESULT = 3;

// Opened from the disk this runs in a frame, whose own address is that of the page (iframe-worker.js).
const own = self.workerAddress ?? self.location;
const parts = ["words.js", "guide.js", "question.js", "ranking.js"].map((name) => new URL(name, own).href);

async function load() {
  const index = new URL("../../../search/search_index.json", own).href;
  if (own.protocol === "file:") {
    await self.importScripts(...parts, index.replace(/json$/, "js"));
    return self.__index;
  }
  const asked = fetch(index);
  self.importScripts(...parts);
  const found = await asked;
  if (!found.ok) throw new Error(`${index}: ${found.status}`);
  return found.json();
}

const loading = load().then((index) => new Guide(index));
loading.then(
  () => self.postMessage({ type: READY }),
  (error) => self.postMessage({ type: "failed", data: String(error) }),
);

self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === QUERY) self.postMessage({ type: RESULT, data: answer(await loading, data) });
});

// The theme's search worker with two things around it: typing errors are mended before the query runs, and the results are
// ordered by what the query names. lunr forgives no typing error, and adds up single words: to it "Kinesis Data Analytics" is
// three words, to a reader it is one name.
//
// The theme starts this file with ?stock=<its own worker>. Messages pass through. To the worker: type 0 brings the index, from
// which names and words are learned; type 2 brings a query. From it: type 3 brings the results, grouped by page.
"use strict";

const SETUP = 0;
const QUERY = 2;
const RESULT = 3;
const LONGEST_WORD = 24;
/** How much a word counts in a title or another name of a section, in the sentence that says what it is about, in its text or page. */
const IN_NAME = 3;
const IN_ABOUT = 2;
const IN_TEXT = 1;
const SMALL_WORDS = new Set("a an and are as at be between by can difference do does for from how i in into is it of on or that the to vs versus what when where which who why with".split(" "));

let separator = /[\s\-]+/;
/** Word → in how many names it stands: the words that a typing error can be mended to. */
let names = new Map();
/** Every whole name. */
let full = new Set();
/** Every word of the index. */
let known = new Set();
/** What people type → what they mean, both normalised. */
let misspelt = new Map();
/** Location → { names: normalised name → its stems; about, told: stems in the sentence about it, in the text; boost }. */
let sections = new Map();
/** Stem → in how many sections it stands. */
let spread = new Map();
let asked = [];
let askedName = "";
/** Whether the query asks for a comparison, which has pages of its own. */
let askedVersus = false;

function words(text) {
  return text
    .replace(/<[^>]*>/g, " ")
    .toLowerCase()
    .split(separator)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter(Boolean);
}

const stems = new Map();
function stem(word) {
  let found = stems.get(word);
  if (found === undefined) stems.set(word, (found = self.lunr.stemmer(new self.lunr.Token(word)).toString()));
  return found;
}

/** A name as it is compared: without the vendor, punctuation and case. */
function plainName(text) {
  return words(text).filter((word) => word !== "amazon" && word !== "aws").join(" ");
}

function learn({ config, docs }) {
  separator = new RegExp(config.separator);
  names = new Map();
  known = new Set();
  full = new Set();
  misspelt = new Map();
  sections = new Map();
  spread = new Map();
  const gather = (text) => {
    const found = words(text ?? "");
    for (const word of found) known.add(word);
    return new Set(found.map(stem));
  };
  for (const { location, title, text, aliases, misspellings, about, boost } of docs) {
    const own = [title, ...(aliases ? aliases.split(" / ") : [])];
    for (const word of words(own.join(" "))) names.set(word, (names.get(word) ?? 0) + 1);
    for (const name of own) full.add(plainName(name));
    for (const pair of misspellings ?? []) misspelt.set(plainName(pair[0]), plainName(pair[1]));
    const section = { names: new Map(own.map((name) => [plainName(name), gather(name)])), about: gather(about), told: gather(text), boost: boost ?? 1 };
    const all = new Set([...section.about, ...section.told]);
    for (const name of section.names.values()) for (const one of name) all.add(one);
    for (const one of all) spread.set(one, (spread.get(one) ?? 0) + 1);
    sections.set(location, section);
  }
}

/** Damerau-Levenshtein distance (optimal string alignment) of two words, or limit + 1 where it is larger than limit. */
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** The likeliest name for a word that nothing in the index begins with; the word itself where there is none. */
function mend(word) {
  const plain = word.toLowerCase();
  if (plain.length < 4 || plain.length > LONGEST_WORD || known.has(plain)) return word;
  for (const other of known) if (other.startsWith(plain)) return word;
  const limit = plain.length < 6 ? 1 : 2;
  let best = word;
  let bestScore = Infinity;
  for (const [name, count] of names) {
    const steps = distance(plain, name, limit);
    // Few steps first; among equals a shared first letter, then the more frequent name.
    const score = steps + (plain[0] === name[0] ? 0 : 0.5) - Math.min(count, 40) / 100;
    if (steps <= limit && score < bestScore) [best, bestScore] = [name, score];
  }
  return best;
}

/** Two words that are one name when joined, as in "guard rails". */
function join(query) {
  return query.replace(/([\p{L}\p{N}]+) (?=([\p{L}\p{N}]+))/gu, (both, one, two) =>
    names.has((one + two).toLowerCase()) && !(known.has(one.toLowerCase()) && known.has(two.toLowerCase())) ? one : both,
  );
}

function mendQuery(query) {
  const plain = plainName(query);
  if (misspelt.has(plain) && !full.has(plain)) return misspelt.get(plain);
  return join(query).replace(/[\p{L}\p{N}]+/gu, (word) => {
    const mended = mend(word);
    return mended === word && !known.has(word.toLowerCase()) ? (misspelt.get(word.toLowerCase()) ?? word) : mended;
  });
}

function ask(query) {
  const mended = mendQuery(query);
  askedName = plainName(mended);
  askedVersus = /\b(vs|versus|difference between)\b/i.test(query);
  const all = words(mended);
  const telling = all.filter((word) => !SMALL_WORDS.has(word));
  asked = [...new Set(telling.length ? telling : all)].map((word, place, list) => {
    const one = stem(word);
    const count = spread.get(one) ?? 0;
    // The last word may still be under way: it counts where a name begins with it.
    return { stem: one, begins: place === list.length - 1 && !count ? word : "", weight: Math.log(1 + sections.size / (count || 1)) };
  });
  return mended;
}

/** Whether a word of the query stands in a name; the last word may still be under way. */
function stands(name, { stem: one, begins }) {
  return name.has(one) || (begins !== "" && [...name].some((other) => other.startsWith(begins)));
}

/** The one name that has most of the query: words of different names add up to nothing. */
function bestName(section) {
  let best = new Set();
  let most = 0;
  for (const name of section.names.values()) {
    const has = asked.reduce((sum, word) => sum + (stands(name, word) ? word.weight : 0), 0);
    if (has > most) [best, most] = [name, has];
  }
  return best;
}

/** Between 0 and 1 for the words that the section has, weighted by how telling they are; 1 more where it is what was named. */
function fitness(location) {
  const section = sections.get(location);
  if (!section) return 0;
  const name = bestName(section);
  const page = bestName(sections.get(location.replace(/#.*/, "")) ?? section);
  let has = 0;
  let met = 0;
  let all = 0;
  for (const word of asked) {
    const one = word.stem;
    const inOther = section.about.has(one) || [...section.names.values()].some((other) => other.has(one));
    const worth = stands(name, word) ? IN_NAME : inOther ? IN_ABOUT : section.told.has(one) || page.has(one) ? IN_TEXT : 0;
    all += word.weight;
    has += word.weight * worth;
    if (worth) met += word.weight;
  }
  const covered = all ? (has / all / IN_NAME) * (met / all) : 0;
  const compares = askedVersus && location.startsWith("compare/") ? covered : 0;
  return ((section.names.has(askedName) ? 1 : 0) + covered + compares) * section.boost;
}

/** Orders the pages by their best section; the theme's own score decides among equals, and a page goes before its sections. */
function order(items) {
  const ranked = items.map((group) => {
    const fits = group.map((item) => fitness(item.location));
    const page = sections.get(group[0].location.replace(/#.*/, ""));
    const best = Math.max(...fits);
    const own = page ? fitness(group[0].location.replace(/#.*/, "")) : 0;
    const sorted = group.map((item, place) => ({ item, fit: fits[place] })).sort((a, b) => b.fit - a.fit || b.item.score - a.item.score);
    return { group: sorted.map(({ item }) => item), fit: best + own / 4, score: Math.max(...group.map((item) => item.score)) };
  });
  return ranked.sort((a, b) => b.fit - a.fit || b.score - a.score).map(({ group }) => group);
}

const listen = self.addEventListener.bind(self);
self.addEventListener = (type, listener, options) =>
  listen(
    type,
    type !== "message"
      ? listener
      : (event) => {
          const { type: kind, data } = event.data;
          if (kind === SETUP) learn(data);
          listener(kind === QUERY ? { data: { type: QUERY, data: ask(data) } } : event);
        },
    options,
  );

const send = self.postMessage.bind(self);
self.postMessage = (message) =>
  send(message.type === RESULT ? { ...message, data: { ...message.data, items: order(message.data.items) } } : message);

// Opened from the disk this runs in a frame, whose own address is that of the page (iframe-worker.js).
const own = self.workerAddress ?? self.location;
importScripts(new URL(new URLSearchParams(own.search).get("stock").replace(/[^\w./-]/g, ""), own).href);

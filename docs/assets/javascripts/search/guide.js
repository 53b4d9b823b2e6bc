// The guide as the search knows it, made of search_index.json (scripts/search/condensed.py): sections, their names, all words.
"use strict";

/** The digits of scripts/search/postings.py: one of the first half ends a number, one of the second goes on. */
const DIGITS = new Map([...Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((one) => one !== "\\"), "!"].map((one, i) => [one, i]));
const BASE = DIGITS.size / 2;
/** The share of all sections that have a common word, at least: scripts/search/condensed.py. */
const COMMON = 0.2;

/** Calls `found` with each of the rising numbers that the code stands for. */
function decode(code, found) {
  let place = -1;
  let value = 0;
  for (const one of code) {
    const digit = DIGITS.get(one);
    value = value * BASE + (digit % BASE);
    if (digit >= BASE) continue;
    place += value + 1;
    found(place);
    value = 0;
  }
}

/** How a name is written, but for case, hyphens and the vendor: "Random Cut Forest" and RANDOM_CUT_FOREST are two. */
function spelling(text) {
  return text.toLowerCase().replace(/[\s-]+/g, " ").replace(/^(?:amazon|aws) (?=.)/, "").trim();
}

class Guide {
  constructor({ config, docs, endings, common, words, places }) {
    this.words = new Words(config.separator, endings);
    /** The stems that stand in so many sections that the index does not say in which. */
    this.common = this.words.stemsOf(common);
    /** Word → in how many names it stands: what a typing error is mended to first. */
    this.inNames = new Map();
    /** Every word, a form for each stem at least. */
    this.all = new Set();
    /** Every name of every section, see `learnName`. */
    this.names = [];
    /** A name's words, joined by blanks → true. */
    this.whole = new Set();
    /** What people type → what they mean, both joined by blanks. */
    this.meant = new Map();
    /** Stem → the numbers of the sections that have it. */
    this.having = new Map();
    this.pages = new Map();
    this.sections = docs.map((doc, number) => this.learn(doc, number));
    this.learnRest(words.split(" "), places.split(" "));
    for (const section of this.sections) for (const one of section.stems) this.note(one, section.number);
    this.sorted = [...this.all].sort();
    /** Length → the words of that length, each with its letters. */
    this.ofLength = new Map();
    for (const word of this.all) {
      if (!this.ofLength.has(word.length)) this.ofLength.set(word.length, []);
      this.ofLength.get(word.length).push({ word, letters: letters(word) });
    }
    /** What was found out about a word that was typed: it is asked for with every key. */
    this.typed = new Map();
  }

  /**
   * A section: its `names`, the stems of each sentence `about` it, those of each phrase `asked`, those `told` in its text, and all of
   * them in `stems`.
   */
  learn({ location, title, text, aliases, misspellings, asked, tags, boost }, number) {
    const others = aliases ? aliases.split(" / ") : [];
    const page = location.replace(/#.*/, "");
    if (!this.pages.has(page)) this.pages.set(page, number);
    const names = [...others, title].map((name, place) => this.learnName(name, number, place < others.length, page === location));
    const about = text.split(/(?<=[.?!])\s+/).map((sentence) => this.words.stemsOf(sentence));
    const phrases = asked ? asked.split(" / ") : [];
    for (const known of [text, ...phrases]) for (const word of this.words.of(known)) this.all.add(word);
    for (const [typed, name] of misspellings ?? []) this.meant.set(this.words.ofName(typed).join(" "), name);
    const phrased = phrases.map((phrase) => this.words.stemsOf(phrase));
    const stems = new Set([...about, ...phrased, ...names.map((name) => name.stems)].flatMap((some) => [...some]));
    return { number, location, title, text, tags: tags ?? [], boost: boost ?? 1, page: this.pages.get(page), names, about, asked: phrased, told: new Set(), stems };
  }

  /**
   * A name: `spelled` is how it is written, `plain` is its words joined by blanks, `joined` by nothing; `given` says that it is a term's or a page's: a heading may say
   * little without its page.
   */
  learnName(text, section, given, titled) {
    const words = this.words.ofName(text);
    for (const word of new Set(words)) {
      this.inNames.set(word, (this.inNames.get(word) ?? 0) + 1);
      this.all.add(word);
    }
    const name = { text, section, given: given || titled, spelled: spelling(text), plain: words.join(" "), joined: words.join(""), letters: letters(words.join("")), stems: new Set(words.map((word) => this.words.stem(word))) };
    this.whole.add(name.plain);
    this.names.push(name);
    return name;
  }

  learnRest(words, places) {
    words.forEach((word, i) => {
      const stem = this.words.stem(word);
      this.all.add(word);
      decode(places[i], (number) => {
        this.sections[number].told.add(stem);
        this.note(stem, number);
      });
    });
  }

  note(stem, number) {
    let found = this.having.get(stem);
    if (!found) this.having.set(stem, (found = new Set()));
    found.add(number);
  }

  knows(word) {
    return this.having.has(this.words.stem(word));
  }

  /** In how many sections a stem stands. */
  spread(stem) {
    const known = this.having.get(stem)?.size ?? 0;
    return this.common.has(stem) ? Math.max(known, this.sections.length * COMMON) : known;
  }

  /** How much it tells that a section has one of so many. */
  telling(spread) {
    return Math.log(1 + this.sections.length / (spread || 1));
  }

  /** The words that begin so, at most `most`. */
  beginning(start, most) {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (found.length < most && this.sorted[low]?.startsWith(start)) found.push(this.sorted[low++]);
    return found;
  }
}

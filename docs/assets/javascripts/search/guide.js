// The guide as the search knows it, made of search_index.json (scripts/search/condensed.py): sections, their names, all words.
"use strict";

/** The digits of scripts/search/postings.py: one of the first half ends a number, one of the second goes on. */
const DIGITS = new Map([...Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((one) => one !== "\\"), "!"].map((one, i) => [one, i]));
const BASE = DIGITS.size / 2;
/** The share of all sections that have a common word, at least: scripts/search/condensed.py. */
const COMMON = 0.2;
/** Between the sentences of a text. */
const SENTENCES = /(?<=[.?!])\s+/;
const NONE = [];

/** The rising numbers that the code stands for. */
function decode(code) {
  const found = [];
  let place = -1;
  let value = 0;
  for (const one of code) {
    const digit = DIGITS.get(one);
    value = value * BASE + (digit % BASE);
    if (digit >= BASE) continue;
    place += value + 1;
    found.push(place);
    value = 0;
  }
  return found;
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
    /** Stem → the numbers of the sections that have it in a name, in a phrase or in what they are about. */
    this.inSight = new Map();
    /** Stem → those that have it in the rest of their text; until somebody asks, as the index says it. */
    this.told = new Map();
    this.pages = new Map();
    this.sections = docs.map((doc, number) => this.learn(doc, number));
    this.learnRest(words.split(" "), places.split(" "));
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

  /** A section: its `names`, the stems of each sentence `about` it, those of each phrase `asked`. */
  learn({ location, title, text, aliases, misspellings, asked, tags, boost }, number) {
    const others = aliases ? aliases.split(" / ") : [];
    const page = location.replace(/#.*/, "");
    if (!this.pages.has(page)) this.pages.set(page, number);
    const names = [...others, title].map((name, place) => this.learnName(name, number, place < others.length, page === location));
    const sentences = text.split(SENTENCES);
    for (const [typed, name] of misspellings ?? []) this.meant.set(this.words.ofName(typed).join(" "), name);
    return {
      number, location, title, text, tags: tags ?? [], boost: boost ?? 1, page: this.pages.get(page), names, sentences,
      named: names.map(({ stems }) => stems),
      about: sentences.map((sentence) => this.learnWords(this.words.of(sentence), number)),
      asked: asked ? asked.split(" / ").map((phrase) => this.learnWords(this.words.of(phrase), number)) : [],
    };
  }

  /**
   * A name: `plain` is its words joined by blanks, `joined` by nothing; `given` says that it is a term's or a page's: a heading may say
   * little without its page.
   */
  learnName(text, section, given, titled) {
    const words = this.words.ofName(text);
    for (const word of new Set(words)) this.inNames.set(word, (this.inNames.get(word) ?? 0) + 1);
    const joined = words.join("");
    const name = { text, section, given: given || titled, plain: words.join(" "), joined, letters: letters(joined), stems: this.learnWords(words, section) };
    this.whole.add(name.plain);
    this.names.push(name);
    return name;
  }

  /** The stems of words that a section has in sight. */
  learnWords(words, number) {
    const stems = new Set();
    for (const word of words) {
      this.all.add(word);
      stems.add(this.words.stem(word));
    }
    for (const stem of stems) {
      const known = this.inSight.get(stem);
      if (!known) this.inSight.set(stem, [number]);
      else if (known.at(-1) !== number) known.push(number);
    }
    return stems;
  }

  learnRest(words, places) {
    words.forEach((word, i) => {
      this.all.add(word);
      this.told.set(this.words.stem(word), places[i]);
    });
  }

  toldIn(stem) {
    const places = this.told.get(stem) ?? NONE;
    if (typeof places !== "string") return places;
    const numbers = decode(places);
    this.told.set(stem, numbers);
    return numbers;
  }

  knows(word) {
    const stem = this.words.stem(word);
    return this.inSight.has(stem) || this.told.has(stem);
  }

  /** In how many sections a stem stands. */
  spread(stem) {
    const known = (this.inSight.get(stem)?.length ?? 0) + this.toldIn(stem).length;
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

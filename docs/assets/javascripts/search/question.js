// What a reader typed, as the search understands it: telling words, each with the forms that may be meant.
"use strict";

const SMALL_WORDS = new Set(
  ("a about an and any are as at be between by can compare compared difference do does for from get give how i if in into is it its me my " +
    "of on or should so tell than that the their there these this to understand use used using versus vs want was we what when where which who why will with work works you your").split(" "),
);
/** How a question begins, before what it is about. */
const LEAD = /^\s*(?:(?:how|when|where|why) (?:do|does|can|could|should|would|to)? ?(?:i|we|you|one)? ?(?:use|set up|get started with|configure)?|what (?:is|are|does|do))\s+(?:an? |the )?/i;
const TAIL = /\s+(?:works?|do|does|means?|used for|good for)\W*$/i;
const VENDOR = /^(?:amazon|aws)(?=...)/;
const COMPARISON = /\b(?:vs\.?|versus|difference between|compared? (?:to|with)|or)\b/i;
const SIDES = /\b(?:vs\.?|versus|compared? (?:to|with)|and|or)\b/i;

/** What people say in their own words → what the notes say: a form like any other, but further away. */
const IN_OTHER_WORDS = new Map(
  Object.entries({
    alert: "alarm", answer: "response", approve: "approval", arrives: "event", automatic: "auto", automatically: "auto", bad: "poor", badly: "poor",
    bill: "cost", broken: "fail", called: "invoke", caller: "invoke", categories: "categorical", category: "categorical", chat: "lex", chatbot: "lex",
    cheap: "cost", cheapest: "cost", commit: "commitment", company: "enterprise", confidential: "sensitive", connection: "connectivity",
    copy: "replicate", crash: "fail", customer: "user", discount: "savings", discover: "infer", docker: "container", doctor: "medical",
    duplicate: "matching", duplicates: "matching", email: "notification", expensive: "cost", fast: "latency", faster: "latency", find: "search",
    fix: "mitigate", git: "repository", good: "best", graph: "neptune", guess: "predict", hardware: "accelerator", hide: "mask", hospital: "medical",
    human: "worker", interrupted: "spot", invoice: "document", kubernetes: "eks", limit: "restrict", log: "record", logs: "record", money: "cost",
    monthly: "cost", notify: "notification", number: "numeric", numbers: "numeric", parallel: "distributed", password: "secret", patient: "medical",
    pay: "cost", paying: "cost", people: "human", person: "human", personal: "sensitive", photo: "image", picture: "image", pii: "sensitive",
    prediction: "inference", price: "cost", private: "vpc", quick: "latency", remove: "redact", revert: "rollback", save: "reduce",
    schedule: "eventbridge", search: "retrieval", secretly: "private", serve: "host", shrink: "compress", slow: "latency", sound: "audio",
    spam: "classification", speed: "latency", spend: "cost", stop: "prevent", table: "tabular", turn: "convert", undo: "rollback",
    unlabeled: "unsupervised", unseen: "new", usage: "consumption", voice: "speech", watch: "monitor", website: "web", wrong: "fail",
  }),
);

/** How far a form is from what was typed: 1 is the word itself. */
const BEGUN = 0.85;
const BEGUN_ELSEWHERE = 0.7;
/** A word that is whole already may still go on: "mode", "model". */
const GOES_ON = 0.45;
const OTHER_WORD = 0.6;
const A_STEP = 0.15;
const OTHER_LETTER = 0.08;
const NO_NAME = 0.12;
const MOST_FORMS = 12;

/** How many steps a typing error may take in a word of so many letters. */
function allowed(length) {
  if (length < 3) return 0;
  return length < 6 ? 1 : length < 12 ? 2 : 3;
}

class Question {
  constructor(guide, text) {
    this.guide = guide;
    this.text = text;
    const bare = LEAD.test(text) ? text.replace(LEAD, "").replace(TAIL, "") : text;
    const typed = this.withoutVendor(guide.words.ofName(bare));
    this.meant = guide.whole.has(typed.join(" ")) ? undefined : guide.meant.get(typed.join(" "));
    const all = this.meant === undefined ? typed : guide.words.ofName(this.meant);
    const telling = all.filter((word) => !SMALL_WORDS.has(word));
    const words = telling.length ? telling : all;
    const late = all[0] === "explain" ? all.slice(1) : all.slice(all.findIndex((word) => !SMALL_WORDS.has(word)));
    /** The query as it may be somebody's name: with small words and, where that is none, without; and each with nothing between. */
    this.spelled = spelling(this.meant ?? bare);
    this.asked = new Set([all, late].map((some) => some.join(" ")));
    this.compares = COMPARISON.test(text);
    this.telling = this.compares || [...this.asked].some((name) => guide.whole.has(name)) ? "" : words.join(" ");
    this.joined = new Set([all, late, this.telling ? words : all].map((some) => some.join("").replace(VENDOR, "")));
    /** The same in any order. */
    this.inAnyOrder = this.stemsOf(all);
    this.tellingInAnyOrder = this.telling ? this.stemsOf(words) : undefined;
    this.tokens = this.split(words).map((word, place, list) => this.token(word, place === list.length - 1));
    this.join();
    this.find();
    /** What is marked in results: these stems, and what begins like the word that may still be being typed. */
    this.stems = new Set(this.tokens.flatMap(({ stem, forms }) => [stem, ...forms.keys()]));
    this.begun = this.tokens.at(-1)?.word;
    this.weight = this.tokens.reduce((sum, token) => sum + token.weight, 0);
    this.known = this.tokens.every((token) => token.known);
    this.sides = this.compares ? this.compared() : new Set();
    this.near = this.nearNames();
    /** The number of a section → the name of it that has most of the query. */
    this.best = new Map();
  }

  stemsOf(words) {
    return new Set(words.map((word) => this.guide.words.stem(word)));
  }

  /** "Amazon" and "AWS" stand before half of the names; so do they with typing errors. */
  withoutVendor(words) {
    const { guide } = this;
    const own = words.filter((word) => guide.knows(word) || word.length < 5 || steps(word, "amazon", 2) > 2);
    const bare = (word) => (!guide.knows(word) && guide.inNames.has(word.replace(VENDOR, "")) ? word.replace(VENDOR, "") : word);
    return (own.length ? own : words).map(bare);
  }

  /** What is compared, with and without small words. */
  compared() {
    const { words } = this.guide;
    const sides = this.text.replace(/^.*\bdifference between\b/i, "").split(SIDES).map((side) => words.ofName(side));
    const telling = (side) => side.filter((word) => !SMALL_WORDS.has(word)).join(" ");
    return new Set(sides.map((side) => (this.guide.whole.has(side.join(" ")) ? side.join(" ") : telling(side))).filter(Boolean));
  }

  /** Takes words apart that are two names' words written as one. */
  split(words) {
    const { guide } = this;
    return words.flatMap((word) => {
      if (guide.knows(word) || word.length < 6 || guide.beginning(word, 1).length) return [word];
      for (let cut = word.length - 2; cut > 1; cut--) {
        const parts = [word.slice(0, cut), word.slice(cut)];
        if (parts.every((part) => guide.inNames.has(part))) return parts;
      }
      return [word];
    });
  }

  /** A word: `forms` are the stems it may stand for, each with how near it is. */
  token(word, last) {
    const { guide } = this;
    const key = `${word} ${last}`;
    if (!guide.typed.has(key)) {
      if (guide.typed.size > 400) guide.typed.clear();
      guide.typed.set(key, this.formsOf(word, last));
    }
    const forms = new Map(guide.typed.get(key));
    const [nearest] = forms.keys();
    return { word, stem: guide.words.stem(word), known: guide.knows(word), last, forms, weight: guide.telling(guide.spread(nearest)) };
  }

  formsOf(word, last) {
    const { guide } = this;
    const known = guide.knows(word);
    const forms = new Map();
    const add = (other, near) => {
      const one = guide.words.stem(other);
      if (!(forms.get(one)?.near >= near)) forms.set(one, { word: other, near });
    };
    if (known) add(word, 1);
    const other = IN_OTHER_WORDS.get(word) ?? IN_OTHER_WORDS.get(word.replace(/s$/, ""));
    if (other) add(other, OTHER_WORD);
    if (word.length > 1 && (last || !known)) {
      for (const other of guide.beginning(word, 60)) {
        if (other !== word) add(other, known ? GOES_ON : guide.inNames.has(other) ? BEGUN : BEGUN_ELSEWHERE);
      }
    }
    if (!known) {
      this.nearWords(word, allowed(word.length), last, add);
      if (!forms.size && word.length > 4) this.nearWords(word, allowed(word.length) + 1, last, add);
    }
    return [...forms].sort((a, b) => b[1].near - a[1].near || guide.spread(b[0]) - guide.spread(a[0])).slice(0, MOST_FORMS);
  }

  nearWords(word, limit, last, add) {
    const { guide } = this;
    const own = letters(word);
    const consider = (other, underWay) => {
      const away = steps(word, other, limit, underWay);
      if (away > limit || SMALL_WORDS.has(other)) return;
      const name = guide.inNames.get(other) ?? 0;
      add(other, 1 - away * A_STEP - (word[0] === other[0] ? 0 : OTHER_LETTER) - (name ? 0 : NO_NAME) - (underWay ? A_STEP : 0) + Math.min(name, 40) / 1000);
    };
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      for (const other of guide.ofLength.get(length) ?? []) if (!unlike(own, other.letters, limit)) consider(other.word, false);
    }
    if (!last || word.length < 5) return;
    for (const other of guide.inNames.keys()) if (other.length > word.length + limit && other[0] === word[0]) consider(other, true);
  }

  /** Which sections have a word: by section, the nearest form `found` there, the nearest `told` in its text, all `seen` in sight. */
  find() {
    const { guide } = this;
    for (const token of this.tokens) {
      token.found = new Array(guide.sections.length);
      token.told = new Array(guide.sections.length);
      token.seen = new Array(guide.sections.length);
      for (const [stem, { word, near }] of [...token.forms].sort((a, b) => b[1].near - a[1].near)) {
        const form = { stem, word, near };
        for (const number of guide.inSight.get(stem) ?? NONE) {
          token.found[number] ??= form;
          (token.seen[number] ??= []).push(form);
        }
        for (const number of guide.toldIn(stem)) {
          token.found[number] ??= form;
          token.told[number] ??= form;
        }
      }
    }
  }

  /** Two or three words that are one elsewhere, as in "guard rails", stand for it too. */
  join() {
    const { guide, tokens } = this;
    for (let first = 0; first < tokens.length; first++) {
      for (let last = first + 1; last < Math.min(first + 3, tokens.length); last++) {
        const parts = tokens.slice(first, last + 1);
        const word = parts.map((token) => token.word).join("");
        if (!guide.inNames.has(word) && !guide.all.has(word)) continue;
        for (const token of parts) token.forms.set(guide.words.stem(word), { word, near: 0.95 });
      }
    }
  }

  /** The names that are the whole query but for typing errors and blanks, with how near they are. */
  nearNames() {
    const { guide } = this;
    const found = new Map();
    for (const joined of this.joined) {
      if (joined.length < 5) continue;
      const limit = joined.length < 8 ? 1 : joined.length < 14 ? 2 : 3;
      const own = letters(joined);
      for (const name of guide.names) {
        if (Math.abs(name.joined.length - joined.length) > limit || unlike(own, name.letters, limit) || found.get(name) >= 0.9) continue;
        const away = steps(joined, name.joined, limit);
        if (away > limit) continue;
        const near = (away ? 0.9 - away * A_STEP * (8 / Math.max(8, joined.length)) : 1) * (this.known && away ? 0.4 : 1);
        if (!(found.get(name) >= near)) found.set(name, near);
      }
    }
    return found;
  }

  meets(stem, word) {
    return this.stems.has(stem) || (this.begun?.length > 1 && word.startsWith(this.begun));
  }

  /** How near some stems that a section has in sight come to one of the query's words: 0 where they have none of its forms. */
  nearness(stems, token, number) {
    for (const { stem, near } of token.seen[number] ?? NONE) if (stems.has(stem)) return near;
    return 0;
  }
}

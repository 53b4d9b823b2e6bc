// Words: taken out of texts, cut to what they share with their other forms, compared letter by letter.
"use strict";

/** Takes texts apart as scripts/search/words.py does; both expressions come with the index. */
class Words {
  constructor(separator, endings) {
    this.separator = new RegExp(separator);
    this.endings = new RegExp(endings);
    this.stems = new Map();
    this.read = new Map();
  }

  of(text) {
    return text
      .toLowerCase()
      .split(this.separator)
      .map((word) => (word ?? "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
      .filter(Boolean);
  }

  stem(word) {
    let found = this.stems.get(word);
    if (found === undefined) this.stems.set(word, (found = word.replace(this.endings, "")));
    return found;
  }

  stemsOf(text) {
    return new Set(this.of(text).map((word) => this.stem(word)));
  }

  /** Where each word of a text stands, and what it is; made out when a result is first shown. */
  shown(text) {
    let found = this.read.get(text);
    if (!found) {
      found = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => {
        const plain = word.toLowerCase();
        return { index, length: word.length, plain, stem: this.stem(plain) };
      });
      this.read.set(text, found);
    }
    return found;
  }

  /** A name as it is compared: without the vendor, punctuation and case. */
  ofName(text) {
    const all = this.of(text);
    const own = all.filter((word) => word !== "amazon" && word !== "aws");
    return own.length ? own : all;
  }
}

/** Which letters a word has, a bit each: words of few steps differ in few. */
function letters(word) {
  let found = 0;
  for (let i = 0; i < word.length; i++) found |= 1 << (word.charCodeAt(i) % 32);
  return found;
}

/** Whether two words have so different letters that it takes more than limit steps: a step changes two at most. */
function unlike(one, other, limit) {
  let differ = one ^ other;
  let count = 0;
  for (; differ; differ &= differ - 1) count++;
  return count > 2 * limit;
}

const ROWS = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/**
 * In how many steps one word becomes the other (a letter changed, left out, added, or two exchanged), or limit + 1 where it
 * takes more than limit. With `under way`, b may go on where a ends. Words of more than 60 letters are not compared.
 */
function steps(a, b, limit, underWay = false) {
  if (a.length > 60 || b.length > 60 || a.length - b.length > limit || (!underWay && b.length - a.length > limit)) return limit + 1;
  let [before, last, row] = ROWS;
  const width = Math.min(b.length, a.length + limit);
  for (let j = 0; j <= width; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= width; j++) {
      let cost = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      if (last[j] + 1 < cost) cost = last[j] + 1;
      if (row[j - 1] + 1 < cost) cost = row[j - 1] + 1;
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && before[j - 2] + 1 < cost) cost = before[j - 2] + 1;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  if (!underWay) return width < b.length ? limit + 1 : last[width];
  let least = limit + 1;
  for (let j = 0; j <= width; j++) if (last[j] < least) least = last[j];
  return least;
}

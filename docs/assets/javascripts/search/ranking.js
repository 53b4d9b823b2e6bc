// Finds the sections that a question means and orders them; writes them as the theme's results.
"use strict";

/**
 * How much a word counts in a name of a section, in a phrase that it answers, in the sentence that says what it is about, in its
 * text or its page's name.
 */
const IN_NAME = 3;
const IN_ASKED = 2.5;
/** A phrase of which the query has only a part counts little more than text. */
const SHARPNESS = 2;
const IN_ABOUT = 2;
const IN_TEXT = 1;
/** A name that the query names whole goes before one of which it names a part. */
const WHOLE = 0.2;
/** That the query is a name goes before all words that it has. */
const NAMED = 1.4;
/**
 * How sure it is that a name is meant: the term's own, the heading of a section, the same words written otherwise or in any
 * order, all but small words, a name in code.
 */
const SAME = 1;
const HEADED = 0.97;
const SAME_WORDS = 0.95;
const ANY_ORDER = 0.9;
const TELLING = 0.85;
const CODE = 0.6;
/** How much the page itself counts for its best section, and all its sections together. */
const OWN = 4;
const TOGETHER = 0.3;
/** One of the two things that are compared. */
const SIDE = 0.5;
/** What counts less than this share of the best result is left out, and so are all after the first pages and sections. */
const LEAST = 0.12;
const MOST_PAGES = 50;
const MOST_SECTIONS = 8;
const LONGEST_TEXT = 220;
const MOST_OFFERED = 5;
const LONGEST_OFFERED = 40;
/** A name is offered that shares at least so much with the query; where only one of its words does, a little more. */
const FARTHEST = 0.6;
const PART = 0.08;
/** Nor is one that shares much less than the nearest. */
const FARTHER = 0.2;
const NOTHING = { stems: new Set(), share: 0, part: 0 };

/** What the theme draws: pages, each with the sections of it that were found, and beside it what was mended or may be meant. */
function answer(guide, text) {
  if (!guide.words.of(text).length) return { items: [] };
  const question = new Question(guide, text);
  const groups = ranked(guide, question);
  if (!groups.length) return { items: [], offered: offers(guide, question) };
  return { items: groups.map((group) => items(guide, question, group)), mended: mended(question, groups[0].fits[0]) };
}

/** The pages in order, each with its sections in order: `{ page, own, fits }`, where a fit is `{ section, fit, name }`. */
function ranked(guide, question) {
  const near = new Set([...question.near.keys()].map((name) => name.section));
  const pages = new Map();
  for (const section of guide.sections) {
    const { number, page } = section;
    if (!near.has(number) && !question.tokens.some((token) => token.found[number])) continue;
    const one = fitness(guide, question, section);
    if (one.fit <= 0) continue;
    let group = pages.get(page);
    if (!group) pages.set(page, (group = { page, own: 0, fits: [] }));
    group.fits.push(one);
    if (number === page) group.own = one.fit;
  }
  const groups = [...pages.values()];
  for (const group of groups) {
    group.fits.sort((a, b) => b.fit - a.fit || a.section.number - b.section.number);
    group.fit = group.fits[0].fit + group.own / OWN + TOGETHER * together(question, group.fits);
  }
  groups.sort((a, b) => b.fit - a.fit || a.page - b.page);
  const least = groups.length ? groups[0].fit * LEAST : 0;
  return groups.filter((group) => group.fit >= least).slice(0, MOST_PAGES);
}

/** Between 0 and 1 for the words that the sections of a page have together: a question may take more than one to answer. */
function together(question, fits) {
  let has = 0;
  let met = 0;
  question.tokens.forEach((token, place) => {
    let worth = 0;
    for (const { worths } of fits) if (worths[place] > worth) worth = worths[place];
    has += token.weight * worth;
    if (worth) met += token.weight;
  });
  return (has / question.weight / IN_NAME) * (met / question.weight);
}

/** Between 0 and 1 for the words that a section has, weighted by how telling they are; up to 1 more where it is what was named. */
function fitness(guide, question, section) {
  const { number } = section;
  const name = bestName(question, section);
  const phrase = best(question, section, section.asked);
  const about = best(question, section, section.about);
  const inPhrase = IN_TEXT + (IN_ASKED - IN_TEXT) * phrase.part ** SHARPNESS;
  const page = number === section.page ? name : bestName(question, guide.sections[section.page]);
  let has = 0;
  let met = 0;
  const worths = [];
  for (const token of question.tokens) {
    let worth = 0;
    if (token.seen[number]) {
      const near = (stems) => question.nearness(stems, token, number);
      const nearest = (lists) => lists.reduce((most, stems) => Math.max(most, near(stems)), 0);
      worth = IN_NAME * near(name.stems);
      if (worth < IN_NAME) {
        const inOther = Math.max(near(about.stems), nearest(section.named));
        worth = Math.max(worth, inPhrase * near(phrase.stems), IN_ABOUT * inOther, IN_TEXT * nearest(section.about));
      }
    }
    if (token.told[number]) worth = Math.max(worth, IN_TEXT * token.told[number].near);
    if (worth < IN_TEXT) worth = Math.max(worth, IN_TEXT * question.nearness(page.stems, token, section.page));
    worths.push(worth);
    has += token.weight * worth;
    if (worth) met += token.weight;
  }
  const covered = (has / question.weight / IN_NAME) * (met / question.weight);
  const compares = question.compares && section.location.startsWith("compare/") ? covered : 0;
  let whole = 0;
  let near;
  for (const one of section.names) {
    const same = named(question, one);
    if (same > whole) [whole, near] = [same, one];
  }
  const similar = Math.max(covered, whole);
  return { section, worths, fit: (NAMED * whole + similar + WHOLE * name.share + compares) * (whole < ANY_ORDER ? section.boost : 1), name: near };
}

/** How much of a name the query is: 1 where it is this name, less with typing errors or in another order. */
function named(question, name) {
  const sure = likeness(question, name);
  return name.text.includes("_") && !question.text.includes("_") ? Math.min(sure, CODE) : sure;
}

function likeness(question, name) {
  if (question.asked.has(name.plain)) return spelling(name.text) !== question.spelled ? SAME_WORDS : name.given ? SAME : HEADED;
  const other = same(question.inAnyOrder, name.stems) ? ANY_ORDER : same(question.tellingInAnyOrder, name.stems) ? TELLING : question.sides.has(name.plain) ? SIDE : 0;
  return Math.max(question.near.get(name) ?? 0, other);
}

function same(one, other) {
  return one !== undefined && one.size === other.size && [...one].every((stem) => other.has(stem));
}

/** The one name that has most of the query: words of different names add up to nothing. `share` is how whole it is named. */
function bestName(question, section) {
  if (!question.best.has(section.number)) question.best.set(section.number, best(question, section, section.named));
  return question.best.get(section.number);
}

/** The same of any lists of stems: names, phrases. */
function best(question, section, lists) {
  let found = NOTHING;
  let most = 0;
  if (!question.tokens.some((token) => token.seen[section.number])) return found;
  for (const stems of lists) {
    let has = 0;
    let hit = 0;
    for (const token of question.tokens) {
      const near = question.nearness(stems, token, section.number);
      has += near * token.weight;
      hit += near;
    }
    if (!has) continue;
    const part = has / question.weight;
    const share = part * Math.min(1, hit / stems.size);
    if (has + share / 100 > most) [found, most] = [{ stems, share, part }, has + share / 100];
  }
  return found;
}

/** The results of one page as the theme wants them: its sections, and the page itself, without which it draws nothing. */
function items(guide, question, { page, own, fits }) {
  const shown = fits.slice(0, MOST_SECTIONS).map(({ section, fit }) => item(question, section, fit + own / 4));
  if (!fits.slice(0, MOST_SECTIONS).some(({ section }) => section.number === page)) shown.push({ ...item(question, guide.sections[page], 0), terms: {} });
  return shown;
}

function item(question, section, score) {
  const terms = {};
  for (const token of question.tokens) {
    const [word, has] = formIn(section, token);
    terms[word] = has;
  }
  return {
    location: section.location,
    title: marked(question, section.title),
    text: shortened(question, section).map((sentence) => marked(question, sentence)).join(" "),
    tags: section.tags.length ? section.tags.map(tag) : undefined,
    score,
    terms,
  };
}

/** The form of a word that a section has, and whether it has one. */
function formIn(section, token) {
  const here = token.found[section.number];
  const there = token.seen[section.page]?.[0];
  const best = here && !(there?.near > here.near) ? here : there;
  return best ? [best.word, true] : [token.word, false];
}

function tag(text) {
  const exam = /^(C\d\d) /.exec(text);
  return exam ? `<span class="chips-${exam[1].toLowerCase()}">${escape(text)}</span>` : escape(text);
}

function escape(text) {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}

/** The sentences of a long text from the first on that has a word of the query. */
function shortened(question, { text, sentences, about }) {
  if (text.length <= LONGEST_TEXT) return sentences;
  const first = about.findIndex((stems) => question.tokens.some((token) => [...token.forms.keys()].some((stem) => stems.has(stem))));
  const begin = Math.max(first, 0);
  let end = begin + 1;
  for (let { length } = sentences[begin]; end < sentences.length && length + sentences[end].length < LONGEST_TEXT; end++) length += 1 + sentences[end].length;
  return sentences.slice(begin, end);
}

/** Plain text as HTML, with the words marked that were looked for. */
function marked(question, text) {
  let html = "";
  let end = 0;
  for (const { index, length, plain, stem } of question.guide.words.shown(text)) {
    if (!question.meets(stem, plain)) continue;
    html += `${escape(text.slice(end, index))}<mark>${escape(text.slice(index, index + length))}</mark>`;
    end = index + length;
  }
  return html + escape(text.slice(end));
}

/** What was looked for instead of what was typed, or nothing where a reader would see no difference. */
function mended(question, { section, name }) {
  if (question.meant !== undefined) return question.meant;
  const wrong = question.tokens.filter((token) => !token.known && ![...token.forms.values()].some(({ word }) => word.startsWith(token.word)));
  if (!wrong.length) return undefined;
  if (name && question.near.has(name)) return question.joined.has(name.joined) ? undefined : name.text;
  const instead = new Map(wrong.map((token) => [token.word, formIn(section, token)[0]]));
  const text = question.guide.words.of(question.text).map((word) => instead.get(word) ?? word).join(" ");
  return [...instead].every(([typed, used]) => typed === used) ? undefined : text;
}

/** The names that come nearest to a query that found nothing: by steps, by how they begin, by the pairs of letters they share. */
function offers(guide, question) {
  const typed = [...question.joined][0].slice(0, 60);
  const words = question.tokens.map((token) => token.word.slice(0, 60));
  const away = (one, other) => {
    const length = Math.max(one.length, other.length);
    const limit = Math.floor(length * FARTHEST);
    const taken = steps(one, other, limit);
    return taken > limit ? 1 : taken / length;
  };
  const scored = [];
  for (const name of guide.names) {
    if (!name.given || name.text.length > LONGEST_OFFERED) continue;
    const parts = name.plain.split(" ");
    const inParts = parts.flatMap((part) => words.map((word) => Math.min(away(word, part) + PART, strange(word, part) + PART)));
    const score = Math.min(away(typed, name.joined), strange(typed, name.joined), ...inParts) + name.joined.length / 1000;
    if (score < FARTHEST) scored.push({ name, score });
  }
  scored.sort((a, b) => a.score - b.score);
  const sections = new Map();
  for (const { name, score } of scored) if (score < scored[0].score + FARTHER && !sections.has(name.section)) sections.set(name.section, name.text);
  return [...new Set(sections.values())].slice(0, MOST_OFFERED);
}

/** From 0, where all pairs of letters of a name stand in a word, to 1, where none does. */
function strange(word, name) {
  if (name.length < 4) return 1;
  let shared = 0;
  for (let i = 0; i < name.length - 1; i++) if (word.includes(name.slice(i, i + 2))) shared++;
  return 1 - shared / (name.length - 1);
}

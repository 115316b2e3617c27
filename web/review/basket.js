// @ts-check
// A press review: articles in the order the reporter gave them, in sections, with notes. Plain values, changed by pure
// functions that answer a new review; what they cannot do they leave as it is. store.js keeps it, review.js shows it.

/**
 * @typedef {object} Entry an article taken into the review; what is not known is empty
 * @property {string} id
 * @property {string} link its address at the server, by which it is known here
 * @property {string} title
 * @property {string} source
 * @property {string} published
 * @property {string} language
 * @property {string[]} authors
 * @property {string} url
 * @property {string} extract a few lines of it, never the whole
 * @property {string} consulted the day it was taken, YYYY-MM-DD
 * @property {string} note the reporter's
 * @property {string} section the id of one of the review's, or "" for those before the first
 */
/** @typedef {{id: string, name: string}} Section */
/** @typedef {{title: string, introduction: string, sections: Section[], articles: Entry[]}} Review the articles of a section stand in their order among all */

export const MOST_ARTICLES = 500;
export const MOST_SECTIONS = 50;
export const MOST_EXTRACT = 300;

/** Longest texts, in UTF-16 units: enough for any article, so that a wrong file cannot fill the browser's store. */
const MOST = { id: 500, link: 2000, title: 1000, source: 300, published: 40, language: 40, url: 4000, extract: MOST_EXTRACT, consulted: 10, note: 5000, section: 40 };
const MOST_AUTHORS = 50;
const MOST_NAME = 300;
const MOST_INTRODUCTION = 20000;

/** @returns {Review} */
export function emptyReview() {
  return { title: '', introduction: '', sections: [], articles: [] };
}

/** @param {Review} review whether nothing would be lost with it */
export function isEmpty({ title, introduction, sections, articles }) {
  return title === '' && introduction === '' && sections.length === 0 && articles.length === 0;
}

/** @param {unknown} value @param {number} most @returns {string} */
function textOf(value, most) {
  return typeof value === 'string' ? value.slice(0, most) : '';
}

/** @param {unknown} value @returns {any[]} */
const listOf = (value) => (Array.isArray(value) ? value : []);

/** @param {any} value @param {Set<string>} sections @returns {Entry | null} nothing where it is no article */
function readEntry(value, sections) {
  const entry = /** @type {any} */ ({});
  for (const [name, most] of Object.entries(MOST)) {
    entry[name] = textOf(value?.[name], most);
  }
  entry.authors = listOf(value?.authors).slice(0, MOST_AUTHORS).map((author) => textOf(author, MOST_NAME)).filter((author) => author !== '');
  entry.section = sections.has(entry.section) ? entry.section : '';
  return entry.link === '' || entry.title === '' ? null : entry;
}

/** @template T @param {T[]} items @param {(item: T) => string} nameOf @returns {T[]} the first of each name */
function distinct(items, nameOf) {
  const seen = new Set();
  return items.filter((item) => !seen.has(nameOf(item)) && seen.add(nameOf(item)));
}

/**
 * A review from something that should be one: kept by the browser, or read from a file. Whatever is wrong in it is left out.
 *
 * @param {any} value
 * @returns {Review}
 */
export function readReview(value) {
  const sections = distinct(listOf(value?.sections)
    .map((one) => ({ id: textOf(one?.id, MOST.section), name: textOf(one?.name, MOST_NAME) }))
    .filter(({ id }) => id !== ''), ({ id }) => id).slice(0, MOST_SECTIONS);
  const ids = new Set(sections.map(({ id }) => id));
  const articles = distinct(listOf(value?.articles)
    .map((one) => readEntry(one, ids))
    .flatMap((entry) => (entry === null ? [] : [entry])), ({ link }) => link).slice(0, MOST_ARTICLES);
  return { title: textOf(value?.title, MOST_NAME), introduction: textOf(value?.introduction, MOST_INTRODUCTION), sections, articles };
}

/** A text in one line and short: cut after a word, with "…". @param {string} text @param {number} [most] */
export function shortened(text, most = MOST_EXTRACT) {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line.length <= most) {
    return line;
  }
  const cut = line.slice(0, most - 2);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')).replace(/[\s,;:–—-]+$/, '')} …`;
}

/**
 * @param {any} article as the server answers it, a hit or whole
 * @param {string} consulted YYYY-MM-DD
 * @returns {Entry}
 */
export function entryOf(article, consulted) {
  const snippet = listOf(article.snippet).map(({ text }) => text).join('');
  const extract = [snippet, article.standfirst, article.body].find((text) => typeof text === 'string' && text.trim() !== '') ?? '';
  const before = extract === snippet && /^\s*\p{Ll}/u.test(snippet) ? '… ' : '';
  const after = extract !== snippet || snippet === '' || /[.!?…»”"]\s*$/u.test(snippet) ? '' : ' …';
  const entry = readEntry({ ...article, extract: shortened(before + extract.trim() + after), consulted, note: '', section: '' }, new Set());
  return /** @type {Entry} */ (entry ?? { ...readEntry({ ...article, title: '–', link: article.link || '–' }, new Set()), consulted });
}

/** @param {Review} review @param {string} link */
export function has(review, link) {
  return review.articles.some((entry) => entry.link === link);
}

/** Adds an article at the end of the last section. @param {Review} review @param {Entry} entry @returns {Review} */
export function add(review, entry) {
  if (has(review, entry.link) || review.articles.length >= MOST_ARTICLES) {
    return review;
  }
  return { ...review, articles: [...review.articles, { ...entry, section: review.sections.at(-1)?.id ?? '' }] };
}

/** @param {Review} review @param {string} link @returns {Review} */
export function remove(review, link) {
  return { ...review, articles: review.articles.filter((entry) => entry.link !== link) };
}

/** @template T @param {T[]} items @param {number} place @param {T} item @returns {T[]} */
function inserted(items, place, item) {
  return [...items.slice(0, place), item, ...items.slice(place)];
}

/** Puts an article back where it was, as far as that can be told. @param {Review} review @param {Entry} entry @param {number} place */
export function putBack(review, entry, place) {
  if (has(review, entry.link) || review.articles.length >= MOST_ARTICLES) {
    return review;
  }
  const section = review.sections.some(({ id }) => id === entry.section) ? entry.section : '';
  return { ...review, articles: inserted(review.articles, place, { ...entry, section }) };
}

/** @param {Review} review @param {string} link @param {Partial<Pick<Entry, 'note'>>} change @returns {Review} */
export function amend(review, link, change) {
  return { ...review, articles: review.articles.map((entry) => (entry.link === link ? { ...entry, ...change } : entry)) };
}

/** The review in parts: those before the first section, then each section. @param {Review} review @returns {{section: Section, articles: Entry[]}[]} */
export function parts({ sections, articles }) {
  return [{ id: '', name: '' }, ...sections].map((section) => ({ section, articles: articles.filter((entry) => entry.section === section.id) }));
}

/**
 * @param {Review} review
 * @param {string} link of the article to put elsewhere
 * @param {string} section its id
 * @param {number} place among the others of that section
 * @returns {Review}
 */
export function place(review, link, section, place) {
  const moved = review.articles.find((entry) => entry.link === link);
  if (moved === undefined || (section !== '' && !review.sections.some(({ id }) => id === section))) {
    return review;
  }
  const groups = parts(remove(review, link));
  const group = groups.find((one) => one.section.id === section);
  group?.articles.splice(Math.max(0, place), 0, { ...moved, section });
  return { ...review, articles: groups.flatMap(({ articles }) => articles) };
}

/** One step up or down; over the edge of a section into the next. @param {Review} review @param {string} link @param {-1 | 1} by @returns {Review} */
export function step(review, link, by) {
  const groups = parts(review);
  const at = groups.findIndex(({ articles }) => articles.some((entry) => entry.link === link));
  const from = groups[at]?.articles.findIndex((entry) => entry.link === link) ?? -1;
  const to = from + by;
  if (at < 0) {
    return review;
  }
  if (to >= 0 && to < groups[at].articles.length) {
    return place(review, link, groups[at].section.id, to);
  }
  const next = groups[at + by];
  return next === undefined ? review : place(review, link, next.section.id, by < 0 ? next.articles.length : 0);
}

/** @param {Review} review @param {Section} section @returns {Review} */
export function addSection(review, section) {
  const full = review.sections.length >= MOST_SECTIONS || review.sections.some(({ id }) => id === section.id);
  return full ? review : { ...review, sections: [...review.sections, section] };
}

/** @param {Review} review @param {string} id @param {string} name @returns {Review} */
export function renameSection(review, id, name) {
  return { ...review, sections: review.sections.map((section) => (section.id === id ? { id, name } : section)) };
}

/** Takes a section away; its articles go to the end of the one before it. @param {Review} review @param {string} id @returns {Review} */
export function removeSection(review, id) {
  const groups = parts(review);
  const at = groups.findIndex(({ section }) => section.id === id);
  if (at < 1) {
    return review;
  }
  const before = groups[at - 1].section.id;
  const articles = groups.flatMap((group, n) => (n === at ? group.articles.map((entry) => ({ ...entry, section: before })) : group.articles));
  return { ...review, sections: review.sections.filter((section) => section.id !== id), articles };
}

/** @param {Review} review @param {string} id @param {-1 | 1} by @returns {Review} */
export function stepSection(review, id, by) {
  const at = review.sections.findIndex((section) => section.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= review.sections.length) {
    return review;
  }
  const sections = inserted(review.sections.filter((section) => section.id !== id), to, review.sections[at]);
  return { ...review, sections, articles: parts({ ...review, sections }).flatMap(({ articles }) => articles) };
}

/**
 * Two reviews in one: the first as it is, then what only the second has. Texts of the first win, where it has any.
 *
 * @param {Review} mine @param {Review} other @returns {Review}
 */
export function merge(mine, other) {
  const known = new Map(mine.sections.map(({ id, name }) => [name.trim().toLowerCase(), id]));
  const ids = new Map(other.sections.map(({ id, name }) => [id, known.get(name.trim().toLowerCase()) ?? id]));
  const sections = distinct([...mine.sections, ...other.sections.filter(({ id }) => ids.get(id) === id)], ({ id }) => id);
  const articles = [...mine.articles, ...other.articles.map((entry) => ({ ...entry, section: ids.get(entry.section) ?? '' }))];
  return readReview({ title: mine.title || other.title, introduction: mine.introduction || other.introduction, sections, articles });
}

// @ts-check
// Articles as entries of a BibLaTeX file, for biber and everything that reads such files (Zotero, JabRef…). Fields and entry
// types are those of the BibLaTeX manual (ctan.org/pkg/biblatex), sections 2.1 and 2.2.

import { authorsOf, oneLine, turned } from './names.js';

/**
 * An article to be cited: what is not known is missing or empty.
 *
 * @typedef {object} Cited
 * @property {string} title
 * @property {string} [source]
 * @property {string} [published] begins with YYYY, YYYY-MM or YYYY-MM-DD
 * @property {string} [language]
 * @property {string[]} [authors]
 * @property {string} [url] where a reader can open it
 * @property {string} [consulted] YYYY-MM-DD
 */

/** What babel calls a language. */
const LANGIDS = /** @type {Record<string, string>} */ ({
  fr: 'french', en: 'english', de: 'german', es: 'spanish', it: 'italian', pt: 'portuguese', nl: 'dutch', pl: 'polish', uk: 'ukrainian', ru: 'russian',
  sv: 'swedish', nb: 'norsk', no: 'norsk', da: 'danish', fi: 'finnish', el: 'greek', tr: 'turkish', cs: 'czech', ro: 'romanian', ar: 'arabic', he: 'hebrew',
});

/** Marks with a meaning to TeX. Braces are named, not escaped: biber counts them even after a backslash. */
const MARKS = /** @type {Record<string, string>} */ ({
  '\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
});

/** Words that say nothing of a title in a key. */
const SMALL_WORDS = new Set('le la les un une des du de en et au aux sur pour dans par the a an of to in on and for with its'.split(' '));

/** A text as TeX sets it. @param {string | undefined} text */
export function tex(text) {
  return oneLine(text).replace(/[\\{}~^]/g, (mark) => MARKS[mark]).replace(/[#$%&_]/g, '\\$&');
}

/** The part of a date that a calendar has. @param {string | undefined} published */
export function calendarDate(published) {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(published ?? '')?.[0] ?? '';
}

/** An address, which BibLaTeX takes as it stands. @param {string | undefined} url */
function plainUrl(url) {
  return oneLine(url).replace(/[\\{}^ ]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** @param {import('./names.js').Name} name */
function texName(name) {
  const whole = name.given === '' || /[^\p{L}\p{M}\s.'’-]/u.test(name.family + name.given);
  return whole ? `{${tex(turned(name))}}` : tex(turned(name));
}

/** @param {string} text the letters and digits that every program takes in a key */
function keyPart(text) {
  return text.normalize('NFD').replace(/œ/g, 'oe').replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

/** "kerdrel2025inde": who, when, the first word that counts. @param {Cited} article */
function keyOf(article) {
  const who = authorsOf(article)[0]?.family ?? article.source ?? '';
  const words = oneLine(article.title).split(/[^\p{L}\p{M}\p{N}]+/u).map(keyPart);
  const word = words.find((one) => one.length > 1 && !SMALL_WORDS.has(one)) ?? '';
  return `${keyPart(who).slice(0, 24)}${calendarDate(article.published).slice(0, 4)}${word.slice(0, 24)}` || 'article';
}

/** @param {Cited} article */
function typeOf({ source, url }) {
  if (oneLine(source) !== '') {
    return 'article';
  }
  return oneLine(url) === '' ? 'misc' : 'online';
}

/**
 * One entry.
 *
 * @param {Cited} article
 * @param {{taken?: Set<string>, more?: [string, string | undefined][]}} [how] keys in use, to which its own is added; further fields, as plain text
 * @returns {string} lines without one after the last
 */
export function biblatexEntry(article, { taken = new Set(), more = [] } = {}) {
  const url = plainUrl(article.url);
  const name = keyOf(article);
  let key = name;
  for (let n = 2; taken.has(key); n += 1) {
    key = `${name}-${n}`;
  }
  taken.add(key);
  const type = typeOf(article);
  const fields = /** @type {[string, string][]} */ ([
    ['author', authorsOf(article).map(texName).join(' and ')],
    ['title', `{${tex(article.title)}}`],  // in braces twice: its capitals stay as they are
    [type === 'article' ? 'journaltitle' : 'organization', tex(article.source)],
    ['entrysubtype', type === 'article' ? 'newspaper' : ''],
    ['date', calendarDate(article.published)],
    ['langid', LANGIDS[(article.language ?? '').split('-', 1)[0]] ?? ''],
    ['url', url],
    ['urldate', url === '' ? '' : article.consulted ?? ''],
    ...more.map(([field, text]) => [field, tex(text)]),
  ]).filter(([, value]) => value !== '');
  return `@${type}{${key},\n${fields.map(([field, value]) => `  ${field} = {${value}},`).join('\n')}\n}`;
}

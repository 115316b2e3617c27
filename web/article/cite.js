// @ts-check
// An article cited in four styles: as a French newsroom writes it, APA (Publication Manual, 7th ed., 10.1, newspaper
// articles), Chicago (Manual of Style, 17th ed., 14.191-14.200, bibliography form) and BibLaTeX. APA and Chicago are English
// styles, whatever the language of the article; the title stays as it was printed.

import { biblatexEntry, calendarDate } from './biblatex.js';
import { authorsOf, initials, oneLine, spoken, turned } from './names.js';

/** @typedef {import('./biblatex.js').Cited} Cited */
/** @typedef {import('./names.js').Name} Name */
/** @typedef {{text: string, italic?: boolean, lang?: string}} Run "lang" where it is not the style's own */

/** The styles, in the order shown, and the language that each is written in; BibLaTeX is written in none. */
export const STYLES = /** @type {const} */ ({ newsroom: 'fr', apa: 'en', chicago: 'en', biblatex: '' });

const APA_MOST_AUTHORS = 20;
const CHICAGO_MOST_AUTHORS = 10;
const CHICAGO_SHOWN = 7;

/**
 * @param {string} date YYYY, YYYY-MM or YYYY-MM-DD
 * @param {string} locale
 * @returns {{year: string, month: string, day: string}} "month" is its name; what is not known is empty
 */
function dateParts(date, locale) {
  const [year, month = '', day = ''] = date.split('-');
  const named = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return { year, month: month === '' ? '' : named.format(new Date(Date.UTC(2000, Number(month) - 1, 1))), day: String(Number(day) || '') };
}

/** "1er juin 2025". @param {string} date */
function frenchDate(date) {
  const { year, month, day } = dateParts(date, 'fr-FR');
  return [day === '1' ? '1er' : day, month, year].filter((part) => part !== '').join(' ');
}

/** "June 1, 2025". @param {string} date */
function americanDate(date) {
  const { year, month, day } = dateParts(date, 'en-US');
  const start = [month, day].filter((part) => part !== '').join(' ');
  return day === '' ? `${start} ${year}`.trim() : `${start}, ${year}`;
}

/** Ends a sentence, unless it has an end. @param {string} text */
function ended(text) {
  return /[.!?…][”’»"]?$/.test(text) ? text : `${text}.`;
}

/** "A, B et C". @param {string[]} names @param {string} last what stands before the last @param {string} [beforeLast] the same where there are more than two */
function listed(names, last, beforeLast = last) {
  const end = names.length > 2 ? beforeLast : last;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${end}${names[names.length - 1]}`;
}

/** The title's own language. @param {Cited} article @param {string} text @returns {Run} */
function titleRun({ language }, text) {
  return language && language !== 'und' ? { text, lang: language } : { text };
}

/** @param {Cited} article @returns {Run[]} */
function newsroom(article) {
  const source = oneLine(article.source);
  const date = calendarDate(article.published);
  const url = oneLine(article.url);
  const authors = listed(authorsOf(article).map(spoken), ' et ');
  const title = oneLine(article.title).replace(/[«“]\s*/g, '“').replace(/\s*[»”]/g, '”');
  /** @type {Run[][]} */
  const parts = [
    [{ text: '«\u202f' }, titleRun(article, title), { text: '\u202f»' }],
    source === '' ? [] : [{ text: source, italic: true }],
    [{ text: date === '' ? 'sans date' : frenchDate(date) }],
    authors === '' ? [] : [{ text: `par ${authors}` }],
    url === '' ? [] : [{ text: url }],
    url === '' || !article.consulted ? [] : [{ text: `consulté le ${frenchDate(article.consulted)}` }],
  ];
  const runs = parts.filter((part) => part.length > 0).flatMap((part, place) => (place === 0 ? part : [{ text: ', ' }, ...part]));
  return [...runs, { text: '.' }];
}

/** @param {Name[]} authors */
function apaAuthors(authors) {
  const names = authors.map(({ family, given }) => turned({ family, given: initials(given) }));
  return names.length > APA_MOST_AUTHORS
    ? `${names.slice(0, APA_MOST_AUTHORS - 1).join(', ')}, . . . ${names[names.length - 1]}`
    : listed(names, ', & ');
}

/** @param {string} date */
function apaDate(date) {
  const { year, month, day } = dateParts(date, 'en-US');
  const rest = [month, day].filter((part) => part !== '').join(' ');
  return rest === '' ? year : `${year}, ${rest}`;
}

/** @param {Cited} article @returns {Run[]} */
function apa(article) {
  const authors = apaAuthors(authorsOf(article));
  const source = oneLine(article.source);
  const date = calendarDate(article.published);
  const url = oneLine(article.url);
  const title = titleRun(article, ended(oneLine(article.title)));
  const when = { text: ` (${date === '' ? 'n.d.' : apaDate(date)}).` };
  const retrieved = date === '' && article.consulted ? `Retrieved ${americanDate(article.consulted)}, from ` : '';
  return [
    ...(authors === '' ? [title, when] : [{ text: ended(authors) }, when, { text: ' ' }, title]),
    ...(source === '' ? [] : [{ text: ' ' }, { text: source, italic: true }, { text: source.endsWith('.') ? '' : '.' }]),
    ...(url === '' ? [] : [{ text: ` ${retrieved}${url}` }]),
  ].filter(({ text }) => text !== '');
}

/** @param {Name[]} authors */
function chicagoAuthors(authors) {
  const shown = authors.length > CHICAGO_MOST_AUTHORS ? authors.slice(0, CHICAGO_SHOWN) : authors;
  const names = shown.map((name, place) => (place === 0 ? turned(name) : spoken(name)));
  return shown.length < authors.length ? `${names.join(', ')}, et al.` : listed(names, ', and ');
}

/** @param {Cited} article @returns {Run[]} */
function chicago(article) {
  const authors = chicagoAuthors(authorsOf(article));
  const source = oneLine(article.source);
  const date = calendarDate(article.published);
  const url = oneLine(article.url);
  const title = ended(oneLine(article.title).replace(/"([^"]*)"/g, '‘$1’').replace(/“/g, '‘').replace(/”/g, '’'));
  const when = date === '' ? '' : americanDate(date);
  /** @type {Run[]} */
  const runs = [{ text: `${authors === '' ? '' : `${ended(authors)} `}“` }, titleRun(article, title), { text: '”' }];
  if (source !== '') {
    runs.push({ text: ' ' }, { text: source, italic: true }, { text: when === '' ? ended(source).slice(source.length) : `, ${when}.` });
  } else if (when !== '') {
    runs.push({ text: ` ${when}.` });
  }
  if (url !== '') {
    runs.push({ text: `${date === '' && article.consulted ? ` Accessed ${americanDate(article.consulted)}.` : ''} ${url}.` });
  }
  return runs.filter(({ text }) => text !== '');
}

const WRITERS = { newsroom, apa, chicago, biblatex: (/** @type {Cited} */ article) => [{ text: biblatexEntry(article) }] };

/**
 * @param {keyof typeof STYLES} style
 * @param {Cited} article
 * @returns {Run[]} the citation, to be joined without anything between
 */
export function cite(style, article) {
  return WRITERS[style](article);
}

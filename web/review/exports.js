// @ts-check
// The press review in forms that other programs read: Markdown, CSV, RIS, BibLaTeX and plain text. Pure; the letter as HTML
// is letter.js. All write extracts and links, never a whole article.

import { biblatexEntry, calendarDate } from '../article/biblatex.js';
import { authorsOf, oneLine, turned } from '../article/names.js';
import { spreadsheet } from '../shared/files.js';
import { dayName, pageLanguage, t } from '../shared/text.js';
import { today } from '../shared/today.js';
import { parts } from './basket.js';

/** @typedef {import('./basket.js').Review} Review */
/** @typedef {import('./basket.js').Entry} Entry */
/** @typedef {(entry: Entry) => string} AddressOf where its reader can open an article; "" where nowhere */

/** The parts that are not empty. @param {Review} review */
export function filledParts(review) {
  return parts(review).filter(({ section, articles }) => articles.length > 0 || section.name !== '');
}

/** @param {Review} review */
export function titleOf({ title }) {
  return oneLine(title) || t('review.untitled', { day: dayName(today()) });
}

/** "Le Monde, 17 juin 2025, par Camille Arnaud". @param {Entry} entry */
export function factsOf({ source, published, authors }) {
  const names = authors.map(oneLine).filter((name) => name !== '');
  return [
    oneLine(source), published === '' ? t('date.none') : dayName(published), names.length === 0 ? '' : t('by', { authors: names.join(', ') }),
  ].filter((fact) => fact !== '').join(', ');
}

/** @param {string} text @returns {string[]} its lines that are not blank */
export function linesOf(text) {
  return text.split(/[\r\n\u2028\u2029]+/).map(oneLine).filter((line) => line !== '');
}

/** Text that Markdown (CommonMark 0.31) shows as it is. @param {string} text */
function markdownText(text) {
  return oneLine(text).replace(/[\\`*_{}[\]<>#|~!&=$^]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-+:])/, '\\$1').replace(/--/g, '-\\-');
}

/** @param {string} url */
function markdownUrl(url) {
  return url.replace(/[<>\\()\s"'`]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** @param {Review} review @param {AddressOf} addressOf */
export function markdown(review, addressOf) {
  const blocks = [`# ${markdownText(titleOf(review))}`, ...linesOf(review.introduction).map(markdownText)];
  for (const { section, articles } of filledParts(review)) {
    blocks.push(...(section.name === '' ? [] : [`## ${markdownText(section.name)}`]));
    for (const entry of articles) {
      const url = addressOf(entry);
      const title = markdownText(entry.title);
      blocks.push(`### ${url === '' ? title : `[${title}](${markdownUrl(url)})`}`, markdownText(factsOf(entry)));
      blocks.push(...(entry.extract === '' ? [] : [`> ${markdownText(entry.extract)}`]));
      blocks.push(...linesOf(entry.note).map((line) => `**${markdownText(t('review.note'))}** ${markdownText(line)}`));
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

/** @param {Review} review @param {AddressOf} addressOf what goes with the letter where rich text cannot */
export function plainText(review, addressOf) {
  const blocks = [titleOf(review).toUpperCase(), ...linesOf(review.introduction)];
  for (const { section, articles } of filledParts(review)) {
    blocks.push(...(section.name === '' ? [] : [`— ${oneLine(section.name)} —`]));
    for (const entry of articles) {
      const lines = [oneLine(entry.title), factsOf(entry), entry.extract, ...linesOf(entry.note).map((line) => `→ ${line}`), addressOf(entry)];
      blocks.push(lines.filter((line) => line !== '').join('\n'));
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

/**
 * A table for a spreadsheet.
 *
 * @param {Review} review @param {AddressOf} addressOf
 */
export function csv(review, addressOf) {
  const columns = ['number', 'section', 'title', 'source', 'published', 'authors', 'language', 'url', 'extract', 'note'];
  const rows = [columns.map((name) => t(`review.column.${name}`))];
  for (const { section, articles } of parts(review)) {
    for (const entry of articles) {
      rows.push([
        String(rows.length), section.name, entry.title, entry.source, calendarDate(entry.published), entry.authors.join(', '),
        entry.language, addressOf(entry), entry.extract, entry.note,
      ]);
    }
  }
  return spreadsheet(rows, pageLanguage());
}

/** The tags of the RIS format for an article of a newspaper, as Zotero and EndNote read them. @param {Review} review @param {AddressOf} addressOf */
export function ris(review, addressOf) {
  const records = parts(review).flatMap(({ section, articles }) => articles.map((entry) => {
    const url = addressOf(entry);
    const date = calendarDate(entry.published);
    const [year, month = '', day = ''] = date.split('-');
    const tags = /** @type {[string, string][]} */ ([
      ['TI', entry.title], ...authorsOf(entry).map((name) => ['AU', turned(name)]), ['T2', entry.source], ['PY', year],
      ['DA', date === '' ? '' : `${year}/${month}/${day}/`], ['LA', entry.language], ['AB', entry.extract], ['KW', section.name],
      ['UR', url], ['Y2', url === '' ? '' : entry.consulted.replace(/-/g, '/')], ['N1', linesOf(entry.note).join(' ')],
    ]);
    const lines = tags.map(([tag, text]) => [tag, oneLine(text)]).filter(([, text]) => text !== '').map(([tag, text]) => `${tag}  - ${text}\r\n`);
    return `TY  - NEWS\r\n${lines.join('')}ER  - \r\n`;
  }));
  return records.join('\r\n');
}

/** @param {Review} review @param {AddressOf} addressOf */
export function biblatex(review, addressOf) {
  const taken = /** @type {Set<string>} */ (new Set());
  return parts(review).flatMap(({ section, articles }) => articles.map((entry) => `${biblatexEntry({ ...entry, url: addressOf(entry) }, {
    taken, more: [['abstract', entry.extract], ['keywords', section.name.replace(/,/g, ' ')], ['annotation', entry.note]],
  })}\n`)).join('\n');
}

/** The forms that are files of text: what a file of it ends in, its type, its writer. */
export const FORMS = /** @type {const} */ ({
  markdown: { ending: 'md', type: 'text/markdown', write: markdown },
  csv: { ending: 'csv', type: 'text/csv', write: csv },
  ris: { ending: 'ris', type: 'application/x-research-info-systems', write: ris },
  biblatex: { ending: 'bib', type: 'application/x-bibtex', write: biblatex },
});

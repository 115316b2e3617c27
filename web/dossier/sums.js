// @ts-check
// The largest sums told of an entity, each in its sentence.

import { searchForSum } from '../facets/facets.js';
import { articleOfLink, writeAddress } from '../shared/address.js';
import { dayName, element, langOf, marked, t } from '../shared/text.js';
import { naming } from './naming.js';
import { shortened } from './shortened.js';

/** @typedef {import('../shared/text.js').Segment} Segment */
/** @typedef {import('./naming.js').Entity} Entity */
/**
 * @typedef {object} ToldSum
 * @property {string} text
 * @property {number} value
 * @property {string} currency
 * @property {string} sentence
 * @property {{id: string}[]} entities
 * @property {{title: string, link: string, language?: string, source?: string, published?: string}} article
 */

const SHOWN = 5;
/** So many characters of a sentence on either side of its sum. */
const AROUND = 240;

/**
 * A sentence with its sum marked: "5 millions" where it stands alone, not within "15 millions" or "2,5 millions". Of a very
 * long one what is about the sum.
 *
 * @param {string} sentence
 * @param {string} sum as it is written there
 * @returns {Segment[]}
 */
export function sumSegments(sentence, sum) {
  let at = sentence.indexOf(sum);
  while (at > 0 && /[\p{L}\p{N}]$|\p{N}[.,\u00a0\u202f]$/u.test(sentence.slice(0, at))) {
    at = sentence.indexOf(sum, at + 1);
  }
  if (at < 0 || sum === '') {
    return [{ text: sentence, match: false }];
  }
  return [
    { text: ending(sentence.slice(0, at)), match: false }, { text: sum, match: true }, { text: beginning(sentence.slice(at + sum.length)), match: false },
  ].filter(({ text }) => text !== '');
}

/** @param {string} text @returns {string} all, or its beginning in whole words */
function beginning(text) {
  return text.length <= AROUND ? text : `${text.slice(0, AROUND).replace(/\s+\S*$/u, '')} …`;
}

/** @param {string} text @returns {string} all, or its end in whole words */
function ending(text) {
  return text.length <= AROUND ? text : `… ${text.slice(-AROUND).replace(/^\S*\s+/u, '')}`;
}

/** @param {ToldSum} told @param {Entity} entity @returns {HTMLElement} */
function item(told, entity) {
  const { article, sentence, text } = told;
  const search = naming([entity]);
  const lang = langOf(article.language);
  const address = writeAddress({ ...search, article: articleOfLink(article.link) });
  const isTitle = sentence.trim() === article.title.trim();
  const said = marked(sumSegments(sentence, text));
  return element('li', { class: 'sums__item' },
    element('a', { class: 'sums__sum', lang, href: writeAddress(searchForSum(search, told)), title: t('tag.sum', { name: text }) }, text),
    element('div', {},
      element('p', { class: 'sums__sentence', lang }, ...(isTitle ? [element('a', { href: address }, ...said)] : said)),
      element('p', { class: 'facts' },
        article.source ? element('span', { class: 'facts__source' }, article.source) : null,
        article.published ? element('time', { dateTime: article.published }, dayName(article.published)) : element('span', {}, t('date.none'))),
      isTitle ? null : element('p', { class: 'sums__article', lang }, element('a', { href: address }, article.title))));
}

/**
 * Those in a sentence that names it, and those that articles about it tell of something else.
 *
 * @param {Entity} entity
 * @returns {HTMLElement | null} nothing where no sum is told
 */
export function sumsSection(entity) {
  const { amounts, id } = entity;
  if (amounts.length === 0) {
    return null;
  }
  const names = (/** @type {ToldSum} */ { entities }) => entities.some((one) => one.id === id);
  const groups = [
    { key: 'dossier.sums.named', list: amounts.filter(names) },
    { key: 'dossier.sums.beside', list: amounts.filter((told) => !names(told)) },
  ].filter(({ list }) => list.length > 0);
  const isSplit = groups.length > 1;
  return element('section', { class: 'dossier__sums' },
    element('h2', { class: 'dossier__part' }, t('dossier.sums')),
    ...groups.flatMap(({ key, list }) => {
      const title = isSplit ? element('h3', { class: 'dossier__group' }, t(key)) : null;
      const items = list.map((told) => item(told, entity));
      return [title, ...shortened(element('ol', { class: 'sums' }, ...items), items, isSplit ? 3 : SHOWN, key)];
    }).filter((node) => node !== null));
}

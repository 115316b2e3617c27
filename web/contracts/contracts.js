// @ts-check
// The sums of money of a search as a table: who, what, when, in which sentence. A view of the search like the results, with the same filters.

import { sumSegments } from '../dossier/sums.js';
import { sumFields } from '../facets/sums.js';
import { chips, pagerLinks } from '../search/results.js';
import { amountsAddress, articleOfLink, changed, choose, filtersOf, searchAddress, writeAddress } from '../shared/address.js';
import { dayName, element, labelOf, langOf, marked, money, t } from '../shared/text.js';
import { rootsOf, withWords } from './marks.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {{id: string, kind: string, label: string, labels: Record<string, string>}} Entity */
/** @typedef {import('../dossier/sums.js').ToldSum & {entities: Entity[]}} Told */

const PER_PAGE = '25';

/** Those who pay and are paid; the rest is what is paid for. */
const WHO = ['organisation', 'person'];

/** The columns that sort: the order of their first click, and of the second. */
const ORDERS = /** @type {Record<string, string[]>} */ ({ sum: ['', 'smallest'], day: ['newest', 'oldest'] });

/**
 * How a column stands, and the order that its heading leads to.
 *
 * @param {'sum' | 'day'} column
 * @param {string} order the one in force
 * @returns {{sorted: 'ascending' | 'descending' | 'none', next: string}}
 */
export function sorting(column, order) {
  const [first, second] = ORDERS[column];
  if (order === first) {
    return { sorted: 'descending', next: second };
  }
  return { sorted: order === second ? 'ascending' : 'none', next: first };
}

/** @param {'sum' | 'day'} column @param {Search} search @returns {HTMLElement} */
function sortingHead(column, search) {
  const { sorted, next } = sorting(column, search.order);
  const sign = { ascending: '↑', descending: '↓', none: '' }[sorted];
  return element('th', { scope: 'col', 'aria-sort': sorted },
    element('a', {
      class: 'contracts__sort', href: writeAddress({ ...search, page: 1, order: next }), 'data-go': 'stay', 'data-key': `sort ${column}`, title: t(`contracts.sort.${next || 'largest'}`),
    }, t(`contracts.${column}`), element('span', { 'aria-hidden': 'true' }, ` ${sign}`)));
}

/** @param {Entity[]} entities @param {Search} search @returns {HTMLElement[]} */
function named(entities, search) {
  return entities.map((entity) => {
    const { id, kind } = entity;
    const name = labelOf(entity);
    return element('li', {}, element('a', { class: 'tag', href: writeAddress(choose(search, kind, id, 'include')), title: t(`tag.${kind}`, { name }), 'data-go': 'stay' }, name));
  });
}

/** @param {Told} told @param {Search} search @param {Set<string>} roots of the words to mark @returns {HTMLElement} */
function row(told, search, roots) {
  const { text, value, currency, sentence, entities, article } = told;
  const lang = langOf(article.language);
  const address = writeAddress({ ...search, page: 1, article: articleOfLink(article.link) });
  const cell = (/** @type {string} */ name, /** @type {(Node | string | null)[]} */ ...children) => element('td', { class: `contracts__${name}`, 'data-name': t(`contracts.${name}`) }, ...children);
  const list = (/** @type {boolean} */ isWho) => {
    const items = named(entities.filter(({ kind }) => WHO.includes(kind) === isWho), search);
    return items.length > 0 ? element('ul', { class: 'contracts__names' }, ...items) : null;
  };
  const isTitle = sentence.trim() === article.title.trim();
  const said = marked(withWords(sumSegments(sentence, text), roots));
  return element('tr', {},
    element('th', { class: 'contracts__sum', scope: 'row' },
      element('span', { class: 'contracts__value' }, money(value, currency)), element('span', { class: 'quiet', lang }, text)),
    cell('who', list(true)), cell('what', list(false)),
    cell('day', article.published ? element('time', { dateTime: article.published }, dayName(article.published, 'medium')) : t('date.none'),
      element('span', { class: 'quiet' }, article.source ?? '')),
    cell('sentence', isTitle ? null : element('p', { lang }, ...said),
      element('p', { class: 'contracts__article', lang }, element('a', { href: address, 'data-key': `sum ${article.link} ${text}` }, ...(isTitle ? said : [article.title])))));
}

/** @param {{amounts: Told[], query: {translations?: {to: string[]}[]}}} answer @param {Search} search @returns {HTMLElement} */
function table({ amounts, query }, search) {
  const head = (/** @type {string} */ name) => element('th', { scope: 'col' }, t(`contracts.${name}`));
  const roots = rootsOf(search.q, query.translations);
  return element('table', { class: 'contracts' },
    element('caption', { class: 'unseen' }, t('contracts.caption')),
    element('thead', {}, element('tr', {}, sortingHead('sum', search), head('who'), head('what'), sortingHead('day', search), head('sentence'))),
    element('tbody', {}, ...amounts.map((told) => row(told, search, roots))));
}

/** @param {number} total @param {Search} search */
function heading(total, search) {
  const query = search.q.trim();
  return query === '' ? t('contracts.count', { n: total }) : t('contracts.count.query', { n: total, query });
}

/** The way out of an empty table. @param {Search} search @returns {HTMLElement} */
function nothing(search) {
  const ways = filtersOf(search).map(({ without }) => without);
  return element('div', {},
    element('p', {}, t('contracts.none')),
    ways.length > 0 ? element('p', { class: 'ways' }, element('a', { class: 'button', href: writeAddress(ways[ways.length - 1]) }, t('contracts.loosen'))) : null);
}

/** @param {Search} given @param {import('../app.js').Desk} desk @returns {Promise<import('../app.js').View>} */
export async function view(given, { asker, go }) {
  const asked = { ...given, perPage: given.perPage || PER_PAGE };
  const [answer, articles] = await Promise.all([
    asker(amountsAddress(asked)),
    asker(searchAddress({ ...given, page: 1 }, { per_page: '1', facet_size: '50' })),  // the labels of filters, the currencies there are
  ]);
  const title = heading(answer.total, given);
  const results = writeAddress(changed(given, { view: '', order: '' }));
  const tools = element('p', { class: 'contracts__tools' },
    element('a', { href: results, 'data-go': 'back' }, `← ${t('articles', { n: articles.total })}`),
    element('a', { href: amountsAddress(given, '.csv'), title: t('contracts.csv.title') }, 'CSV'));
  const filters = element('div', { class: 'chips', role: 'group', 'aria-label': t('chips.label') }, ...chips(given, articles));
  return {
    title,
    nodes: [
      tools,
      element('h1', { class: 'count', tabIndex: -1 }, title),
      filters,
      element('details', { class: 'contracts__narrow', open: given.amountMin !== '' || given.amountMax !== '' || given.include.currency !== undefined },
        element('summary', {}, t('contracts.narrow')), sumFields(given, articles.facets.currency?.values ?? [], go)),
      element('p', { class: 'quiet' }, t('contracts.how')),
      answer.total > 0 ? table(answer, given) : nothing(given),
      element('nav', { class: 'pager', 'aria-label': t('pager.label') }, ...pagerLinks(answer, given)),
    ],
  };
}

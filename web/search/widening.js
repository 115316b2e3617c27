// @ts-check
// No result: the ways to widen the search, each with the number of articles it would find. Ways that find nothing are not offered.

import { ask, changed, filtersOf, searchAddress, withoutFilters, writeAddress } from '../shared/address.js';
import { filterName } from './results.js';
import { element, number, t } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {import('./results.js').Answer} Answer */
/** @typedef {{name: string, search: Search}} Way */

/** More ways than this are not a help. */
const MOST_WAYS = 8;

/**
 * @param {Search} search
 * @param {Answer} answer without any hit
 * @returns {Way[]} from the one that changes least
 */
export function waysToWiden(search, answer) {
  const filters = filtersOf(search);
  const words = search.q.trim();
  const ways = [];
  if (answer.query.suggestion) {
    const q = answer.query.suggestion;
    ways.push({ name: t('empty.suggestion', { query: q }), search: changed(search, { q }) });
  }
  for (const filter of filters) {
    ways.push({ name: t('empty.without', { name: filterName(filter, answer) }), search: filter.without });
  }
  if (filters.length > 1) {
    ways.push({ name: t('empty.clear'), search: withoutFilters(search) });
  }
  if (/\s/.test(words) && search.match !== 'any') {
    ways.push({ name: t('empty.any'), search: changed(search, { match: 'any' }) });
  }
  if (words !== '') {
    ways.push({ name: t('empty.all'), search: changed(withoutFilters(search), { q: '', match: '' }) });
  }
  return ways.slice(-MOST_WAYS);
}

/**
 * @param {Answer} answer
 * @param {Search} search
 * @param {AbortSignal} signal
 * @returns {Promise<HTMLElement>} an item for the list of results
 */
export async function wideningView(answer, search, signal) {
  const ways = waysToWiden(search, answer);
  const totals = await Promise.all(ways.map(async (way) => {
    const counted = await ask(searchAddress(way.search, { per_page: '1', facets: 'none' }), signal);
    return /** @type {number} */ (counted.total);
  }));
  const links = ways.flatMap((way, place) => (totals[place] === 0 ? [] : [element('li', {},
    element('a', { href: writeAddress(way.search) }, way.name), ' ', element('span', { class: 'value__count' }, number(totals[place])))]));
  if (answer.index.articles === 0) {
    return element('li', { class: 'empty' }, t('empty.index'));
  }
  return element('li', { class: 'empty' },
    element('h2', { class: 'facet__name' }, t('empty.widen')),
    links.length > 0 ? element('ul', { class: 'empty__ways' }, ...links) : element('p', {}, t('empty.nothing')));
}

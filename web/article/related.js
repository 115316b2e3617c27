// @ts-check
// Beside an article: the other copies of its story, and the articles like it in its own language and in others.

import { cardFacts } from '../search/results.js';
import { articleAddress, articleOfLink, writeAddress } from '../shared/address.js';
import { element, langOf, languageName, t } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {import('../app.js').Desk['asker']} Asker */
/** @typedef {import('../search/results.js').Hit} Hit */

/** As many as the server gives. */
const MOST_COPIES = 100;
const MOST_SIMILAR = 10;

/** @param {Hit[]} hits @param {Search} search @returns {HTMLElement} */
function listed(hits, search) {
  return element('ul', {}, ...hits.map((hit) => element('li', { class: 'related__item' },
    element('a', { href: writeAddress({ ...search, article: articleOfLink(hit.link) }), lang: langOf(hit.language), 'data-key': `hit ${hit.link}` }, hit.title),
    element('p', { class: 'facts' }, ...cardFacts(hit)))));
}

/**
 * Hits by language: those in the article's own first, then the others as they come.
 *
 * @param {Hit[]} hits
 * @param {string | undefined} language the article's
 * @returns {[string, Hit[]][]} language tags with their hits
 */
export function byLanguage(hits, language = 'und') {
  const groups = /** @type {Map<string, Hit[]>} */ (new Map([[language, []]]));
  for (const hit of hits) {
    const tag = hit.language ?? 'und';
    groups.set(tag, [...(groups.get(tag) ?? []), hit]);
  }
  return [...groups].filter(([, group]) => group.length > 0);
}

/** @param {string} title @param {...Node} nodes @returns {HTMLElement} */
function section(title, ...nodes) {
  return element('section', { class: 'related' }, element('h2', { class: 'related__title' }, title), ...nodes);
}

/** @param {Search} search @param {Asker} asker @returns {Promise<HTMLElement[]>} nothing where there are none */
async function copies(search, asker) {
  const { hits } = await asker(`${articleAddress(search.article)}/duplicates?per_page=${MOST_COPIES}`);
  return hits.length === 0 ? [] : [section(t('article.copies', { n: hits.length }), listed(hits, search))];
}

/** @param {Search} search @param {string | undefined} language @param {Asker} asker @returns {Promise<HTMLElement[]>} */
async function similar(search, language, asker) {
  const { hits } = await asker(`${articleAddress(search.article)}/similar?per_page=${MOST_SIMILAR}`);
  const groups = byLanguage(hits, language).flatMap(([tag, group]) => [
    element('h3', { class: 'related__language' }, languageName(tag)), listed(group, search),
  ]);
  return [section(t('article.similar'), ...(groups.length > 0 ? groups : [element('p', { class: 'quiet' }, t('article.similar.none'))]))];
}

/**
 * @param {Search} search with an article
 * @param {string | undefined} language the article's
 * @param {Asker} asker
 * @returns {HTMLElement} filled in once they are known
 */
export function related(search, language, asker) {
  const place = element('div', {});
  for (const asked of [copies(search, asker), similar(search, language, asker)]) {
    const part = element('div', {});
    place.append(part);
    asked.then((sections) => part.replaceChildren(...sections)).catch(() => {});  // the article reads as well without them
  }
  return place;
}

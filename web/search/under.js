// @ts-check
// The lists under a hit, each asked for by its button: the other copies of the story, and the articles most like it.

import { articleOfLink, ask, writeAddress } from '../shared/address.js';
import { announce, element, langOf, t } from '../shared/text.js';
import { cardFacts } from './results.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {import('./results.js').Hit} Hit */

/** How many are listed: of articles like it a few, of copies as many as the server gives. */
const MOST = { similar: 5, duplicates: 100 };

/** @param {Hit} hit @param {Search} search @returns {HTMLElement} */
function item(hit, search) {
  return element('li', { class: 'under__item' },
    element('a', { href: writeAddress({ ...search, article: articleOfLink(hit.link) }), lang: langOf(hit.language), 'data-key': `under ${hit.link}` }, hit.title),
    element('p', { class: 'facts' }, ...cardFacts(hit)));
}

/**
 * Opens the list of a button, or closes it. A list that could not be read is asked for again the next time.
 *
 * @param {HTMLElement} button
 * @param {'duplicates' | 'similar'} part
 * @param {Hit} hit
 * @param {Search} search the one that found it
 */
export async function turn(button, part, hit, search) {
  const known = document.getElementById(button.getAttribute('aria-controls') ?? '');
  if (known !== null) {
    known.remove();
    button.removeAttribute('aria-controls');
    button.setAttribute('aria-expanded', 'false');
    return;
  }
  const list = element('ul', { class: 'under__list', id: `${part} ${articleOfLink(hit.link)}`.replaceAll(' ', '-') });
  button.setAttribute('aria-controls', list.id);
  button.setAttribute('aria-expanded', 'true');
  button.parentElement?.append(list);
  const found = await ask(`${hit.link.replace(/^\//, '')}/${part}?per_page=${MOST[part]}`).catch(() => null);
  const said = found === null ? t('under.failed') : t('articles', { n: found.hits.length });
  list.append(...(found?.hits ?? []).map((/** @type {Hit} */ one) => item(one, search)));
  if (list.children.length === 0) {
    list.append(element('li', { class: 'quiet' }, found === null ? said : t('under.none')));
  }
  announce(said);
}

// @ts-check
// What a dossier and a comparison have in common.

import { card } from '../search/results.js';
import { articleOfLink, writeAddress } from '../shared/address.js';
import { dayName, element, labelOf, pageLanguage, t } from '../shared/text.js';
import { naming } from './naming.js';

/** @typedef {import('../search/results.js').Hit} Hit */
/** @typedef {import('./naming.js').Entity} Entity */

/** "A, B and C". @param {Entity[]} entities */
export function listed(entities) {
  return new Intl.ListFormat(pageLanguage() === 'fr' ? 'fr-FR' : 'en-GB', { type: 'conjunction' }).format(entities.map(labelOf));
}

/** @param {Hit | undefined} hit @param {Entity} entity @returns {Node} its day, which opens it */
export function dayOf(hit, entity) {
  if (!hit?.published) {
    return element('span', { class: 'quiet' }, t('date.none'));
  }
  const address = writeAddress({ ...naming([entity]), article: articleOfLink(hit.link) });
  return element('a', { href: address, title: hit.title }, element('time', { dateTime: hit.published }, dayName(hit.published, 'medium')));
}

/** Articles as in the results, their titles one level deeper. @param {Hit[]} hits @param {Entity[]} entities that they name */
export function cards(hits, entities) {
  const list = element('ol', { class: 'cards' }, ...hits.map((hit) => card(hit, naming(entities))));
  for (const title of list.querySelectorAll('h2')) {
    title.replaceWith(element('h3', { class: title.className, lang: title.lang || undefined }, ...title.childNodes));
  }
  return list;
}

// @ts-check
// How a search is answered and how the page behaves: loaded when the reader opens it.

import { changed, perPageOf } from '../shared/address.js';
import { keySwitch } from '../search/keys.js';
import { element, number, t } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */

/**
 * @param {Search} search
 * @param {(search: Search) => void} go
 * @returns {HTMLElement}
 */
export function settingFields(search, go) {
  const choice = (/** @type {'match' | 'recency' | 'perPage'} */ property, /** @type {[string, string][]} */ options) => element('label', { class: 'settings__label' },
    t(`options.${property}`),
    element('select', {
      class: 'select', 'data-key': `setting ${property}`,
      onchange: (/** @type {any} */ event) => go(changed(search, { [property]: event.target.value })),
    }, ...options.map(([value, name], place) => element('option', {
      value: place === 0 ? '' : value, selected: search[property] === value || (place === 0 && search[property] === ''),
    }, name))));
  const named = (/** @type {'match' | 'recency'} */ property, /** @type {string[]} */ values) => choice(property,
    values.map((value) => [value, t(`options.${property}.${value}`)]));
  const sizes = [...new Set([10, 20, 50, perPageOf(search)])];
  return element('div', { class: 'settings' },
    named('match', ['all', 'any']), named('recency', ['off', 'mild', 'strong']),
    choice('perPage', sizes.map((size) => [String(size), number(size)])),
    keySwitch());
}

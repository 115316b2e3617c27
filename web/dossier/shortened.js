// @ts-check
// A list of which the first are enough, until all are asked for.

import { element, t } from '../shared/text.js';

/**
 * @param {HTMLElement} list that holds the items
 * @param {HTMLElement[]} items
 * @param {number} few how many are shown at first
 * @param {string} key names the button, so that it keeps the focus
 * @returns {HTMLElement[]} the list, with a button where there are more
 */
export function shortened(list, items, few, key) {
  if (items.length <= few) {
    return [list];
  }
  const rest = items.slice(few);
  const show = (/** @type {boolean} */ all) => {
    for (const item of rest) {
      item.hidden = !all;
    }
    button.setAttribute('aria-expanded', String(all));
    button.textContent = t(all ? 'dossier.less' : 'dossier.more', { n: rest.length });
  };
  const button = element('button', {
    type: 'button', class: 'link', 'data-key': `more ${key}`, onclick: () => show(button.getAttribute('aria-expanded') !== 'true'),
  });
  show(false);
  return [list, button];
}

// @ts-check
// The help panel: the query language by example. Each example is a link that runs it.

import { writeAddress, readAddress } from '../shared/address.js';
import { element, t } from '../shared/text.js';

/** An example, and the message that says what it finds. */
const EXAMPLES = /** @type {const} */ ([
  ['"drone de combat"', 'help.phrase'],
  ['drone -essai', 'help.not'],
  ['(OTAN OR NATO) budget', 'help.or'],
  ['hyperson*', 'help.wildcard'],
  ['Rafale NEAR/5 Inde', 'help.near'],
  ['=drones', 'help.exact'],
  ['title:Thales', 'help.title.field'],
  ['author:Valmont', 'help.author'],
  ['source:Paris', 'help.source'],
  ['lang:fr', 'help.language'],
  ['date:2025-06..2025-09', 'help.date'],
]);

/**
 * @param {() => void} close
 * @returns {HTMLElement[]}
 */
function helpPanel(close) {
  const rows = EXAMPLES.map(([query, meaning]) => element('tr', {},
    element('th', { scope: 'row' }, element('a', { href: writeAddress({ ...readAddress(''), q: query }) }, element('code', {}, query))),
    element('td', {}, t(meaning))));
  return [
    element('h2', { class: 'help__title' }, t('help.title')),
    element('p', {}, t('help.intro')),
    element('table', { class: 'help__table' },
      element('thead', { class: 'unseen' }, element('tr', {},
        element('th', { scope: 'col' }, t('help.write')), element('th', { scope: 'col' }, t('help.find')))),
      element('tbody', {}, ...rows)),
    element('p', {}, t('help.keys')),
    element('button', { type: 'button', class: 'button', onclick: close }, t('help.close')),
  ];
}

/**
 * Opens the help, or closes it and gives the focus back to its button.
 *
 * @param {HTMLElement} panel
 * @param {HTMLElement} button
 */
export function toggleHelp(panel, button) {
  const close = () => {
    panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  };
  if (!panel.hidden) {
    close();
    return;
  }
  panel.replaceChildren(...helpPanel(close));
  panel.hidden = false;
  button.setAttribute('aria-expanded', 'true');
}

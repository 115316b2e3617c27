// @ts-check
// The help panel: the query language by examples about what the index holds, each a link that runs it and says how many articles it finds;
// and the keys, with the switch that turns single keys off.

import { ask, readAddress, searchAddress, writeAddress } from '../shared/address.js';
import { element, learn, pageLanguage, t } from '../shared/text.js';
import { examplesFor, firstFound } from './examples.js';
import { keySwitch } from './keys.js';

/** @param {string} query @returns {Promise<number>} of articles; 0 where the words only find anything one by one */
async function countOf(query) {
  const search = { ...readAddress(''), q: query };
  const answer = await ask(searchAddress(search, { per_page: '1', facets: 'none' })).catch(() => null);
  return answer === null || answer.query.relaxed ? 0 : answer.total;
}

/** @param {{meaning: string, query: string, count: number}} example */
function exampleRow({ meaning, query, count }) {
  return element('tr', {},
    element('th', { scope: 'row' }, element('a', { href: writeAddress({ ...readAddress(''), q: query }) }, element('code', {}, query))),
    element('td', {}, t(meaning)),
    element('td', { class: 'help__count' }, t('articles', { n: count })));
}

/** @param {HTMLElement} rows filled in as the examples are found */
async function fillExamples(rows) {
  const { facets } = await ask('api/v1/search?per_page=1').catch(() => ({ facets: {} }));
  const examples = examplesFor(facets, pageLanguage());
  const places = examples.map(() => document.createComment(''));
  rows.replaceChildren(...places);
  await Promise.all(examples.map(async (example, place) => {
    const found = await firstFound(example, countOf);
    places[place].replaceWith(...(found === null ? [] : [exampleRow(found)]));
  }));
}

/** @param {[string, string][]} keys what is pressed, and the message that says what it does @returns {HTMLElement} */
function keyTable(keys) {
  return element('table', { class: 'help__table' },
    element('caption', { class: 'unseen' }, t('keys.title')),
    element('tbody', {}, ...keys.map(([key, meaning]) => element('tr', {},
      element('th', { scope: 'row' }, element('kbd', {}, key)), element('td', {}, t(meaning))))));
}

/** @param {() => void} close @returns {HTMLElement[]} */
function helpPanel(close) {
  const rows = element('tbody', {});
  void fillExamples(rows);
  return [
    element('h2', { class: 'help__title', tabIndex: -1 }, t('help.title')),
    element('p', {}, t('help.intro')),
    element('table', { class: 'help__table help__examples' },
      element('thead', { class: 'unseen' }, element('tr', {},
        ...['help.write', 'help.find', 'help.count'].map((key) => element('th', { scope: 'col' }, t(key))))),
      rows),
    element('p', {}, t('help.operators')),
    element('h3', { class: 'facet__name' }, t('keys.title')),
    keyTable([[t('keys.box'), 'keys.box.meaning'], ['j', 'keys.next'], ['k', 'keys.previous'], ['o', 'keys.open'], ['n', 'keys.passage.next'], ['p', 'keys.passage.previous'], ['?', 'keys.help']]),
    keySwitch(),
    element('button', { type: 'button', class: 'button', onclick: close }, t('help.close')),
  ];
}

/**
 * Opens the help, or closes it and gives the focus back: to its button, or to where it was when a key opened it.
 *
 * @param {HTMLElement} panel
 * @param {HTMLElement} button
 */
export async function toggleHelp(panel, button) {
  const before = document.activeElement;
  const close = () => {
    panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    (before instanceof HTMLElement && before.isConnected && !panel.contains(before) && before !== document.body ? before : button).focus();
  };
  if (!panel.hidden) {
    panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    button.focus();
    return;
  }
  learn((await import(`./${pageLanguage()}.js`)).messages);
  panel.replaceChildren(...helpPanel(close));
  panel.onkeydown = (event) => {
    if (event.key === 'Escape') {
      close();
    }
  };
  panel.hidden = false;
  button.setAttribute('aria-expanded', 'true');
  /** @type {HTMLElement | null} */ (panel.querySelector('h2'))?.focus();
}

// @ts-check
// Suggestions under the search box (the combobox of the ARIA patterns): focus stays in the box, nothing is chosen by itself,
// Enter runs what is typed unless an option was chosen, Escape closes and never erases.

import { articleOfLink, ask, changed, choose } from '../shared/address.js';
import { announce, element, number, t } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {{kind: 'word' | 'headline' | 'author' | 'source', text: string, link?: string, count?: number}} Suggestion a word comes with what was typed before it */

const PAUSE_MS = 120;
const MOST = 8;

/** @param {string} text */
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * What is left of the typed text once the words that began a name are taken from its end.
 *
 * @param {string} typed
 * @param {string} name
 * @returns {string}
 */
export function withoutName(typed, name) {
  const beginnings = folded(name).split(/[\s'’-]+/);
  const words = typed.trim().split(/\s+/);
  while (words.length > 0 && beginnings.some((one) => one.startsWith(folded(words[words.length - 1])))) {
    words.pop();
  }
  return words.join(' ');
}

/**
 * The search that a suggestion leads to.
 *
 * @param {Search} search
 * @param {string} typed
 * @param {Suggestion} suggestion
 * @returns {Search}
 */
export function suggested(search, typed, { kind, text, link }) {
  if (kind === 'author' || kind === 'source') {
    return choose(changed(search, { q: withoutName(typed, text) }), kind, text, 'include');
  }
  if (kind === 'headline' && link !== undefined) {
    return changed(search, { q: typed.trim(), article: articleOfLink(link) });
  }
  return changed(search, { q: text });
}

/** @type {{open: () => void} | null} */
let listening = null;

/**
 * Suggests from now on; called at each key, it starts once.
 *
 * @param {HTMLInputElement} box
 * @param {HTMLElement} list
 * @param {{current: () => Search, submit: (search: Search) => void}} page
 */
export function listenToTyping(box, list, page) {
  listening ??= combobox(box, list, page);
  listening.open();
}

/**
 * @param {HTMLInputElement} box
 * @param {HTMLElement} list
 * @param {{current: () => Search, submit: (search: Search) => void}} page
 */
function combobox(box, list, { current, submit }) {
  let asking = new AbortController();
  let timer = 0;
  let place = -1;
  /** @type {Suggestion[]} */
  let shown = [];

  const close = () => {
    window.clearTimeout(timer);
    asking.abort();
    place = -1;
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };
  const take = (/** @type {Suggestion} */ suggestion) => {
    const { value } = box;
    close();
    submit(suggested(current(), value, suggestion));
  };
  const point = (/** @type {number} */ to) => {
    place = to;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === place)));
    if (place < 0) {
      box.removeAttribute('aria-activedescendant');
    } else {
      box.setAttribute('aria-activedescendant', list.children[place].id);
      list.children[place].scrollIntoView({ block: 'nearest' });
    }
  };
  const draw = () => {
    list.setAttribute('aria-label', t('suggest.label'));
    list.replaceChildren(...shown.map((suggestion, at) => element('li', {
      class: 'suggestion', role: 'option', id: `suggestion-${at}`, 'aria-selected': 'false',
      onpointerdown: (/** @type {Event} */ event) => event.preventDefault(),
      onclick: () => take(suggestion),
    }, element('span', { class: 'suggestion__text' }, suggestion.text),
    element('span', { class: 'suggestion__kind' }, t(`suggest.${suggestion.kind}`),
      suggestion.count === undefined || suggestion.count === 0 ? null : ` ${number(suggestion.count)}`))));
    place = -1;
    list.hidden = shown.length === 0;
    box.setAttribute('aria-expanded', String(shown.length > 0));
    if (shown.length > 0) {
      announce(t('suggest.count', { n: shown.length }));
    }
  };
  const open = () => {
    close();
    if (box.value.trim().length < 2) {
      return;
    }
    asking = new AbortController();
    const { signal } = asking;
    timer = window.setTimeout(async () => {
      const answer = await ask(`api/v1/suggest?${new URLSearchParams({ q: box.value })}`, signal).catch(() => null);
      if (answer !== null && !signal.aborted && document.activeElement === box) {
        shown = answer.suggestions.slice(0, MOST);
        draw();
      }
    }, PAUSE_MS);
  };

  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  box.addEventListener('keydown', (event) => {
    if (list.hidden) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const count = shown.length + 1;  // the box itself is one of the stops
      point((place + 1 + (event.key === 'ArrowDown' ? 1 : -1) + count) % count - 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && place >= 0) {
      event.preventDefault();
      take(shown[place]);
    }
  });
  box.form?.addEventListener('submit', close);
  box.addEventListener('blur', close);
  return { open };
}

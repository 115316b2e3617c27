// @ts-check
// Suggestions under the search box (the combobox of the ARIA patterns): focus stays in the box, nothing is chosen by itself,
// Enter runs what is typed unless an option was chosen, Escape closes and never erases.

import { articleOfLink, ask, changed, choose } from '../shared/address.js';
import { announce, element, folded, langOf, number, t } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {'organisation' | 'programme' | 'person' | 'place' | 'topic'} EntityKind */
/**
 * @typedef {object} Suggestion
 * @property {EntityKind | 'author' | 'source' | 'word' | 'headline'} kind
 * @property {string} text a word comes with what was typed before it
 * @property {string} [id] of an entity
 * @property {string} [name] of an entity: the name that was begun, where the text is another
 * @property {string} [language] of the text
 * @property {string} [link]
 * @property {number} [count] of articles
 */

const PAUSE_MS = 120;
/** VoiceOver takes the focus from the box before it takes an option. */
const BLUR_PAUSE_MS = 200;
/** What is suggested, by what it leads to; the server's order within. */
const GROUPS = [
  { kinds: ['organisation', 'programme', 'person', 'place', 'topic'], most: 5 },
  { kinds: ['source', 'author'], most: 2 },
  { kinds: ['word'], most: 2 },
  { kinds: ['headline'], most: 3 },
];

/**
 * What is left of the typed text once the words that began a name are taken from its end.
 *
 * @param {string} typed
 * @param {string} name
 * @returns {string}
 */
export function withoutName(typed, name) {
  const parts = (/** @type {string} */ text) => folded(text).split(/[\s'’.-]+/).filter((part) => part !== '');
  const beginnings = parts(name);
  const words = typed.trim().split(/\s+/);
  const begun = (/** @type {string} */ word) => parts(word).every((part) => beginnings.some((one) => one.startsWith(part)));
  while (words.length > 0 && begun(words[words.length - 1])) {
    words.pop();
  }
  return words.join(' ');
}

/**
 * The suggestions shown: few of each group, so that names do not crowd out headlines.
 *
 * @param {Suggestion[]} suggestions
 * @returns {Suggestion[][]} groups, none empty
 */
export function grouped(suggestions) {
  return GROUPS.map(({ kinds, most }) => suggestions.filter(({ kind }) => kinds.includes(kind)).slice(0, most))
    .filter((group) => group.length > 0);
}

/**
 * The search that a suggestion leads to.
 *
 * @param {Search} search
 * @param {string} typed
 * @param {Suggestion} suggestion
 * @returns {Search}
 */
export function suggested(search, typed, { kind, text, id, name, link }) {
  if (id !== undefined && kind !== 'headline') {
    return choose(changed(search, { q: withoutName(typed, `${name ?? ''} ${text}`) }), kind, id, 'include');
  }
  if (kind === 'author' || kind === 'source') {
    return choose(changed(search, { q: withoutName(typed, text) }), kind, text, 'include');
  }
  if (kind === 'headline' && link !== undefined) {
    return changed(search, { q: typed.trim(), article: articleOfLink(link) });
  }
  return changed(search, { q: text });
}

/**
 * "Pentagon · US Department of Defense   organisation 22".
 *
 * @param {Suggestion} suggestion
 * @param {Record<string, any>} properties
 * @returns {HTMLElement}
 */
function option({ kind, text, name, language, count = 0 }, properties) {
  const lang = langOf(language);
  return element('li', {
    role: 'option', 'aria-selected': 'false', onpointerdown: (/** @type {Event} */ event) => event.preventDefault(), ...properties,
  }, name === undefined ? element('span', { class: 'suggestion__text', lang }, text)
    : element('span', { class: 'suggestion__text' }, name, ' · ', element('span', { class: 'suggestion__kind', lang }, text)),
  element('span', { class: 'suggestion__kind' }, t(`suggest.${kind}`), ...(count === 0 ? [] : [
    ` ${number(count)}`, element('span', { class: 'unseen' }, ` ${t('facet.articles', { n: count })}`)])));
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
  let leaving = 0;
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
  const draw = (/** @type {Suggestion[][]} */ groups) => {
    shown = groups.flat();
    list.setAttribute('aria-label', t('suggest.label'));
    list.replaceChildren(...shown.map((suggestion, at) => {
      const first = at > 0 && groups.some(([one]) => one === suggestion);
      return option(suggestion, { id: `suggestion-${at}`, class: first ? 'suggestion suggestion--first' : 'suggestion', onclick: () => take(suggestion) });
    }));
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
        draw(grouped(answer.suggestions));
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
    if (event.key === 'Tab') {
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
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
  box.addEventListener('blur', () => {
    leaving = window.setTimeout(close, BLUR_PAUSE_MS);
  });
  box.addEventListener('focus', () => window.clearTimeout(leaving));
  return { open };
}

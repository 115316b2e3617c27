// @ts-check
// A field for one more entity: a combobox of the ARIA patterns, its options those of the server's suggestions that have a dossier.
// Nothing is chosen by itself: Enter takes the option pointed at, or the one of exactly the name typed.

import { ask, sameName } from '../shared/address.js';
import { announce, element, number, t } from '../shared/text.js';
import { hasDossier } from './naming.js';

/** @typedef {{kind: string, text: string, id: string, name?: string, count?: number}} Option */

const PAUSE_MS = 120;
const LIST = 'picker-options';

/** The list of options under a field, and which of them is pointed at. */
class Options {
  /** @param {HTMLInputElement} box @param {(option: Option) => void} take */
  constructor(box, take) {
    this.box = box;
    this.take = take;
    this.place = -1;
    /** @type {Option[]} */
    this.shown = [];
    this.node = element('ul', { class: 'suggestions', id: LIST, role: 'listbox', hidden: true, 'aria-label': t('suggest.label') });
  }

  close() {
    this.show([]);
  }

  /** @param {Option[]} options */
  show(options) {
    this.shown = options;
    this.node.replaceChildren(...options.map((option, place) => this.row(option, place)));
    this.node.hidden = options.length === 0;
    this.box.setAttribute('aria-expanded', String(options.length > 0));
    this.point(-1);
  }

  /** @param {Option} option @param {number} place */
  row(option, place) {
    const name = option.name === undefined ? option.text : `${option.text} (${option.name})`;
    return element('li', {
      class: 'suggestion', role: 'option', id: `${LIST}-${place}`, 'aria-selected': 'false',
      onpointerdown: (/** @type {Event} */ event) => event.preventDefault(),
      onclick: () => this.take(option),
    }, element('span', { class: 'suggestion__text' }, name),
    element('span', { class: 'suggestion__kind' }, t(`kind.${option.kind}`), option.count ? ` ${number(option.count)}` : null));
  }

  /** @param {number} place -1 for none */
  point(place) {
    this.place = place;
    [...this.node.children].forEach((row, at) => row.setAttribute('aria-selected', String(at === place)));
    if (place < 0) {
      this.box.removeAttribute('aria-activedescendant');
    } else {
      this.box.setAttribute('aria-activedescendant', `${LIST}-${place}`);
      this.node.children[place].scrollIntoView({ block: 'nearest' });
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (this.shown.length === 0) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const stops = this.shown.length + 1;  // the field itself is one of them
      this.point((this.place + 1 + (event.key === 'ArrowDown' ? 1 : -1) + stops) % stops - 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
    }
  }

  /** What Enter takes. @param {string} typed @returns {Option | undefined} */
  chosen(typed) {
    return this.shown[this.place] ?? this.shown.find(({ text, name }) => sameName(text, typed) || (name !== undefined && sameName(name, typed)));
  }
}

/**
 * @param {string} typed
 * @param {string[]} except ids that are not offered
 * @param {AbortSignal} signal
 * @returns {Promise<Option[]>} none where the server does not answer
 */
async function optionsFor(typed, except, signal) {
  if (typed.length < 2) {
    return [];
  }
  const answer = await ask(`api/v1/suggest?${new URLSearchParams({ q: typed })}`, signal).catch(() => ({ suggestions: [] }));
  return answer.suggestions.filter((/** @type {Option} */ { kind, id }) => hasDossier(kind) && !except.includes(id));
}

/**
 * @param {string} label
 * @param {string} submit what the button says
 * @param {string[]} except ids that are not offered
 * @param {(id: string) => void} pick
 * @returns {HTMLElement}
 */
export function picker(label, submit, except, pick) {
  let asking = new AbortController();
  let timer = 0;
  const hint = element('p', { class: 'facet__wrong', id: 'picker-hint', role: 'alert' });
  const box = element('input', {
    type: 'text', class: 'field', id: 'picker', role: 'combobox', autocomplete: 'off', autocapitalize: 'none', spellcheck: false, 'data-key': 'picker',
    'aria-autocomplete': 'list', 'aria-controls': LIST, 'aria-expanded': 'false', 'aria-describedby': 'picker-hint',
  });
  const options = new Options(box, ({ id }) => pick(id));
  const typed = () => {
    asking.abort();
    window.clearTimeout(timer);
    hint.textContent = '';
    asking = new AbortController();
    const { signal } = asking;
    timer = window.setTimeout(async () => {
      const found = await optionsFor(box.value.trim(), except, signal);
      if (!signal.aborted && document.activeElement === box) {
        options.show(found);
        announce(t('suggest.count', { n: found.length }));
      }
    }, PAUSE_MS);
  };
  const submitted = async () => {
    asking.abort();
    window.clearTimeout(timer);
    if (options.shown.length === 0) {
      options.show(await optionsFor(box.value.trim(), except, new AbortController().signal));
    }
    const option = options.chosen(box.value.trim());
    if (option !== undefined) {
      pick(option.id);
    } else {
      hint.textContent = t(options.shown.length > 0 ? 'picker.choose' : 'picker.none');
      box.focus();
    }
  };
  box.addEventListener('input', typed);
  box.addEventListener('blur', () => options.close());
  box.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => options.key(event));
  return element('form', {
    class: 'picker', noValidate: true, onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      void submitted();
    },
  }, element('label', { class: 'picker__label', htmlFor: 'picker' }, label),
  element('div', { class: 'picker__field' }, box, options.node),
  element('button', { type: 'submit', class: 'button' }, submit), hint);
}

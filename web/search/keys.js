// @ts-check
// Single keys for those who want them: j and k go from hit to hit, n and p from passage to passage, o opens, ? shows the help. Never while something is typed, and
// off for good where the reader says so (RGAA 12.10): speech input and unsteady hands press letters by accident.

import { keep, recall } from '../shared/storage.js';
import { announce, element, learn, pageLanguage, t } from '../shared/text.js';

const OFF_KEY = 'vigie-keys-off';

/** Fields where a letter is text, or chooses among options. */
const TYPED_IN = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="combobox"]';

export function keysAreOn() {
  return recall(OFF_KEY) === null;
}

/** @param {boolean} on @returns {boolean} whether the browser keeps it */
export function turnKeys(on) {
  return keep(OFF_KEY, on ? null : 'off');
}

/** @returns {HTMLElement} the switch for single keys */
export function keySwitch() {
  const box = element('input', {
    type: 'checkbox', class: 'value__box', checked: keysAreOn(), 'data-key': 'setting keys', onchange: () => {
      const kept = turnKeys(box.checked);
      announce(t(box.checked ? 'keys.on' : 'keys.off'));
      if (!kept) {
        box.checked = keysAreOn();
      }
    },
  });
  return element('label', { class: 'value__label' }, box, t('keys.switch'));
}

/**
 * The place to go to among so many, from one of them or from none (-1).
 *
 * @param {number} place
 * @param {number} by 1 or -1
 * @param {number} many
 * @returns {number} -1 where there is nowhere to go
 */
export function nextPlace(place, by, many) {
  if (place < 0) {
    return by > 0 && many > 0 ? 0 : -1;
  }
  const next = place + by;
  return next >= 0 && next < many ? next : -1;
}

/** @param {number} by 1 for the next hit, -1 for the one before */
async function step(by) {
  const sibling = document.querySelector(`#view:not([hidden]) a[rel="${by > 0 ? 'next' : 'prev'}"]`);
  if (sibling instanceof HTMLElement) {  // an article: the next one of the results
    sibling.click();
    return;
  }
  const hits = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#results-view:not([hidden]) .card__title a')]);
  const place = hits.findIndex((hit) => hit.closest('.card')?.contains(document.activeElement));
  const next = nextPlace(place, by, hits.length);
  if (next >= 0) {
    hits[next].focus();
    hits[next].closest('.card')?.scrollIntoView({ block: 'nearest' });
  } else if (hits.length > 0) {
    learn((await import(`./${pageLanguage()}.js`)).messages);
    announce(t(by > 0 ? 'keys.last' : 'keys.first'));
  }
}

/** Goes to a marked passage of the article shown. @param {'next' | 'previous'} way */
function stepPassage(way) {
  /** @type {HTMLElement | null} */ (document.querySelector(`#view:not([hidden]) [data-passage="${way}"]`))?.click();
}

/** Opens the hit that has the focus, or one of whose links has it. */
function open() {
  const card = document.activeElement?.closest('.card');
  /** @type {HTMLElement | null | undefined} */ (card?.querySelector('.card__title a'))?.click();
}

/**
 * @param {string} key j, k, n, o, p or ?
 * @param {EventTarget | null} target where it was pressed
 * @param {() => void} help shows the help, or closes it
 */
export function pressed(key, target, help) {
  if (!keysAreOn() || (target instanceof Element && target.closest(TYPED_IN) !== null)) {
    return;
  }
  const act = { j: () => step(1), k: () => step(-1), n: () => stepPassage('next'), o: open, p: () => stepPassage('previous'), '?': help }[key];
  act?.();
}

// @ts-check
// "Follow this search": a small form above the results that names it, and says what it will bring.

import { ask, filtersOf, writeAddress } from '../shared/address.js';
import { filterName } from '../search/results.js';
import { element, learn, pageLanguage, t } from '../shared/text.js';
import { followed, justAfter, loadSaved, MOST_SAVED, newId, storeSaved } from './saved.js';
import { expectedVolume } from './volume.js';

/** @typedef {import('../shared/address.js').Search} Search */

/** @param {Search} search @param {import('../search/results.js').Answer | null} answer @returns {string} a name to begin with */
function nameFor(search, answer) {
  const parts = [search.q.trim(), ...filtersOf(search).map((filter) => filterName(filter, answer))];
  return parts.filter((part) => part !== '').join(', ') || t('watch.everything');
}

/** @param {string} message @param {string} [name] */
function notice(message, name = '') {
  return element('p', { class: 'notice followed', role: 'status' }, `${t(message, { name, n: MOST_SAVED })} `, element('a', { href: '?view=watch' }, t('watch.title.go')));
}

/**
 * @param {Search} search
 * @param {HTMLElement} place above the results
 * @param {HTMLElement} button that opened it
 */
export async function followForm(search, place, button) {
  learn((await import(`./${pageLanguage()}.js`)).messages);
  const found = followed(search);
  const address = writeAddress(found);
  const list = loadSaved();
  const already = list.find((one) => one.address === address);
  place.querySelector('.follow, .followed')?.remove();
  if (already !== undefined || list.length >= MOST_SAVED) {
    place.prepend(already ? notice('watch.already', already.name) : notice('watch.full'));
    return;
  }
  const name = element('input', { class: 'field', maxLength: 200, value: nameFor(found, null), 'data-key': 'follow name' });
  const note = element('textarea', { class: 'field', rows: 2, maxLength: 2000, 'data-key': 'follow note' });
  const volume = element('p', { class: 'quiet', role: 'status' });
  const close = (/** @type {HTMLElement | null} */ said) => {
    form.replaceWith(...(said === null ? [] : [said]));
    button.focus();
  };
  const save = async () => {
    const { index } = await ask('api/v1/search?per_page=1&facets=none').catch(() => ({ index: { updated: '' } }));
    const saved = { id: newId(), name: name.value.trim() || nameFor(found, null), note: note.value.trim(), address, seen: justAfter(index.updated), before: '' };
    close(notice(storeSaved([saved, ...loadSaved()]) ? 'watch.saved' : 'watch.refused', saved.name));
  };
  const form = element('form', {
    class: 'follow', 'aria-labelledby': 'follow-title',
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      void save();
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape') {
        close(null);
      }
    },
  }, element('h2', { class: 'facet__name', id: 'follow-title' }, t('follow.button')),
  element('label', { class: 'follow__label' }, t('watch.name'), name),
  element('label', { class: 'follow__label' }, t('watch.note'), note),
  volume,
  element('p', { class: 'ways' },
    element('button', { type: 'submit', class: 'button button--main' }, t('watch.save')),
    element('button', { type: 'button', class: 'button', onclick: () => close(null) }, t('watch.cancel'))));
  place.prepend(form);
  name.focus();
  name.select();
  const first = name.value;
  const expected = await expectedVolume(found).catch(() => null);
  if (expected !== null) {
    volume.textContent = expected.sentence;
    if (name.value === first && first !== nameFor(found, expected.answer)) {
      name.value = nameFor(found, expected.answer);
      name.select();
    }
  }
}

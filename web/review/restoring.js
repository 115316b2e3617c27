// @ts-check
// The review saved as a file and read back. What is in the review already is never lost without a question.

import { download } from '../shared/files.js';
import { announce, element, t } from '../shared/text.js';
import { backupText, readFile } from './backup.js';
import { isEmpty, merge } from './basket.js';
import { fileName } from './exporting.js';

/** @typedef {import('./basket.js').Review} Review */
/** @typedef {import('./review.js').Work} Work */

/** @param {HTMLElement} place @param {Review} found @param {number} dropped @param {Work} work */
function ask(place, found, dropped, work) {
  const before = work.review();
  const n = found.articles.length;
  const lost = dropped > 0 ? ` ${t('review.dropped', { n: dropped })}` : '';
  const take = (/** @type {(now: Review) => Review} */ change) => work.change(change, () => `${t('review.restored', { n })}${lost}`, {
    part: null, place: 0, key: 'restore', text: `${t('review.restored', { n })}${lost}`, revert: () => before,
  });
  if (isEmpty(before)) {
    take(() => found);
    return;
  }
  const choice = (/** @type {string} */ key, /** @type {() => void} */ act) => element('button', { type: 'button', class: 'button', 'data-key': key, onclick: act }, t(`review.${key}`));
  const panel = element('div', { class: 'review__ask', role: 'group', 'aria-label': t('review.restore') },
    element('p', {}, `${t('review.ask', { n })}${lost}`),
    element('p', { class: 'ways' }, choice('merge', () => take((now) => merge(now, found))), choice('replace', () => take(() => found)),
      choice('leave', () => work.redraw())));
  place.replaceChildren(panel);
  panel.querySelector('button')?.focus();
  announce(t('review.ask', { n }));
}

/** @param {Review} review @param {Work} work @returns {HTMLElement} */
export function restoring(review, work) {
  const answer = element('div', {});
  const input = element('input', {
    type: 'file', accept: '.json,application/json', hidden: true, 'aria-label': t('review.restore'), onchange: async () => {
      const [file] = input.files;
      if (file === undefined) {
        return;
      }
      const read = await readFile(file).catch(() => ({ wrong: 'review.wrong.unread', parameters: {} }));
      input.value = '';
      if ('wrong' in read) {
        answer.replaceChildren(element('p', { class: 'notice review__wrong', role: 'alert' }, t(read.wrong, { file: file.name, ...read.parameters })));
      } else {
        ask(answer, read.review, read.dropped, work);
      }
    },
  });
  const save = element('button', {
    type: 'button', class: 'button', 'data-key': 'save', onclick: () => download(fileName('json'), 'application/json', backupText(work.review())),
  }, t('review.save'));
  return element('section', { class: 'review__keep' },
    element('h2', { class: 'facet__name' }, t('review.keep')), element('p', { class: 'quiet' }, t('review.keep.why')),
    element('p', { class: 'ways' }, ...(isEmpty(review) ? [] : [save]),
      element('button', { type: 'button', class: 'button', 'data-key': 'restore', onclick: () => input.click() }, t('review.restore.way')), input),
    answer);
}

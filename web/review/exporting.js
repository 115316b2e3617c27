// @ts-check
// The ways out of the press review: copied for a mail, shown beforehand, printed, and as files.

import { copy } from '../shared/copying.js';
import { download } from '../shared/files.js';
import { announce, element, t } from '../shared/text.js';
import { today } from '../shared/today.js';
import { FORMS, plainText } from './exports.js';
import { addressOf, letter, letterPage } from './letter.js';

/** @typedef {import('./basket.js').Review} Review */

/** "revue-de-presse-2025-06-17.csv". @param {string} ending */
export function fileName(ending) {
  return `${t('review.file')}-${today()}.${ending}`;
}

/** Whether the reader has the letter in view; it stays so while the review changes. */
let previewed = false;

/** @param {() => Review} now */
function preview(now) {
  const sheet = element('div', { class: 'sheet', tabIndex: 0, role: 'region', 'aria-label': t('review.preview') });
  const panel = element('details', {
    class: 'review__preview', open: previewed, ontoggle: () => {
      previewed = panel.open;
      sheet.replaceChildren(...(previewed ? [letter(now(), document.baseURI)] : []));
    },
  }, element('summary', { 'data-key': 'preview' }, t('review.preview')), sheet);
  return panel;
}

/** @param {() => Review} now the review as it is when a way is taken @returns {HTMLElement} */
export function exportBar(now) {
  const base = document.baseURI;
  const address = (/** @type {import('./basket.js').Entry} */ entry) => addressOf(entry, base);
  const said = element('span', { class: 'quiet' });
  const shown = preview(now);
  const copyLetter = async () => {
    shown.open = true;
    const sheet = /** @type {HTMLElement} */ (shown.querySelector('.sheet'));
    sheet.replaceChildren(letter(now(), base));
    const done = await copy(sheet, plainText(now(), address), /** @type {HTMLElement} */ (sheet.firstElementChild).outerHTML);
    said.textContent = t(done ? 'review.copied' : 'review.selected');
    announce(said.textContent);
  };
  const way = (/** @type {string} */ name, /** @type {() => void} */ act, look = 'button') => element('button', {
    type: 'button', class: look, title: t(`review.way.${name}.title`), 'data-key': `way ${name}`, onclick: act,
  }, t(`review.way.${name}`));
  const file = (/** @type {keyof typeof FORMS} */ name) => way(name, () => {
    const { ending, type, write } = FORMS[name];
    download(fileName(ending), type, write(now(), address));
  });
  return element('div', { class: 'review__out' },
    element('div', { class: 'ways', role: 'group', 'aria-label': t('review.ways') },
      way('copy', copyLetter, 'button button--main'),
      way('html', () => download(fileName('html'), 'text/html', letterPage(now(), base))),
      file('markdown'), file('csv'), file('ris'), file('biblatex'),
      way('print', () => window.print())),
    element('p', { class: 'review__said' }, said), shown);
}

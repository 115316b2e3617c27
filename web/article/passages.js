// @ts-check
// The way from mark to mark in an article, and the switch that marks its names and sums.

import { element, langOf, t } from '../shared/text.js';

/** How much of a passage is said, on either side of its marked words. */
const CONTEXT = 60;

/** The words around a mark, for who cannot see where the page has gone. @param {Element} mark */
function contextOf(mark) {
  const paragraph = mark.closest('p, h1');
  const before = document.createRange();
  before.setStart(paragraph ?? mark, 0);
  before.setEndBefore(mark);
  const at = String(before).length;
  const text = paragraph?.textContent ?? '';
  return text.slice(Math.max(0, at - CONTEXT), at + (mark.textContent ?? '').length + CONTEXT);
}

/**
 * Buttons that go from mark to mark, under data-passage "previous" and "next".
 *
 * @param {HTMLElement} text where the marks are; they may be drawn anew
 * @param {string | undefined} language the article's
 * @returns {Node[]}
 */
export function passages(text, language) {
  const marks = () => text.querySelectorAll('mark:not(.rest)');
  const n = marks().length;
  if (n === 0) {
    return [element('span', { class: 'quiet' }, t('article.marks.none'))];
  }
  const said = element('span', { class: 'passages__said', role: 'status' }, t('article.marks', { n }));
  let place = -1;
  const step = (/** @type {number} */ by) => () => {
    text.querySelector('mark.current')?.classList.remove('current');
    place = place < 0 ? (by > 0 ? 0 : n - 1) : (place + by + n) % n;
    const mark = /** @type {HTMLElement} */ (marks()[place]);
    mark.classList.add('current');
    mark.scrollIntoView({ block: 'center' });
    const reason = mark.title === '' ? '' : ` · ${mark.title}`;
    said.replaceChildren(t('article.marks.at', { position: place + 1, n }) + reason,
      element('span', { class: 'unseen', lang: langOf(language) }, ` : ${contextOf(mark)}`));
  };
  const button = (/** @type {string} */ sign, /** @type {'previous' | 'next'} */ way, /** @type {number} */ by) => element('button', {
    type: 'button', class: 'button', 'aria-label': t(`article.marks.${way}`), title: t(`article.marks.${way}`), 'data-key': `passage ${way}`,
    'data-passage': way, onclick: step(by),
  }, sign);
  return [button('↑', 'previous', -1), button('↓', 'next', 1), said];
}

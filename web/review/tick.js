// @ts-check
// The tick "press review" of cards and articles, and the count beside the link to the review. Loaded at the first tick, or
// once a page is drawn for a reader who has a review.

import { announce, element, t } from '../shared/text.js';
import { today } from '../shared/today.js';
import { add, entryOf, has, MOST_ARTICLES, remove } from './basket.js';
import { load, update } from './store.js';

/** Shows what is in the review: each tick on the page, and how many there are. */
export function showTicks() {
  const review = load();
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[data-tick]'))) {
    box.checked = has(review, box.dataset.tick ?? '');
  }
  const place = document.querySelector('.places__link[href="?view=review"]');
  const n = review.articles.length;
  place?.setAttribute('data-count', n === 0 ? '' : ` (${n})`);
}

/**
 * The reader ticked an article, or took its tick away.
 *
 * @param {HTMLInputElement} box
 * @param {any} article as the server answered it
 * @param {boolean} checked what the reader made of it
 */
export function ticked(box, article, checked) {
  const entry = entryOf(article, today());
  const full = checked && load().articles.length >= MOST_ARTICLES && !has(load(), entry.link);
  const review = update((before) => (checked ? add(before, entry) : remove(before, entry.link)));
  const n = review.articles.length;
  box.closest('.facts')?.parentElement?.querySelector('.tick__full')?.remove();
  if (full) {
    box.closest('.facts')?.after(element('p', { class: 'notice tick__full', role: 'alert' }, t('tick.full', { n: MOST_ARTICLES })));
  } else {
    announce(t(checked ? 'tick.added' : 'tick.removed', { n }));
  }
  showTicks();
}

// @ts-check
// Where the browser keeps the press review: one entry of its local storage, as JSON with a version. Another tab may change
// it at any time, so every change reads it anew. Where nothing can be kept the review lasts as long as the page.

import { keep, recall } from '../shared/storage.js';
import { emptyReview, isEmpty, readReview } from './basket.js';

/** @typedef {import('./basket.js').Review} Review */

/** app.js looks for this name, too. */
export const KEY = 'vigie-review';
export const VERSION = 1;

/** What could not be kept; nothing where the browser keeps it. @type {Review | null} */
let held = null;

/** @returns {Review} */
export function load() {
  if (held !== null) {
    return held;
  }
  try {
    return readReview(JSON.parse(recall(KEY) ?? '{}'));
  } catch {
    return emptyReview();
  }
}

/** @param {Review} review */
function save(review) {
  const text = isEmpty(review) ? null : JSON.stringify({ version: VERSION, ...review });
  held = keep(KEY, text) ? null : review;
}

/** @param {(review: Review) => Review} change @returns {Review} as it is now */
export function update(change) {
  const before = load();
  const after = change(before);
  if (after !== before) {
    save(after);
  }
  return after;
}

/** Whether the browser keeps the review; else a file must. */
export function isKept() {
  return held === null;
}

/** The review has changed in another tab. @param {StorageEvent} event */
export function isOurs(event) {
  return event.key === KEY || event.key === null;
}

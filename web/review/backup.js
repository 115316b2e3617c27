// @ts-check
// The press review as a file, since browsers forget: JSON with a name and a version, read back with a word on what is wrong.

import { readReview } from './basket.js';

/** @typedef {import('./basket.js').Review} Review */

const FORMAT = 'vigie-press-review';
const VERSION = 1;

/** Far more than the longest review. */
const MOST_BYTES = 20_000_000;

/** @param {Review} review */
export function backupText(review) {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...review }, null, 2)}\n`;
}

/**
 * @param {string} text of a file
 * @returns {{review: Review, dropped: number} | {wrong: string, parameters?: Record<string, string | number>}} the review, and how many entries
 *   of the file could not be read; or the key of the message that says what is wrong with the file
 */
export function readBackup(text) {
  let value;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { wrong: text.trim() === '' ? 'review.wrong.empty' : 'review.wrong.json' };
  }
  if (value === null || typeof value !== 'object' || value.format !== FORMAT) {
    return { wrong: 'review.wrong.format' };
  }
  if (!Number.isInteger(value.version) || value.version > VERSION || value.version < 1) {
    return { wrong: 'review.wrong.version', parameters: { version: String(value.version).slice(0, 20) } };
  }
  if (!Array.isArray(value.articles)) {
    return { wrong: 'review.wrong.articles' };
  }
  const review = readReview(value);
  const dropped = value.articles.length - review.articles.length;
  return review.articles.length === 0 && dropped > 0 ? { wrong: 'review.wrong.entries' } : { review, dropped };
}

/** @param {Blob} file @returns {Promise<ReturnType<typeof readBackup>>} */
export async function readFile(file) {
  return file.size > MOST_BYTES ? { wrong: 'review.wrong.large' } : readBackup(await file.text());
}

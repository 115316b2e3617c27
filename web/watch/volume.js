// @ts-check
// What a followed search will bring: how many articles it found in the last weeks of the index.

import { ask, searchAddress } from '../shared/address.js';
import { addDays } from '../facets/timeline.js';
import { t } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */

export const WEEKS = 12;

/**
 * The last weeks of the index, as far as the search's own dates allow.
 *
 * @param {Search} search
 * @param {string} newest the day of the newest article, YYYY-MM-DD
 * @returns {Search | null} nothing where its dates end before: nothing new will come
 */
export function lastWeeks(search, newest) {
  const start = addDays(newest, 1 - 7 * WEEKS);
  if (search.to !== '' && search.to < start.slice(0, search.to.length)) {
    return null;
  }
  return { ...search, from: search.from !== '' && search.from > start ? search.from : start };
}

/** @param {number} found in the last weeks @returns {string} a sentence */
export function volumeSentence(found) {
  return found >= WEEKS ? t('watch.volume.week', { n: Math.round(found / WEEKS) }) : t('watch.volume.weeks', { n: found, weeks: WEEKS });
}

/**
 * @param {Search} search
 * @returns {Promise<{sentence: string, answer: import('../search/results.js').Answer}>} the answer knows the labels of its filters
 */
export async function expectedVolume(search) {
  const [{ hits: [newest] }, asIs] = await Promise.all([
    ask('api/v1/search?sort=newest&per_page=1&facets=none'), ask(searchAddress(search, { per_page: '1' }))]);
  const weeks = lastWeeks(search, (newest?.published ?? asIs.index.updated).slice(0, 10));
  if (weeks === null) {
    return { sentence: t('watch.volume.past'), answer: asIs };
  }
  const { timeline } = await ask(searchAddress(weeks, { per_page: '1', facets: 'none' }));
  const found = timeline.buckets.reduce((/** @type {number} */ sum, /** @type {{count: number}} */ { count }) => sum + count, 0);
  return { sentence: volumeSentence(found), answer: asIs };
}

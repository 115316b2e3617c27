// @ts-check
// What stands in place of an answer that did not come, with the ways on; and the quiet trying again until the server answers.

import { ask, withoutParameter, writeAddress } from '../shared/address.js';
import { element, learn, pageLanguage, t } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Failure} Failure */
/** @typedef {import('../shared/address.js').Search} Search */

/** Parameters that the page explains in its own words: the message of each. */
const EXPLAINED = /** @type {Record<string, string>} */ ({
  q: 'query', from: 'date', to: 'date', added_since: 'date', amount_min: 'sum', amount_max: 'sum', organisation: 'entity', person: 'entity',
  programme: 'entity', place: 'entity', topic: 'entity', page: 'page', per_page: 'page', sort: 'choice', match: 'choice', recency: 'choice', translate: 'choice',
  collapse: 'choice', currency: 'choice', amount: 'choice', year: 'choice', language: 'choice', exclude: 'choice',
});

/** Pauses between tries, the last one again and again. */
const PAUSES_MS = [1500, 3000, 6000, 12_000];
const QUESTION = 'api/v1/search?per_page=1&facets=none';

/** Its messages, for when they can no longer be had. */
export async function ready() {
  learn((await import(`./${pageLanguage()}.js`)).messages);
}

/**
 * @param {string} parameter the one refused
 * @param {Search} search
 * @returns {string | null} a sentence in the page's language, where it has one
 */
export function explanation(parameter, search) {
  const key = EXPLAINED[parameter];
  const value = new URLSearchParams(writeAddress(search).replace(/^\.\//, '')).getAll(parameter).join(', ');
  return key === undefined || value === '' ? null : t(`problem.${key}`, { value, parameter });
}

/**
 * Tries again after longer and longer pauses, and as soon as the browser is back on line, until the server answers.
 *
 * @param {AbortSignal} signal aborted when the reader goes on
 * @param {() => void} answered
 * @param {number[]} [pauses] in milliseconds
 */
export function untilAnswered(signal, answered, pauses = PAUSES_MS) {
  let timer = 0;
  let tries = 0;
  const wait = () => {
    timer = window.setTimeout(attempt, pauses[Math.min(tries, pauses.length - 1)]);
    tries += 1;
  };
  const attempt = async () => {
    window.clearTimeout(timer);
    const answer = await ask(QUESTION, signal).catch(() => null);
    if (!signal.aborted) {
      (answer === null ? wait : answered)();
    }
  };
  window.addEventListener('online', attempt, { signal });
  signal.addEventListener('abort', () => window.clearTimeout(timer));
  wait();
}

/** @param {Failure} failure @param {Search} search @returns {(Node | null)[]} what happened, in sentences */
function sentences({ kind, message, parameter }, search) {
  if (kind === 'network') {
    return [element('p', {}, `${t(navigator.onLine ? 'problem.network.detail' : 'problem.offline')} ${t('problem.again')}`)];
  }
  if (kind === 'unavailable') {
    return [element('p', {}, `${t('problem.restart')} ${t('problem.again')}`)];
  }
  const explained = kind === 'request' && parameter ? explanation(parameter, search) : null;
  return [explained === null ? null : element('p', {}, explained), element('p', { lang: 'en', class: explained === null ? '' : 'quiet' }, message)];
}

/**
 * @param {Failure} failure
 * @param {Search} search
 * @param {() => void} retry
 * @param {AbortSignal} signal aborted when the reader goes on
 * @returns {Promise<HTMLElement>}
 */
export async function problemView(failure, search, retry, signal) {
  await ready();
  const { kind, parameter } = failure;
  const without = parameter ? withoutParameter(search, parameter) : search;
  const ways = [element('button', { class: 'button button--main', type: 'button', 'data-key': 'retry', onclick: retry }, t('problem.retry'))];
  if (parameter && writeAddress(without) !== writeAddress(search)) {
    ways.push(element('a', { class: 'button', href: writeAddress(without) }, t('problem.without', { parameter })));
  }
  ways.push(element('a', { class: 'button', href: './' }, t('problem.all')));
  if (kind === 'network' || kind === 'unavailable') {
    untilAnswered(signal, retry);
  }
  return element('div', { role: 'alert' },
    element('h1', { class: 'count', tabIndex: -1 }, t(`problem.${kind}`)),
    ...sentences(failure, search),
    element('p', { class: 'ways' }, ...ways));
}

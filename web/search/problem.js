// @ts-check
// What stands in place of an answer that did not come, with the ways on.

import { withoutParameter, writeAddress } from '../shared/address.js';
import { element, t } from '../shared/text.js';

/**
 * @param {import('../shared/address.js').Failure} failure
 * @param {import('../shared/address.js').Search} search
 * @param {() => void} retry
 * @returns {HTMLElement}
 */
export function problemView({ kind, message, parameter }, search, retry) {
  const without = parameter ? withoutParameter(search, parameter) : search;
  const ways = [element('button', { class: 'button button--main', type: 'button', onclick: retry }, t('problem.retry'))];
  if (parameter && writeAddress(without) !== writeAddress(search)) {
    ways.push(element('a', { class: 'button', href: writeAddress(without) }, t('problem.without', { parameter })));
  }
  ways.push(element('a', { class: 'button', href: './' }, t('problem.all')));
  return element('div', { role: 'alert' },
    element('h1', { class: 'count', tabIndex: -1 }, t(`problem.${kind}`)),
    kind === 'network' ? element('p', {}, t('problem.network.detail')) : element('p', { lang: 'en' }, message),
    element('p', { class: 'ways' }, ...ways));
}

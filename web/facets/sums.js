// @ts-check
// Sums between two bounds, in a currency: loaded where the facet of sums is opened.

import { changed } from '../shared/address.js';
import { element, pageLanguage, sumName, t, valueName } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */

const UNITS = /** @type {[RegExp, number][]} */ ([
  [/^(k|mille|thousand)$/, 1e3],
  [/^(m|mn|mio|mln|millions?)$/, 1e6],
  [/^(md|mds|mrd|bn|b|milliards?)$/, 1e9],
]);

/**
 * A number as people write it: "1 500", "1,5", "1.5". Where a comma could be either, English groups thousands with it and French does not; but
 * three digits after it and no unit are thousands to both: nobody counts thousandths of a euro.
 *
 * @param {string} text without spaces
 * @param {boolean} grouped whether one comma or point before three digits groups thousands
 * @returns {number | null}
 */
function readNumber(text, grouped) {
  const [commas, points] = [/^\d{1,3}(,\d{3})+(\.\d+)?$/, /^\d{1,3}(\.\d{3})+(,\d+)?$/].map((form) => form.test(text));
  const many = (text.match(/[.,]/g) ?? []).length > 1;
  if ((commas || points) && (grouped || many)) {
    return Number(commas ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.'));
  }
  return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/**
 * A sum of money as people write it: "100M", "1,5 Md", "1.5bn", "200 millions", "€20,000". An English billion is a milliard; a French one is no
 * sum that anybody means, and is asked about.
 *
 * @param {string} text
 * @param {string} language
 * @returns {number | null} in whole units; nothing where it is no sum
 */
export function readSum(text, language) {
  const bare = text.toLowerCase().replace(/[€$£]|\b(d['’]|de )?(eur|usd|gbp|euros?|dollars?)\b/g, '').replace(/[\s\u00a0\u202f']/g, '');
  const parts = /^([\d.,]+)([a-z]*)$/.exec(bare);
  if (parts === null) {
    return null;
  }
  const value = readNumber(parts[1], parts[2] === '' || (language === 'en' && parts[1].includes(',')));
  const unit = parts[2] === '' ? 1 : UNITS.find(([name]) => name.test(parts[2]))?.[1] ?? (language === 'en' && /^billions?$/.test(parts[2]) ? 1e9 : null);
  return value === null || unit === null ? null : Math.round(value * unit);
}

/** How a sum is written into its field: short, where that is the same sum. @param {string} value @returns {string} */
export function writtenSum(value) {
  if (value === '' || !Number.isFinite(Number(value))) {
    return value;
  }
  const short = sumName(Number(value));
  return readSum(short, pageLanguage()) === Number(value) ? short : value;
}

/**
 * @param {Search} search
 * @param {{min: string, max: string, currency: string}} typed
 * @returns {{search: Search} | {wrong: ('min' | 'max')[]}} which of the two is no sum
 */
export function searchForSums(search, { min, max, currency }) {
  const read = { min: readSum(min, pageLanguage()), max: readSum(max, pageLanguage()) };
  const wrong = /** @type {const} */ (['min', 'max']).filter((name) => ({ min, max })[name].trim() !== '' && read[name] === null);
  if (wrong.length > 0) {
    return { wrong };
  }
  const swapped = read.min !== null && read.max !== null && read.min > read.max;
  const [least, most] = swapped ? [read.max, read.min] : [read.min, read.max];
  const { currency: _, ...others } = search.include;
  return { search: changed(search, {
    amountMin: least === null ? '' : String(least), amountMax: most === null ? '' : String(most),
    include: currency === '' ? others : { ...others, currency: [currency] },
  }) };
}

/**
 * @param {Search} search
 * @param {import('./facets.js').Value[]} currencies those that the answer counts
 * @param {(search: Search) => void} go
 * @returns {HTMLElement}
 */
export function sumFields(search, currencies, go) {
  const wrong = element('p', { class: 'facet__wrong', id: 'sums-wrong', role: 'alert' });
  const field = (/** @type {'amountMin' | 'amountMax'} */ name) => element('input', {
    type: 'text', class: 'field', value: writtenSum(search[name]), autocomplete: 'off', 'data-key': `sum ${name}`, 'aria-describedby': 'sums-hint sums-wrong',
  });
  const fields = { min: field('amountMin'), max: field('amountMax') };
  const [chosen = ''] = search.include.currency ?? [];
  const codes = [...new Set(['EUR', 'USD', 'GBP', ...currencies.map(({ value }) => value), chosen])].filter((code) => code !== '');
  const currency = element('select', { class: 'select', 'data-key': 'sum currency' },
    ...['', ...codes].map((code) => element('option', { value: code, selected: code === chosen }, code === '' ? t('sums.any') : valueName('currency', code))));
  const apply = () => {
    const read = searchForSums(search, { min: fields.min.value, max: fields.max.value, currency: currency.value });
    const bad = 'wrong' in read ? read.wrong : [];
    fields.min.setAttribute('aria-invalid', String(bad.includes('min')));
    fields.max.setAttribute('aria-invalid', String(bad.includes('max')));
    wrong.textContent = bad.length > 0 ? t('sums.wrong') : '';
    if ('search' in read) {
      go(read.search);
    } else {
      fields[bad[0]].focus();
    }
  };
  return element('form', { class: 'dates', noValidate: true, onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    apply();
  } }, element('div', { class: 'dates__fields' },
    element('label', { class: 'dates__label' }, t('sums.min'), fields.min),
    element('label', { class: 'dates__label' }, t('sums.max'), fields.max),
    element('label', { class: 'dates__label' }, t('facet.currency'), currency),
    element('button', { type: 'submit', class: 'button sums__apply', 'data-key': 'sum apply' }, t('dates.apply'))),
  element('p', { class: 'quiet', id: 'sums-hint' }, t('sums.hint')), wrong);
}

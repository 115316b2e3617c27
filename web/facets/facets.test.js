import assert from 'node:assert/strict';
import test from 'node:test';
import { readAddress, writeAddress } from '../shared/address.js';
import { dayBefore, orderValues, readDay, searchForSum } from './facets.js';

test('dates are read as people write them', () => {
  for (const [typed, fr, en] of [
    ['2025', '2025', '2025'],
    ['2025-6', '2025-06', '2025-06'],
    [' 2025-06-17 ', '2025-06-17', '2025-06-17'],
    ['06/2025', '2025-06', '2025-06'],
    ['17/06/2025', '2025-06-17', '2025-06-17'],
    ['7.6.2025', '2025-06-07', null],
    ['06/17/2025', null, '2025-06-17'],
    ['2025-02-30', null, null],
    ['29/02/2024', '2024-02-29', '2024-02-29'],
    ['2025-13', null, null],
    ['hier', null, null],
    ['', null, null],
  ]) {
    assert.deepEqual([readDay(typed, 'fr'), readDay(typed, 'en')], [fr, en], typed);
  }
});

test('recent days are counted in the reader’s calendar', () => {
  const today = new Date(2024, 2, 1, 0, 5);
  assert.equal(dayBefore(today, { days: 1 }), '2024-02-29');
  assert.equal(dayBefore(today, { days: 6 }), '2024-02-24');
  assert.equal(dayBefore(today, { months: 12 }), '2023-03-01');
});

test('values chosen stand first, years by year, and one that the answer lacks is still there', () => {
  const names = (/** @type {string} */ facet, /** @type {string[]} */ values, /** @type {string} */ address) => orderValues(
    facet, values.map((value) => ({ value, count: 1 })), readAddress(address)).map(({ value }) => value);
  assert.deepEqual(names('source', ['A', 'B', 'C'], '?source=C&exclude=source:Z'), ['C', 'Z', 'A', 'B']);
  assert.deepEqual(names('year', ['2023', '2025', '2024'], '?year=2023'), ['2023', '2025', '2024']);
  assert.deepEqual(names('author', ['Inès Valmont', 'B'], '?author=ines+valmont'), ['Inès Valmont', 'B']);
});

test('the very sum can be looked for', () => {
  const search = searchForSum(readAddress('?q=drone&article=x'), { text: '200 M€', value: 2e8, currency: 'EUR' });
  assert.equal(writeAddress(search), '?q=drone&currency=EUR&amount_min=200000000&amount_max=200000000');
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { readAddress, writeAddress } from '../shared/address.js';
import { orderValues, searchForSum } from './facets.js';

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

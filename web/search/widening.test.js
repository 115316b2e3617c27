import assert from 'node:assert/strict';
import test from 'node:test';
import { readAddress } from '../shared/address.js';
import { messages } from '../shared/en.js';
import { speak } from '../shared/text.js';
import { waysToWiden } from './widening.js';

test('ways to widen begin with the smallest change', () => {
  speak('en', messages);
  const answer = { query: { suggestion: 'missile hypersonique' }, facets: {} };
  assert.deepEqual(waysToWiden(readAddress('?q=misile+hypersonique&language=fr&from=2025'), answer).map(({ name }) => name), [
    'Search for “missile hypersonique”', 'Without the filter from 2025', 'Without the filter French', 'Without any filter',
    'Any of the words', 'All the articles',
  ]);
  assert.deepEqual(waysToWiden(readAddress('?q=zzz'), { query: { suggestion: null }, facets: {} }).map(({ name }) => name), ['All the articles']);
});

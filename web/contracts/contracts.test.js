import assert from 'node:assert/strict';
import test from 'node:test';
import { amountsAddress, changed, readAddress, writeAddress } from '../shared/address.js';
import { sorting } from './contracts.js';

test('a heading sorts the largest or newest first, then the other way', () => {
  assert.deepEqual(sorting('sum', ''), { sorted: 'descending', next: 'smallest' });
  assert.deepEqual(sorting('sum', 'smallest'), { sorted: 'ascending', next: '' });
  assert.deepEqual(sorting('sum', 'newest'), { sorted: 'none', next: '' });
  assert.deepEqual(sorting('day', ''), { sorted: 'none', next: 'newest' });
  assert.deepEqual(sorting('day', 'newest'), { sorted: 'descending', next: 'oldest' });
  assert.deepEqual(sorting('day', 'oldest'), { sorted: 'ascending', next: 'newest' });
});

test('the question for sums has every filter, and nothing that orders articles', () => {
  const search = readAddress('?q=drone&organisation=dga&exclude=source:X&from=2025&sort=newest&recency=mild&view=contracts&order=newest&page=2&per_page=50');
  assert.equal(amountsAddress(search), 'api/v1/amounts?q=drone&organisation=dga&exclude=source%3AX&from=2025&per_page=50&order=newest&page=2');
  assert.equal(amountsAddress(search, '.csv'), 'api/v1/amounts.csv?q=drone&organisation=dga&exclude=source%3AX&from=2025&order=newest');
});

test('another search among the sums stays there, and its way back leaves them', () => {
  const search = changed(readAddress('?q=drone&view=contracts&order=newest&page=3'), { q: 'frégate' });
  assert.equal(writeAddress(search), '?q=fr%C3%A9gate&view=contracts&order=newest');
  assert.equal(writeAddress(changed(search, { view: '', order: '' })), '?q=fr%C3%A9gate');
});

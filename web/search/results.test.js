import assert from 'node:assert/strict';
import test from 'node:test';
import { excerpted, pageNumbers, pagesOf, readsOtherwise } from './results.js';

test('the pager shows the ends and the neighbourhood, and no page that cannot be asked for', () => {
  assert.deepEqual(pageNumbers(1, 1), [1]);
  assert.deepEqual(pageNumbers(1, 3), [1, 2, 3]);
  assert.deepEqual(pageNumbers(5, 9), [1, 0, 4, 5, 6, 0, 9]);
  assert.deepEqual(pageNumbers(3, 5), [1, 2, 3, 4, 5]);
  assert.equal(pagesOf({ total: 1_000_000, per_page: 10 }), 1000);
  assert.equal(pagesOf({ total: 0, per_page: 10 }), 1);
});

test('the reading of a query is told where it says something', () => {
  assert.equal(readsOtherwise('drone naval', 'drone AND naval'), false);
  assert.equal(readsOtherwise('Drone', 'drone'), false);
  assert.equal(readsOtherwise('"drone', 'drone'), true);
  assert.equal(readsOtherwise('a -b', 'a NOT b'), true);
  assert.equal(readsOtherwise('', ''), false);
});

test('a snippet cut within a sentence says so', () => {
  const shown = (...texts) => excerpted(texts.map((text) => ({ text, match: false }))).map(({ text }) => text).join('');
  assert.equal(shown('le contrat', ' de la phase'), '… le contrat de la phase …');
  assert.equal(shown('Évalué à 7 milliards.'), 'Évalué à 7 milliards.');
  assert.equal(shown('The “deal”'), 'The “deal”');
  assert.equal(shown(''), '');
});

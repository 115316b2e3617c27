import assert from 'node:assert/strict';
import test from 'node:test';
import { byLanguage } from './related.js';

test('articles like one are told by language, its own first', () => {
  const hits = [['a', 'en'], ['b', 'fr'], ['c', undefined], ['d', 'en'], ['e', 'fr']].map(([id, language]) => ({ id, language }));
  const told = (/** @type {string | undefined} */ language) => byLanguage(/** @type {any} */ (hits), language)
    .map(([tag, group]) => `${tag}: ${group.map(({ id }) => id).join('')}`);
  assert.deepEqual(told('fr'), ['fr: be', 'en: ad', 'und: c']);
  assert.deepEqual(told('de'), ['en: ad', 'fr: be', 'und: c']);
  assert.deepEqual(told(undefined), ['und: c', 'en: ad', 'fr: be']);
});

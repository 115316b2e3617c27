import assert from 'node:assert/strict';
import test from 'node:test';
import { readAddress } from '../shared/address.js';
import { suggested, withoutName } from './suggest.js';

test('a suggestion leads to its search, filters kept', () => {
  const search = readAddress('?q=drone+val&language=fr&page=2');
  assert.equal(withoutName('drone inès val', 'Inès Valmont'), 'drone');
  assert.deepEqual(suggested(search, 'drone val', { kind: 'author', text: 'Inès Valmont' }).include, { language: ['fr'], author: ['Inès Valmont'] });
  assert.equal(suggested(search, 'drone val', { kind: 'author', text: 'Inès Valmont' }).q, 'drone');
  assert.equal(suggested(search, 'drone val', { kind: 'word', text: 'drone valise' }).q, 'drone valise');
  assert.equal(suggested(search, 'x', { kind: 'headline', text: 'X', link: '/api/v1/articles/a-1' }).article, 'a-1');
});

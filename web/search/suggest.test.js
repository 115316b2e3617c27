import assert from 'node:assert/strict';
import test from 'node:test';
import { readAddress } from '../shared/address.js';
import { grouped, suggested, withoutName } from './suggest.js';

test('a suggestion leads to its search, filters kept', () => {
  const search = readAddress('?q=drone+val&language=fr&page=2');
  assert.equal(withoutName('drone inès val', 'Inès Valmont'), 'drone');
  assert.deepEqual(suggested(search, 'drone val', { kind: 'author', text: 'Inès Valmont' }).include, { language: ['fr'], author: ['Inès Valmont'] });
  assert.equal(suggested(search, 'drone val', { kind: 'author', text: 'Inès Valmont' }).q, 'drone');
  assert.equal(suggested(search, 'drone val', { kind: 'word', text: 'drone valise' }).q, 'drone valise');
  assert.equal(suggested(search, 'x', { kind: 'headline', text: 'X', link: '/api/v1/articles/a-1' }).article, 'a-1');
});

test('an entity suggested filters by its id, and what began its name leaves the query', () => {
  const search = readAddress('?q=drone+pent&language=fr');
  const pentagon = { kind: 'organisation', text: 'US Department of Defense', id: 'pentagon', name: 'Pentagon', link: '/api/v1/entities/pentagon', count: 22 };
  for (const [typed, q] of [['drone pent', 'drone'], ['pent', ''], ['drone us department of def', 'drone'], ['budget Pentagon', 'budget']]) {
    const next = suggested(search, typed, pentagon);
    assert.deepEqual([next.q, next.include, next.article], [q, { language: ['fr'], organisation: ['pentagon'] }, ''], typed);
  }
  assert.equal(withoutName("budget l'arm", 'Direction générale de l’armement'), 'budget');
  assert.equal(withoutName('f-35', 'F-35'), '');
});

test('suggestions stand by what they lead to, few of each', () => {
  const some = (kind, n) => Array.from({ length: n }, (_, place) => ({ kind, text: `${kind} ${place}` }));
  const shown = grouped([...some('word', 4), ...some('headline', 5), ...some('topic', 2), ...some('person', 4)]);
  assert.deepEqual(shown.map((group) => group.map(({ text }) => text)), [
    ['topic 0', 'topic 1', 'person 0', 'person 1', 'person 2'], ['word 0', 'word 1'], ['headline 0', 'headline 1', 'headline 2'],
  ]);
});

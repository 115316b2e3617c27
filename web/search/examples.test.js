import assert from 'node:assert/strict';
import test from 'node:test';
import { examplesFor, firstFound, quoted } from './examples.js';

const named = (...names) => ({ values: names.map(([fr, en]) => ({ value: fr, label: en, labels: { fr, en } })) });

test('examples speak of what the index holds, in the page’s language', () => {
  const facets = {
    topic: named(['Drones', 'Drones'], ['Intelligence artificielle', 'Artificial intelligence']), organisation: named(['Thales', 'Thales'], ['Marine nationale', 'French Navy']),
    place: named(['Inde', 'India']), programme: named(['Rafale', 'Rafale'], ['Lancet (munition rôdeuse)', 'Lancet loitering munition']),
    author: { values: [{ value: 'Inès Valmont' }] }, source: { values: [{ value: 'Bureau Paris' }] }, year: { values: [{ value: '2025' }] }, language: { values: [{ value: 'fr' }] },
  };
  const of = (language) => Object.fromEntries(examplesFor(facets, language).map(({ meaning, queries }) => [meaning.slice(5), queries[0]]));
  assert.deepEqual(of('fr'), {
    phrase: '"Intelligence artificielle"', not: 'drones -Inde', or: 'Thales OR "Marine nationale"', wildcard: 'drone*', near: 'Rafale NEAR/10 Thales', exact: '=drones',
    'title.field': 'title:Rafale', organisation: 'org:Thales', amount: 'amount:>=100M', author: 'author:Valmont', source: 'source:"Bureau Paris"', language: 'lang:fr',
    date: 'date:2025-01..2025-06',
  });
  assert.equal(of('en').phrase, '"Artificial intelligence"');
  assert.equal(of('en').language, undefined);
  assert.deepEqual(examplesFor({}, 'fr').map(({ meaning }) => meaning), ['help.amount']);
  assert.equal(quoted('F-35'), '"F-35"');
});

test('the first candidate that finds something is shown', async () => {
  const counts = { a: 0, b: 3, c: 9 };
  const count = async (/** @type {string} */ query) => counts[query];
  assert.deepEqual(await firstFound({ meaning: 'm', queries: ['a', 'b', 'c'] }, count), { meaning: 'm', query: 'b', count: 3 });
  assert.equal(await firstFound({ meaning: 'm', queries: ['a'] }, count), null);
});

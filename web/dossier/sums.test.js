import assert from 'node:assert/strict';
import test from 'node:test';
import { sumSegments } from './sums.js';

test('a sum is marked where it stands alone, and the sentence stays the same', () => {
  const rows = [
    ['Un contrat de 5 millions.', '5 millions', ['Un contrat de ', '[5 millions]', '.']],
    ['Non pas 15 millions ni 2,5 millions mais 5 millions', '5 millions', ['Non pas 15 millions ni 2,5 millions mais ', '[5 millions]']],
    ['$1.5bn at $5bn', '$5bn', ['$1.5bn at ', '[$5bn]']],
    ['$30.5bn raised', '$30.5bn', ['[$30.5bn]', ' raised']],
    ['Cut before the sum', '$1', ['Cut before the sum']],
    ['Nothing', '', ['Nothing']],
  ];
  for (const [sentence, sum, marked] of rows) {
    assert.deepEqual(sumSegments(sentence, sum).map(({ text, match }) => (match ? `[${text}]` : text)), marked);
  }
});

test('of a very long sentence what is about the sum is kept, in whole words', () => {
  const [before, sum, after] = sumSegments(`${'avant '.repeat(100)}5 € ${'après '.repeat(100)}`, '5 €').map(({ text }) => text);
  assert.equal(before, `… ${'avant '.repeat(39)}`);
  assert.equal(sum, '5 €');
  assert.equal(after, `${' après'.repeat(39)} …`);
});

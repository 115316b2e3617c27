import assert from 'node:assert/strict';
import test from 'node:test';
import { rootsOf, withWords } from './marks.js';

test('the words to mark are those asked for and their translations', () => {
  for (const [q, translations, roots] of /** @type {[string, {to: string[]}[], string[]][]} */ ([
    ['', [], []],
    ['drones armées', [], ['dron', 'arme']],
    ['drone', [{ to: ['unmanned aircraft'] }], ['dron', 'unmanned', 'aircraft']],
    ['contrat -frégate NOT "sous marin" OR radar', [], ['contrat', 'radar']],
    ['org:thales amount:>=100M title:radar "de la DGA"', [], ['radar', 'dga']],
  ])) {
    assert.deepEqual([...rootsOf(q, translations)], roots, q);
  }
});

test('words are marked beside the sum, and the text stays the same', () => {
  const segments = [{ text: 'Le DRONE coûte ', match: false }, { text: '3 M€', match: true }, { text: ', les drones-espions plus.', match: false }];
  const marked = withWords(segments, rootsOf('drones'));
  assert.deepEqual(marked.filter(({ match }) => match).map(({ text }) => text), ['DRONE', '3 M€', 'drones']);
  assert.equal(marked.map(({ text }) => text).join(''), segments.map(({ text }) => text).join(''));
  assert.deepEqual(withWords(segments, rootsOf('')), segments);
});

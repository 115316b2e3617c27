import assert from 'node:assert/strict';
import test from 'node:test';
import { paragraphs } from './article.js';

test('marked text is cut into paragraphs, its marks kept', () => {
  assert.deepEqual(paragraphs([
    { text: 'Un ', match: false }, { text: 'drone', match: true }, { text: '.\n\nDeux ', match: false }, { text: 'drones', match: true }, { text: '\n', match: false },
  ]), [
    [{ text: 'Un ', match: false }, { text: 'drone', match: true }, { text: '.', match: false }],
    [{ text: 'Deux ', match: false }, { text: 'drones', match: true }],
  ]);
});

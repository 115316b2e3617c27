import assert from 'node:assert/strict';
import test from 'node:test';
import { dossierAddress, writeAddress } from '../shared/address.js';
import { naming, otherNames, pairs } from './naming.js';

const anduril = { id: 'anduril', kind: 'organisation' };
const palantir = { id: 'palantir', kind: 'organisation' };
const trump = { id: 'donald-trump', kind: 'person' };

test('the search for articles that name all: one of a kind is a filter, several are fields', () => {
  const rows = [
    [[anduril], '?organisation=anduril'],
    [[anduril, trump], '?organisation=anduril&person=donald-trump'],
    [[anduril, palantir], '?q=org%3Aanduril+org%3Apalantir'],
    [[anduril, trump, palantir], '?q=org%3Aanduril+org%3Apalantir&person=donald-trump'],
  ];
  for (const [entities, address] of rows) {
    assert.equal(writeAddress(naming(entities)), address);
  }
  assert.equal(dossierAddress('a', 'b'), '?entity=a&entity=b');
});

test('names are told once, case and accents aside, and not the labels again', () => {
  assert.deepEqual(otherNames(['Otan', 'Alliance atlantique', 'NATO', 'alliance Atlantique'], { fr: 'OTAN', en: 'NATO' }), ['Alliance atlantique']);
});

test('pairs are all of them, each once', () => {
  assert.deepEqual(pairs(['a', 'b', 'c']), [['a', 'b'], ['a', 'c'], ['b', 'c']]);
  assert.deepEqual(pairs(['a']), []);
});

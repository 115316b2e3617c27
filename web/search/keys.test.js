import assert from 'node:assert/strict';
import test from 'node:test';
import { keysAreOn, nextPlace, turnKeys } from './keys.js';

test('j and k go from hit to hit and stop at the ends', () => {
  assert.deepEqual([nextPlace(-1, 1, 10), nextPlace(-1, -1, 10), nextPlace(0, 1, 10), nextPlace(9, 1, 10), nextPlace(0, -1, 10), nextPlace(-1, 1, 0)], [0, -1, 1, -1, -1, -1]);
});

test('single keys are on until they are turned off, and where the browser keeps nothing', () => {
  assert.equal(keysAreOn(), true);
  assert.equal(turnKeys(false), typeof localStorage !== 'undefined');
  const kept = new Map();
  globalThis.localStorage = /** @type {any} */ ({
    getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key),
  });
  assert.equal(turnKeys(false), true);
  assert.equal(keysAreOn(), false);
  turnKeys(true);
  assert.equal(keysAreOn(), true);
});

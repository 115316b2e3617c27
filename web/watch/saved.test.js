import assert from 'node:assert/strict';
import test from 'node:test';
import { readAddress, writeAddress } from '../shared/address.js';
import { messages } from './en.js';
import { learn, speak } from '../shared/text.js';
import { followed, justAfter, loadSaved, merged, moved, readSaved, storeSaved, writeSaved } from './saved.js';
import { lastWeeks, volumeSentence } from './volume.js';

const saved = (id, address) => ({ id, name: id, note: '', address, seen: '2026-11-28T05:00:00Z', before: '' });

test('what is kept is read back, and nothing else is', () => {
  const list = [saved('a', '?q=drone&language=fr'), saved('b', './')];
  assert.deepEqual(readSaved(writeSaved(list)), list);
  for (const broken of [null, '', '{', '[]', '{"version":2,"searches":[]}', '{"version":1,"searches":3}']) {
    assert.equal(readSaved(broken), null, String(broken));
  }
  const foreign = readSaved(JSON.stringify({ version: 1, searches: [
    null, 3, { address: 'javascript:alert(1)' }, { address: '//elsewhere' }, { address: '?q=x&page=4&article=y&added_since=2025', seen: 'never', name: 7 }, saved('a', '?q=1'), saved('a', '?q=2'),
  ] }));
  assert.deepEqual(foreign?.map(({ address }) => address), ['?q=x', '?q=1']);
  assert.ok(foreign?.every(({ seen }) => !Number.isNaN(Date.parse(seen))));
});

test('where the browser keeps nothing, nothing is followed and saving says so', () => {
  const kept = globalThis.localStorage;
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get() {
    throw new Error('refused');
  } });
  assert.deepEqual(loadSaved(), []);
  assert.equal(storeSaved([]), false);
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, writable: true, value: kept });
});

test('a list is ordered by hand, and takes in what it does not have', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => saved(id, `?q=${id}`));
  assert.deepEqual(moved([a, b, c], 'c', -1), [a, c, b]);
  assert.deepEqual(moved([a, b, c], 'c', 1), [a, b, c]);
  assert.deepEqual(merged([a, b], [{ ...b, name: 'other' }, c]), [a, b, c]);
  const [, twin] = merged([a], [{ ...c, id: 'a' }]);
  assert.notEqual(twin.id, 'a');
  assert.equal(merged([], Array.from({ length: 60 }, (_, n) => saved(String(n), `?q=${n}`))).length, 50);
});

test('what is followed is the search itself, and new is what comes after the index’s last change', () => {
  assert.equal(writeAddress(followed(readAddress('?q=x&language=fr&page=3&article=a&added_since=2025-01-01'))), '?q=x&language=fr');
  assert.equal(justAfter('2026-11-28T13:12:54Z'), '2026-11-28T13:12:55Z');
});

test('the volume to expect is that of the last twelve weeks of the index', () => {
  speak('en', {});
  learn(messages);
  assert.equal(lastWeeks(readAddress(''), '2025-06-17')?.from, '2025-03-26');
  assert.equal(lastWeeks(readAddress('?from=2025-05'), '2025-06-17')?.from, '2025-05');
  assert.equal(lastWeeks(readAddress('?from=2024'), '2025-06-17')?.from, '2025-03-26');
  assert.equal(lastWeeks(readAddress('?to=2024'), '2025-06-17'), null);
  assert.equal(lastWeeks(readAddress('?to=2025'), '2025-06-17')?.to, '2025');
  assert.deepEqual([0, 1, 11, 12, 40].map(volumeSentence), [
    '0 articles in 12 weeks.', '1 article in 12 weeks.', '11 articles in 12 weeks.', 'About 1 article a week, by the last twelve.', 'About 3 articles a week, by the last twelve.',
  ]);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { dayBefore, readDay } from './dates.js';

test('dates are read as people write them', () => {
  for (const [typed, fr, en] of [
    ['2025', '2025', '2025'],
    ['2025-6', '2025-06', '2025-06'],
    [' 2025-06-17 ', '2025-06-17', '2025-06-17'],
    ['06/2025', '2025-06', '2025-06'],
    ['17/06/2025', '2025-06-17', '2025-06-17'],
    ['7.6.2025', '2025-06-07', null],
    ['06/17/2025', null, '2025-06-17'],
    ['2025-02-30', null, null],
    ['29/02/2024', '2024-02-29', '2024-02-29'],
    ['2025-13', null, null],
    ['hier', null, null],
    ['', null, null],
  ]) {
    assert.deepEqual([readDay(typed, 'fr'), readDay(typed, 'en')], [fr, en], typed);
  }
});

test('recent days are counted in the reader’s calendar', () => {
  const today = new Date(2024, 2, 1, 0, 5);
  assert.equal(dayBefore(today, { days: 1 }), '2024-02-29');
  assert.equal(dayBefore(today, { days: 6 }), '2024-02-24');
  assert.equal(dayBefore(today, { months: 12 }), '2023-03-01');
});

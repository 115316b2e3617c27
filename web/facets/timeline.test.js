import assert from 'node:assert/strict';
import test from 'node:test';
import { addDays, periodEnd, periodRange, shiftSpan } from './timeline.js';

test('periods end where the calendar says', () => {
  assert.deepEqual(
    [['2024-02-01', 'month'], ['2025-10-01', 'quarter'], ['2025-01-01', 'year'], ['2024-12-30', 'week'], ['2025-06-17', 'day']]
      .map(([start, interval]) => periodEnd(start, interval)),
    ['2024-02-29', '2025-12-31', '2025-12-31', '2025-01-05', '2025-06-17']);
  assert.equal(addDays('2024-12-31', 1), '2025-01-01');
});

test('a range of periods is written as short as it can be', () => {
  assert.deepEqual(periodRange('2023-01-01', '2025-01-01', 'year'), { from: '2023', to: '2025' });
  assert.deepEqual(periodRange('2025-04-01', '2025-07-01', 'quarter'), { from: '2025-04', to: '2025-09' });
  assert.deepEqual(periodRange('2025-06-01', '2025-06-01', 'month'), { from: '2025-06', to: '2025-06' });
  assert.deepEqual(periodRange('2025-06-16', '2025-06-16', 'week'), { from: '2025-06-16', to: '2025-06-22' });
});

test('earlier and later keep the span', () => {
  for (const [span, earlier, later] of [
    [['2025', '2025'], ['2024', '2024'], ['2026', '2026']],
    [['2025-01', '2025-03'], ['2024-10', '2024-12'], ['2025-04', '2025-06']],
    [['2024-02-26', '2024-03-03'], ['2024-02-19', '2024-02-25'], ['2024-03-04', '2024-03-10']],
    [['2024', '2025-06'], ['2022-07', '2023-12'], ['2025-07', '2026-12']],
    [['2025-06', '2025-06-15'], ['2025-05-17', '2025-05-31'], ['2025-06-16', '2025-06-30']],
  ]) {
    const [from, to] = span;
    assert.deepEqual(shiftSpan({ from, to }, -1), { from: earlier[0], to: earlier[1] });
    assert.deepEqual(shiftSpan({ from, to }, 1), { from: later[0], to: later[1] });
  }
});

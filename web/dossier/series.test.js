import assert from 'node:assert/strict';
import test from 'node:test';
import { aligned, scale, sharedInterval, yearPlaces } from './series.js';

const timeline = (interval, ...buckets) => ({ interval, undated: 0, buckets: buckets.map(([start, count = 1]) => ({ start, count })) });

test('timelines share the shortest interval that fits them all', () => {
  const rows = [
    ['day', [timeline('day', ['2025-06-01']), timeline('day', ['2025-06-30'])]],
    ['week', [timeline('day', ['2025-01-01']), timeline('day', ['2025-06-30'])]],
    ['week', [timeline('day', ['2025-06-01']), timeline('week', ['2025-06-30'])]],
    ['month', [timeline('week', ['2024-03-04']), timeline('month', ['2025-06-01'])]],
    ['quarter', [timeline('month', ['2022-03-01']), timeline('day', ['2025-06-01'])]],
    ['year', [timeline('day', ['2012-03-01']), timeline('day', ['2025-06-01'])]],
    ['year', [timeline('year', ['2025-01-01']), timeline('day', ['2025-06-01'])]],
    ['day', [timeline('day'), timeline('day')]],
    ['week', [timeline('day'), timeline('week', ['2025-06-02'])]],
  ];
  for (const [interval, timelines] of rows) {
    assert.equal(sharedInterval(timelines), interval);
  }
});

test('periods go from the first of any to the last of any, none left out', () => {
  assert.deepEqual(aligned([
    timeline('month', ['2025-03-01', 2], ['2025-04-01', 0], ['2025-05-01', 1]), timeline('month', ['2024-12-01', 4]), timeline('month'),
  ], 'month'), {
    interval: 'month',
    starts: ['2024-12-01', '2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01'],
    counts: [[0, 0, 0, 2, 0, 1], [4, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]],
  });
  assert.deepEqual(aligned([timeline('week', ['2024-12-30'], ['2025-01-06'])], 'week').starts, ['2024-12-30', '2025-01-06']);
  assert.deepEqual(aligned([timeline('day')], 'day').starts, []);
});

test('a scale has few whole steps and holds the highest count', () => {
  for (const [highest, ticks] of [[0, [0, 1]], [1, [0, 1]], [2, [0, 1, 2]], [5, [0, 2, 4, 6]], [7, [0, 2, 4, 6, 8]], [19, [0, 5, 10, 15, 20]], [1234, [0, 500, 1000, 1500]]]) {
    assert.deepEqual(scale(highest), ticks);
  }
});

test('years are named where they begin, as many as there is room for', () => {
  assert.deepEqual(yearPlaces(['2024-11-01', '2024-12-01', '2025-01-01', '2025-02-01', '2026-01-01'], 5), [0, 2, 4]);
  assert.deepEqual(yearPlaces(['2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01'], 2), [0, 2]);
});

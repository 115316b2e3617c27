import assert from 'node:assert/strict';
import test from 'node:test';
import { messages } from '../../web/i18n/en.js';
import { readAddress } from '../../web/js/address.js';
import { paragraphs } from '../../web/js/article.js';
import { dayBefore, orderValues, readDay } from '../../web/js/facets.js';
import { excerpted, pageNumbers, pagesOf, readsOtherwise } from '../../web/js/results.js';
import { suggested, withoutName } from '../../web/js/suggest.js';
import { speak } from '../../web/js/text.js';
import { addDays, periodEnd, periodRange, shiftSpan } from '../../web/js/timeline.js';
import { waysToWiden } from '../../web/js/widening.js';

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

test('values chosen stand first, years by year, and one that the answer lacks is still there', () => {
  const names = (/** @type {string} */ facet, /** @type {string[]} */ values, /** @type {string} */ address) => orderValues(
    facet, values.map((value) => ({ value, count: 1 })), readAddress(address)).map(({ value }) => value);
  assert.deepEqual(names('source', ['A', 'B', 'C'], '?source=C&exclude=source:Z'), ['C', 'Z', 'A', 'B']);
  assert.deepEqual(names('year', ['2023', '2025', '2024'], '?year=2023'), ['2023', '2025', '2024']);
  assert.deepEqual(names('author', ['Inès Valmont', 'B'], '?author=ines+valmont'), ['Inès Valmont', 'B']);
});

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

test('the pager shows the ends and the neighbourhood, and no page that cannot be asked for', () => {
  assert.deepEqual(pageNumbers(1, 1), [1]);
  assert.deepEqual(pageNumbers(1, 3), [1, 2, 3]);
  assert.deepEqual(pageNumbers(5, 9), [1, 0, 4, 5, 6, 0, 9]);
  assert.deepEqual(pageNumbers(3, 5), [1, 2, 3, 4, 5]);
  assert.equal(pagesOf({ total: 1_000_000, per_page: 10 }), 1000);
  assert.equal(pagesOf({ total: 0, per_page: 10 }), 1);
});

test('the reading of a query is told where it says something', () => {
  assert.equal(readsOtherwise('drone naval', 'drone AND naval'), false);
  assert.equal(readsOtherwise('Drone', 'drone'), false);
  assert.equal(readsOtherwise('"drone', 'drone'), true);
  assert.equal(readsOtherwise('a -b', 'a NOT b'), true);
  assert.equal(readsOtherwise('', ''), false);
});

test('marked text is cut into paragraphs, its marks kept', () => {
  assert.deepEqual(paragraphs([
    { text: 'Un ', match: false }, { text: 'drone', match: true }, { text: '.\n\nDeux ', match: false }, { text: 'drones', match: true }, { text: '\n', match: false },
  ]), [
    [{ text: 'Un ', match: false }, { text: 'drone', match: true }, { text: '.', match: false }],
    [{ text: 'Deux ', match: false }, { text: 'drones', match: true }],
  ]);
});

test('a suggestion leads to its search, filters kept', () => {
  const search = readAddress('?q=drone+val&language=fr&page=2');
  assert.equal(withoutName('drone inès val', 'Inès Valmont'), 'drone');
  assert.deepEqual(suggested(search, 'drone val', { kind: 'author', text: 'Inès Valmont' }).include, { language: ['fr'], author: ['Inès Valmont'] });
  assert.equal(suggested(search, 'drone val', { kind: 'author', text: 'Inès Valmont' }).q, 'drone');
  assert.equal(suggested(search, 'drone val', { kind: 'word', text: 'drone valise' }).q, 'drone valise');
  assert.equal(suggested(search, 'x', { kind: 'headline', text: 'X', link: '/api/v1/articles/a-1' }).article, 'a-1');
});

test('ways to widen begin with the smallest change', () => {
  speak('en', messages);
  const answer = { query: { suggestion: 'missile hypersonique' }, facets: {} };
  assert.deepEqual(waysToWiden(readAddress('?q=misile+hypersonique&language=fr&from=2025'), answer).map(({ name }) => name), [
    'Search for “missile hypersonique”', 'Without the filter from 2025', 'Without the filter French', 'Without any filter',
    'Any of the words', 'All the articles',
  ]);
  assert.deepEqual(waysToWiden(readAddress('?q=zzz'), { query: { suggestion: null }, facets: {} }).map(({ name }) => name), ['All the articles']);
});

test('a snippet cut within a sentence says so', () => {
  const shown = (...texts) => excerpted(texts.map((text) => ({ text, match: false }))).map(({ text }) => text).join('');
  assert.equal(shown('le contrat', ' de la phase'), '… le contrat de la phase …');
  assert.equal(shown('Évalué à 7 milliards.'), 'Évalué à 7 milliards.');
  assert.equal(shown('The “deal”'), 'The “deal”');
  assert.equal(shown(''), '');
});

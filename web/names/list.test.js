import assert from 'node:assert/strict';
import test from 'node:test';
import { readAddress, writeAddress } from '../shared/address.js';
import { spreadsheet } from '../shared/files.js';
import { countsAddresses, MOST_NAMES, readNames, searchOf, sortedCounts, sorting, tsv } from './list.js';

test('names are read from lines, semicolons and tabs, each once', () => {
  for (const [text, names, out] of /** @type {[string, string[], Record<string, number>][]} */ ([
    ['', [], {}],
    [' \n\n ', [], {}],
    ['Safran\nKNDS\r\nThales\n', ['Safran', 'KNDS', 'Thales'], {}],
    ['Safran; KNDS ;Thales', ['Safran', 'KNDS', 'Thales'], {}],
    ['Safran\tKNDS', ['Safran', 'KNDS'], {}],
    ['Safran\n\n  \nKNDS', ['Safran', 'KNDS'], { blanks: 2 }],
    ['Thales\nTHALÈS\nthales', ['Thales'], { doubles: 2 }],
    ['- Safran\n• KNDS\n"Turgis et Gaillard"\n« Élan vital »', ['Safran', 'KNDS', 'Turgis et Gaillard', 'Élan vital'], {}],
    ['Turgis   et\u00a0Gaillard', ['Turgis et Gaillard'], {}],
    ['Lockheed Martin, Inc.', ['Lockheed Martin, Inc.'], {}],
    ['-X\nA-10', ['-X', 'A-10'], {}],
    [`${'é'.repeat(100)}\n${'é'.repeat(101)}`, ['é'.repeat(100)], { long: 1 }],
  ])) {
    assert.deepEqual(readNames(text), { names, blanks: 0, doubles: 0, long: 0, many: 0, ...out }, text);
  }
  const many = readNames(Array.from({ length: MOST_NAMES + 7 }, (_, place) => `name ${place}`).join('\n'));
  assert.equal(many.names.length, MOST_NAMES);
  assert.equal(many.many, 7);
});

test('questions fit an address, have every name once and every filter each', () => {
  const search = readAddress('?q=drone+%C3%A9lan&from=2025&organisation=dga&sort=newest&recency=mild&per_page=50&page=3&view=names&order=name');
  for (const names of [['Safran'], Array.from({ length: 500 }, (_, place) => `société ${place} «&=;+`), Array.from({ length: 500 }, (_, place) => `n${place}`), ['é'.repeat(100)]]) {
    const questions = countsAddresses(search, names).map((address) => new URL(address, 'http://x/'));
    assert.deepEqual(questions.flatMap(({ searchParams }) => searchParams.getAll('name')), names);
    for (const { href, pathname, searchParams } of questions) {
      assert.ok(href.length <= 8000 && searchParams.getAll('name').length <= 100);
      assert.equal(pathname, '/api/v1/counts');
      searchParams.delete('name');
      assert.equal(searchParams.toString(), 'q=drone+%C3%A9lan&organisation=dga&from=2025');
    }
  }
  assert.deepEqual(countsAddresses(readAddress('?view=names'), ['A B', 'C']), ['api/v1/counts?name=A+B&name=C']);
  const crowded = countsAddresses({ ...readAddress(''), q: 'é'.repeat(2000) }, ['a', 'b']);
  assert.equal(crowded.length, 2, 'one name at least in each');
});

test('each count is found by a search', () => {
  const thales = { id: 'thales', kind: 'organisation', label: 'Thales', labels: {} };
  const entity = { name: 'Thalès', entity: thales, articles: 3 };
  const phrase = { name: 'Turgis “et” Gaillard', articles: 1 };
  for (const [count, address, expected, relaxed] of /** @type {[any, string, string | null, boolean?][]} */ ([
    [entity, '?view=names&order=name&page=2', '?organisation=thales'],
    [entity, '?q=drone&language=fr&view=names', '?q=drone&language=fr&organisation=thales'],
    [entity, '?organisation=dga&view=names', '?q=org:thales&organisation=dga'],
    [entity, '?q=a+OR+b&organisation=dga', '?q=(a OR b) AND org:thales&organisation=dga'],
    [phrase, '?view=names&from=2025', '?q="Turgis  et  Gaillard"&from=2025'],
    [phrase, '?q=drone', '?q=drone "Turgis  et  Gaillard"'],
    [phrase, '?q=a+b&match=any', '?q=(a b) AND "Turgis  et  Gaillard"&match=any'],
    [phrase, '?q=a+b', '?q=(a b) AND "Turgis  et  Gaillard"&match=any', true],
    [{ name: '+++', articles: 0 }, '', null],
  ])) {
    const search = searchOf(count, readAddress(address), relaxed);
    assert.equal(search && decodeURIComponent(writeAddress(search)).replaceAll('+', ' '), expected, address);
  }
});

test('a heading sorts one way, the other, and back to the list', () => {
  assert.deepEqual(sorting('articles', ''), { sorted: 'none', next: '-articles' });
  assert.deepEqual(sorting('articles', '-articles'), { sorted: 'descending', next: 'articles' });
  assert.deepEqual(sorting('articles', 'articles'), { sorted: 'ascending', next: '' });
  assert.deepEqual(sorting('name', '-articles'), { sorted: 'none', next: 'name' });
  const counts = [{ name: 'Éole', articles: 2, first: '2024-01-01', last: '2025-01-01' }, { name: 'b', articles: 0 }, { name: 'Zeus', articles: 10, first: '2023-05-05', last: '2023-05-06' }];
  const order = (/** @type {string} */ by) => sortedCounts(counts, by).map(({ name }) => name).join(' ');
  assert.equal(order(''), 'Éole b Zeus');
  assert.equal(order('newest'), 'Éole b Zeus');
  assert.equal(order('name'), 'b Éole Zeus');
  assert.equal(order('-articles'), 'Zeus Éole b');
  assert.equal(order('articles'), 'b Éole Zeus');
  assert.equal(order('first'), 'Zeus Éole b');
  assert.equal(order('-first'), 'Éole Zeus b', 'without a day last');
});

test('tables are written for other programs', () => {
  const rows = [['Nom', 'Articles'], ['=SUM(A1)', 3], ['a;b "c"', 0], ['d\te', 1]];
  assert.equal(spreadsheet(rows, 'fr'), '\uFEFFNom;Articles\r\n\'=SUM(A1);3\r\n"a;b ""c""";0\r\nd\te;1\r\n');
  assert.equal(tsv(rows), 'Nom\tArticles\n=SUM(A1)\t3\na;b "c"\t0\nd e\t1');
});

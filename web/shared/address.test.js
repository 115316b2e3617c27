import assert from 'node:assert/strict';
import test from 'node:test';
import {
  articleAddress, articleOfLink, changed, choiceOf, choose, exportAddress, filtersOf, readAddress, searchAddress, withoutFilters,
  withoutParameter, writeAddress,
} from './address.js';

test('an address read and written again is the same search', () => {
  for (const address of [
    './',
    '?q=drone+naval',
    '?q=%22drone+de+combat%22&language=fr&source=Bureau+Paris&source=Brussels+Desk',
    '?q=%C3%A9t%C3%A9&exclude=author%3AHugo+Lemercier&exclude=source%3AA%3A+B',
    '?q=x&from=2025-06&to=2025-06-17&match=any&recency=mild&sort=oldest&per_page=20&page=3',
    '?q=x&page=2&article=2022-02-24-eurodrone-fr',
  ]) {
    assert.equal(writeAddress(readAddress(address === './' ? '' : address)), address);
  }
});

test('parameters the page does not know are kept out of the question', () => {
  const search = readAddress('?q=x&utm_source=y&article=a&page=2&exclude=nofacet:z&exclude=source:&constructor=1');
  assert.equal(searchAddress(search), 'api/v1/search?q=x&page=2');
});

test('wrong values go to the server, which names them; a page that is none is the first', () => {
  assert.equal(searchAddress(readAddress('?sort=foo&from=soon')), 'api/v1/search?from=soon&sort=foo');
  for (const page of ['0', '-1', 'x', '1.5', '']) {
    assert.equal(readAddress(`?page=${page}`).page, 1);
  }
});

test('a value is kept, excluded or let be, and its siblings stay', () => {
  const start = readAddress('?q=x&source=A&page=4');
  const both = choose(start, 'source', 'B', 'include');
  assert.equal(writeAddress(both), '?q=x&source=A&source=B');
  const not = choose(both, 'source', 'A', 'exclude');
  assert.equal(writeAddress(not), '?q=x&source=B&exclude=source%3AA');
  assert.deepEqual(['A', 'B', 'C'].map((value) => choiceOf(not, 'source', value)), ['exclude', 'include', 'off']);
  assert.equal(writeAddress(choose(choose(not, 'source', 'A', 'off'), 'source', 'B', 'off')), '?q=x');
});

test('names are one name whatever their case and accents, as for the server', () => {
  const search = readAddress('?author=ines+valmont&exclude=source:BUREAU+PARIS');
  assert.equal(choiceOf(search, 'author', 'Inès Valmont'), 'include');
  assert.equal(choiceOf(search, 'source', 'Bureau Paris'), 'exclude');
  assert.equal(writeAddress(choose(search, 'author', 'Inès Valmont', 'off')), '?exclude=source%3ABUREAU+PARIS');
});

test('each filter in force says the search without it', () => {
  const search = readAddress('?q=x&from=2024&year=2025&exclude=language:en&page=2');
  assert.deepEqual(filtersOf(search).map(({ facet, value, excluded, without }) => [facet, value, excluded, writeAddress(without)]), [
    ['from', '2024', false, '?q=x&year=2025&exclude=language%3Aen'],
    ['year', '2025', false, '?q=x&exclude=language%3Aen&from=2024'],
    ['language', 'en', true, '?q=x&year=2025&from=2024'],
  ]);
  assert.equal(writeAddress(withoutFilters(search)), '?q=x');
});

test('a new query keeps the filters and begins at the first page', () => {
  assert.equal(writeAddress(changed(readAddress('?q=x&source=A&page=3&article=b'), { q: 'y' })), '?q=y&source=A');
});

test('exports carry every filter, and no page', () => {
  const search = readAddress('?q=x&source=A&exclude=year:2024&sort=oldest&page=3&per_page=50');
  assert.equal(exportAddress(search, 'csv'), 'api/v1/search.csv?q=x&source=A&exclude=year%3A2024&sort=oldest');
  assert.equal(exportAddress(search, 'atom'), 'api/v1/search.atom?q=x&source=A&exclude=year%3A2024');
});

test('a parameter that the server refused can be left out', () => {
  assert.equal(writeAddress(withoutParameter(readAddress('?q=x&sort=foo&per_page=5000'), 'per_page')), '?q=x&sort=foo');
  assert.equal(writeAddress(withoutParameter(readAddress('?exclude=year:x'), 'exclude')), './');
});

test('an article is named by the last part of its link', () => {
  assert.equal(articleOfLink('/api/v1/articles/2022-02-24-eurodrone-fr'), '2022-02-24-eurodrone-fr');
  assert.equal(articleOfLink('/api/v1/articles/~0123456789abcdef?q=x'), '~0123456789abcdef');
  assert.equal(articleAddress('a b', ' été '), 'api/v1/articles/a%20b?q=%C3%A9t%C3%A9');
});

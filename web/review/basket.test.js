import assert from 'node:assert/strict';
import test from 'node:test';
import { backupText, readBackup } from './backup.js';
import {
  add, addSection, amend, emptyReview, entryOf, isEmpty, merge, MOST_ARTICLES, parts, place, putBack, readReview, remove, removeSection, renameSection, shortened, step, stepSection,
} from './basket.js';

/** @param {string} name @param {object} [more] */
const entry = (name, more = {}) => ({ ...entryOf({ id: name, link: `/api/v1/articles/${name}`, title: name }, '2026-11-28'), ...more });
/** "a b | Ukraine: c" @param {any} review */
const written = (review) => parts(review).map(({ section, articles }) => [section.name && `${section.name}:`, ...articles.map(({ id }) => id)].filter(Boolean).join(' ')).join(' | ');
const link = (/** @type {string} */ name) => `/api/v1/articles/${name}`;

function twoSections() {
  let review = ['a', 'b', 'c', 'd'].reduce((one, name) => add(one, entry(name)), emptyReview());
  review = addSection(addSection(review, { id: '1', name: 'France' }), { id: '2', name: 'Abroad' });
  review = place(review, link('c'), '1', 0);
  return place(review, link('d'), '2', 0);
}

test('articles are added once, to the last section, and no more than can be', () => {
  assert.equal(written(add(twoSections(), entry('e'))), 'a b | France: c | Abroad: d e');
  const once = add(emptyReview(), entry('a'));
  assert.equal(add(once, entry('a')), once);
  const full = Array.from({ length: MOST_ARTICLES + 5 }, (_, n) => entry(`n${n}`)).reduce(add, emptyReview());
  assert.equal(full.articles.length, MOST_ARTICLES);
});

test('an article steps within its section and over its edges', () => {
  const rows = [
    ['a', 1, 'b a | France: c | Abroad: d'], ['a', -1, 'a b | France: c | Abroad: d'], ['b', 1, 'a | France: b c | Abroad: d'],
    ['c', 1, 'a b | France: | Abroad: c d'], ['c', -1, 'a b c | France: | Abroad: d'], ['d', 1, 'a b | France: c | Abroad: d'], ['x', 1, 'a b | France: c | Abroad: d'],
  ];
  for (const [name, by, expected] of rows) {
    assert.equal(written(step(twoSections(), link(name), by)), expected, `${name} ${by}`);
  }
});

test('an article is placed anywhere', () => {
  assert.equal(written(place(twoSections(), link('a'), '2', 1)), 'b | France: c | Abroad: d a');
  assert.equal(written(place(twoSections(), link('d'), '', 1)), 'a d b | France: c | Abroad:');
  assert.equal(written(place(twoSections(), link('d'), '', Infinity)), 'a b d | France: c | Abroad:');
  assert.equal(written(place(twoSections(), link('a'), 'none', 0)), 'a b | France: c | Abroad: d');
});

test('sections are ordered, named and taken away without a loss', () => {
  assert.equal(written(stepSection(twoSections(), '2', -1)), 'a b | Abroad: d | France: c');
  assert.equal(written(stepSection(twoSections(), '1', -1)), 'a b | France: c | Abroad: d');
  assert.equal(written(renameSection(twoSections(), '1', 'Europe')), 'a b | Europe: c | Abroad: d');
  assert.equal(written(removeSection(twoSections(), '2')), 'a b | France: c d');
  assert.equal(written(removeSection(twoSections(), '1')), 'a b c | Abroad: d');
});

test('what was removed comes back where it was', () => {
  const review = amend(twoSections(), link('c'), { note: 'keep' });
  const gone = review.articles[2];
  assert.equal(written(putBack(remove(review, link('c')), gone, 2)), written(review));
  assert.equal(putBack(remove(review, link('c')), gone, 2).articles[2].note, 'keep');
  assert.equal(written(putBack(remove(removeSection(review, '1'), link('c')), gone, 2)), 'a b c | Abroad: d');
});

test('the extract is a few lines: the snippet, else the standfirst, else how it begins', () => {
  const snippet = [{ text: 'des\n\n', match: false }, { text: 'drones', match: true }, { text: ' à voilure', match: false }];
  for (const [article, expected] of [
    [{ snippet, standfirst: 'x' }, '… des drones à voilure …'], [{ snippet: [], standfirst: 'Le chapeau', body: 'x' }, 'Le chapeau'],
    [{ body: 'Un\ndeux.' }, 'Un deux.'], [{}, ''], [{ snippet: [{ text: 'Tout est dit. ', match: false }] }, 'Tout est dit.'],
  ]) {
    assert.equal(entryOf({ link: '/x', title: 't', ...article }, '').extract, expected);
  }
  const long = entryOf({ link: '/x', title: 't', body: 'mot '.repeat(200) }, '').extract;
  assert.ok(long.length <= 300 && long.endsWith('mot …'), long);
  assert.ok(shortened('x'.repeat(999)).length <= 300);
  assert.equal(entryOf({ link: '/x', title: '', body: 'b' }, '2026-11-28').link, '/x');
});

test('whatever the browser kept is read, and what is wrong in it left out', () => {
  for (const wrong of [null, undefined, 3, 'x', [], {}, { articles: 3, sections: 'x' }, { articles: [null, 1, {}, { link: 'x' }, { title: 'x' }], sections: [null, {}] }]) {
    assert.ok(isEmpty(readReview(wrong)), JSON.stringify(wrong));
  }
  const read = readReview({
    title: 7, sections: [{ id: '1', name: 'A' }, { id: '1', name: 'B' }],
    articles: [{ link: 'x', title: 'x', section: 'gone', authors: [1, 'Ann', ''], note: { a: 1 }, extract: 'y'.repeat(9999), extra: 'no' }, { link: 'x', title: 'again' }],
  });
  assert.deepEqual(read.sections, [{ id: '1', name: 'A' }]);
  assert.equal(read.articles.length, 1);
  const [one] = read.articles;
  assert.deepEqual([one.section, one.authors, one.note, one.extract.length, 'extra' in one], ['', ['Ann'], '', 300, false]);
});

test('a backup comes back as it was', () => {
  const review = { ...amend(twoSections(), link('a'), { note: '"quoted"\n\\ é' }), title: 'Title', introduction: 'Two\nlines' };
  assert.deepEqual(readBackup(backupText(review)), { review, dropped: 0 });
  assert.deepEqual(readBackup(`\uFEFF${backupText(review)}`), { review, dropped: 0 });
});

test('a wrong file is refused with what is wrong', () => {
  const head = '"format":"vigie-press-review"';
  for (const [text, wrong] of [
    ['', 'empty'], ['  ', 'empty'], ['<html>', 'json'], [backupText(twoSections()).slice(0, -20), 'json'], ['3', 'format'], ['null', 'format'], ['[]', 'format'],
    ['{"articles":[]}', 'format'], [`{${head}}`, 'version'], [`{${head},"version":2,"articles":[]}`, 'version'], [`{${head},"version":1}`, 'articles'],
    [`{${head},"version":1,"articles":[{}]}`, 'entries'],
  ]) {
    assert.equal(readBackup(text).wrong, `review.wrong.${wrong}`, text);
  }
  const some = { ...twoSections(), articles: [...twoSections().articles, {}] };
  assert.equal(readBackup(backupText(some)).dropped, 1);
});

test('two reviews become one: mine as it is, then what only the other has', () => {
  const other = addSection(addSection({ ...emptyReview(), title: 'Other', introduction: 'Theirs' }, { id: '9', name: ' france ' }), { id: '8', name: 'Asia' });
  const full = place(place(add(add(add(other, entry('a', { note: 'theirs' })), entry('y')), entry('z')), link('y'), '9', 0), link('z'), '8', 0);
  const both = merge({ ...amend(twoSections(), link('a'), { note: 'mine' }), title: 'Mine' }, full);
  assert.equal(written(both), 'a b | France: c y | Abroad: d | Asia: z');
  assert.deepEqual([both.title, both.introduction, both.articles[0].note], ['Mine', 'Theirs', 'mine']);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { marksOf, namesIn, paragraphs, placesOf } from './marking.js';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text).length;

/** Where `part` stands in `text`, in bytes. */
function placeOf(/** @type {string} */ text, /** @type {string} */ part) {
  const begin = bytes(text.slice(0, text.indexOf(part)));
  return { begin, end: begin + bytes(part) };
}

test('places in bytes are places in the string, whatever stands before them', () => {
  const text = 'é😀 日本 L’armée\u202f: 3\u00a0M€ à Łódź. 👩‍🚀 fin';
  for (const part of ['é', '😀', '日本', 'armée', '3\u00a0M€', 'Łódź', '👩‍🚀', 'fin']) {
    const { begin, end } = placeOf(text, part);
    const [from, to] = placesOf(text, [begin, end]);
    assert.equal(text.slice(from, to), part);
  }
  assert.deepEqual(placesOf('aé', [9, 0, 1, 3]), [2, 0, 1, 2], 'in any order, none past the end');
  assert.deepEqual(placesOf('😀a', [1, 4]), [2, 2], 'within a character is its end');
});

test('names and sums of a field: none within another, the unknown left out', () => {
  const body = 'À Łódź, U.S. Army Europe paie 3 M€ à Thales.';
  const place = (/** @type {string} */ part) => ({ field: 'body', ...placeOf(body, part) });
  const article = {
    title: 'Thales', body,
    organisations: [{ id: 'thales' }, { id: 'army' }, { id: 'army-europe' }],
    places: [{ id: 'lodz' }],
    mentions: [
      { id: 'army', ...place('U.S. Army') }, { id: 'army-europe', ...place('U.S. Army Europe') }, { id: 'lodz', ...place('Łódź') },
      { id: 'thales', field: 'title', begin: 0, end: 6 }, { id: 'thales', ...place('Thales') }, { id: 'stranger', ...place('paie') },
    ],
    amounts: [{ text: '3 M€', value: 3e6, currency: 'EUR', ...place('3 M€') }],
  };
  const told = (/** @type {any} */ field) => namesIn(article, field).map(({ begin, end, meant }) => [article[field].slice(begin, end), meant.kind, meant.id]);
  assert.deepEqual(told('body'), [
    ['Łódź', 'place', 'lodz'], ['U.S. Army Europe', 'organisation', 'army-europe'], ['3 M€', 'amount', undefined], ['Thales', 'organisation', 'thales'],
  ]);
  assert.deepEqual(told('title'), [['Thales', 'organisation', 'thales']]);
  assert.deepEqual(told('standfirst'), []);
});

test('a text is cut into paragraphs and pieces, which join to it', () => {
  const segments = [
    { text: 'Un ', match: false }, { text: 'drone', match: true, translates: 'UAV' }, { text: '.\n\n \nDeux ', match: false },
    { text: 'drones\nde combat', match: true }, { text: ' Rafale\n', match: false },
  ];
  const text = segments.map((one) => one.text).join('');
  const name = { begin: text.indexOf('combat'), end: text.indexOf('\n', text.indexOf('combat')), meant: { kind: 'programme', id: 'x' } };
  const all = [...paragraphs(text, marksOf(segments), [name])];
  assert.deepEqual(all.map((pieces) => pieces.map((piece) => piece.text).join('')), ['Un drone.', 'Deux drones', 'de combat Rafale']);
  assert.deepEqual(all.map((pieces) => pieces.map(({ text: words, mark, rest, name: named }) => `${words}${mark ? '*' : ''}${rest ? '+' : ''}${named ? '@' : ''}`)), [
    ['Un ', 'drone*', '.'], ['Deux ', 'drones*'], ['de *+', 'combat*+@', ' Rafale@'],
  ]);
  assert.equal(all[0][1].mark?.translates, 'UAV');
});

test('thousands of marks in a long text are each in their paragraph', () => {
  const text = 'un drone vole\n'.repeat(40000);
  const marks = [...text.matchAll(/drone/g)].map(({ index }) => ({ begin: index, end: index + 5 }));
  const all = [...paragraphs(text, marks, [])];
  assert.equal(all.length, 40000);
  assert.ok(all.every((pieces) => pieces.length === 3));
});

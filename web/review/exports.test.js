import assert from 'node:assert/strict';
import test from 'node:test';
import { messages as shared } from '../shared/en.js';
import { messages as sharedFrench } from '../shared/fr.js';
import { learn, speak } from '../shared/text.js';
import { addSection, emptyReview, entryOf, place, add } from './basket.js';
import { messages } from './en.js';
import { biblatex, csv, markdown, plainText, ris } from './exports.js';
import { messages as french } from './fr.js';

const NASTY = [
  '"quoted"; \'single\', comma', '<script>alert(1)</script>', 'two\nlines\r\nTY  - NEWS\r\nER  - ', '=cmd|\' /C calc\'!A0', '{unbalanced', 'closed}}', 'back\\slash\\',
  'a -- b', '# heading', '[link](javascript:alert(1))', '+1', '-1', '@SUM(A1)', '\ttab', '1. list', '> quote', '`code`', '&lt;b&gt;', '\u2028line',
];
const address = (/** @type {any} */ entry) => entry.url;

function hostile() {
  let review = addSection({ ...emptyReview(), title: NASTY[1], introduction: NASTY[2] }, { id: 's', name: NASTY[0] });
  for (const [n, text] of NASTY.entries()) {
    const entry = entryOf({
      id: `${n}`, link: `/api/v1/articles/${n}`, title: text, source: text, authors: [text], url: `https://x.example/?${encodeURIComponent(text)}`, standfirst: text,
      published: '2025-06-17', language: 'fr',
    }, '2026-11-28');
    review = add(review, { ...entry, note: text });
  }
  return place(review, '/api/v1/articles/0', 's', 0);
}

/** RFC 4180, as a spreadsheet reads it. @param {string} text @param {string} separator */
function readCsv(text, separator) {
  const rows = [['']];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows[rows.length - 1];
    if (quoted && text[at] === '"' && text[at + 1] === '"') {
      row[row.length - 1] += '"';
      at += 1;
    } else if (text[at] === '"' && (quoted || row.at(-1) === '')) {
      quoted = !quoted;
    } else if (!quoted && text[at] === separator) {
      row.push('');
    } else if (!quoted && text.startsWith('\r\n', at)) {
      rows.push(['']);
      at += 1;
    } else {
      row[row.length - 1] += text[at];
    }
  }
  assert.deepEqual(rows.pop(), ['']);
  return rows;
}

test('keys are the same in both languages, with the same parameters', () => {
  assert.deepEqual(Object.keys(messages), Object.keys(french));
  const parameters = (/** @type {any} */ text) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort();
  for (const key of Object.keys(messages)) {
    assert.deepEqual(parameters(messages[key]), parameters(french[key]), key);
  }
});

for (const [language, separator, title] of [['fr', ';', 'Titre'], ['en', ',', 'Title']]) {
  test(`CSV reads back as it was, with no formula, in ${language}`, () => {
    speak(language, language === 'fr' ? sharedFrench : shared);
    learn(language === 'fr' ? french : messages);
    const review = hostile();
    const text = csv(review, address);
    assert.ok(text.startsWith('\uFEFF'));
    const [header, ...rows] = readCsv(text.slice(1), separator);
    assert.equal(header[2], title);
    assert.equal(rows.length, NASTY.length);
    for (const [n, row] of rows.entries()) {
      assert.equal(row.length, header.length);
      assert.ok(row.every((cell) => !/^[=+\-@\t\r]/.test(cell)), row.join());
      const { title: expected, note } = review.articles[n];
      assert.deepEqual([row[0], row[2].replace(/^'(?=[=+\-@\t])/, ''), row[9].replace(/^'(?=[=+\-@\t])/, ''), row[4]], [String(n + 1), expected, note, '2025-06-17']);
    }
    assert.equal(rows.at(-1)?.[1], NASTY[0]);
  });
}

test('RIS has a line for each field and none more, whatever is in them', () => {
  const lines = ris(hostile(), address).split('\r\n');
  assert.equal(lines.filter((line) => line === 'TY  - NEWS').length, NASTY.length);
  assert.equal(lines.filter((line) => line === 'ER  - ').length, NASTY.length);
  assert.ok(lines.every((line) => line === '' || /^(TY|TI|AU|T2|PY|DA|LA|AB|KW|UR|Y2|N1|ER) {2}- /.test(line)));
  assert.ok(lines.every((line) => !/[\n\r\t\u2028]/.test(line)));
  const one = ris({ ...emptyReview(), articles: [{ ...entryOf({ link: '/x', title: 'T', authors: ['Ann Lee'], source: 'S', published: '2025-06-17', language: 'en', url: 'https://x.example/' }, '2026-11-28'), note: 'a\nb' }] }, address);
  assert.equal(one, ['TY  - NEWS', 'TI  - T', 'AU  - Lee, Ann', 'T2  - S', 'PY  - 2025', 'DA  - 2025/06/17/', 'LA  - en', 'UR  - https://x.example/', 'Y2  - 2026/11/28', 'N1  - a b', 'ER  - ', ''].join('\r\n'));
});

test('BibLaTeX has as many entries as articles, braces balanced, each key once', () => {
  const text = biblatex(hostile(), address);
  let depth = 0;
  let entries = 0;
  for (const mark of text.match(/[{}]/g) ?? []) {
    depth += mark === '{' ? 1 : -1;
    entries += depth === 0 ? 1 : 0;
    assert.ok(depth >= 0);
  }
  assert.deepEqual([depth, entries], [0, NASTY.length]);
  const keys = [...text.matchAll(/^@article\{([^,]+),$/gm)].map(([, key]) => key);
  assert.equal(new Set(keys).size, NASTY.length);
});

test('Markdown shows every text as text, one block each', () => {
  speak('en', shared);
  learn(messages);
  const text = markdown(hostile(), address);
  assert.doesNotMatch(text, /(?<!\\)[<>](?!\s)(?! )/);
  const blocks = text.trim().split('\n\n');
  assert.ok(blocks.every((block) => !block.includes('\n')));
  assert.equal(blocks.filter((block) => block.startsWith('### [')).length, NASTY.length);
  assert.equal(blocks.filter((block) => /^##? /.test(block)).length, 2);
  assert.ok(blocks.every((block) => /^(#{1,3} |> |\*\*|\\|\d+\\|[^\-+\d=~`|#>*])/.test(block)), blocks.join('\n'));
  assert.doesNotMatch(text, /(?<!\\)\]\(javascript/);
});

test('a review without a title, and articles that say nothing, are written in every form', () => {
  const bare = { ...emptyReview(), articles: [entryOf({ link: '/x', title: 'Bare' }, '2026-11-28')] };
  for (const write of [markdown, plainText, csv, ris, biblatex]) {
    assert.match(write(bare, address), /Bare/);
    assert.doesNotMatch(write(bare, address), /undefined|null|NaN/);
  }
  assert.match(markdown(bare, address), /^# Press review, \d+ \w+ \d{4}\n\n### Bare\n\nundated\n$/);
});

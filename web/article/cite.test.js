import assert from 'node:assert/strict';
import test from 'node:test';
import { biblatexEntry, tex } from './biblatex.js';
import { cite, STYLES } from './cite.js';
import { initials, readName, turned } from './names.js';

const INDIA = {
  title: 'L’Inde signe pour 26 Rafale Marine', source: 'Le Courrier', published: '2025-04-28', language: 'fr', authors: ['Thibault Kerdrel'],
  url: 'https://courrier.example/a?b=1&c=50%25', consulted: '2026-11-01',
};
const CARRIER = {
  title: 'Carrier or "floating airfield"?', source: 'The Herald', published: '2025-06-01T23:30:00-05:00', language: 'en',
  authors: ['Ursula von der Leyen', 'Jean-Pierre Marie Dupont', 'Agence France-Presse'],
};
const BARE = { title: 'Rien' };
const UNDATED = { title: 'No date.', source: 'The Herald', language: 'en', url: 'https://h.example/x', consulted: '2026-11-28' };

/** As Markdown would have it. @param {{text: string, italic?: boolean}[]} runs */
const written = (runs) => runs.map(({ text, italic }) => (italic ? `*${text}*` : text)).join('').replaceAll('\u202f', ' ');

const ROWS = [
  ['newsroom', INDIA, '« L’Inde signe pour 26 Rafale Marine », *Le Courrier*, 28 avril 2025, par Thibault Kerdrel, https://courrier.example/a?b=1&c=50%25, consulté le 1er novembre 2026.'],
  ['newsroom', CARRIER, '« Carrier or "floating airfield"? », *The Herald*, 1er juin 2025, par Ursula von der Leyen, Jean-Pierre Marie Dupont et Agence France-Presse.'],
  ['newsroom', { ...BARE, title: 'Un « drone » à l’essai', published: '2025-06' }, '« Un “drone” à l’essai », juin 2025.'],
  ['newsroom', BARE, '« Rien », sans date.'],
  ['newsroom', UNDATED, '« No date. », *The Herald*, sans date, https://h.example/x, consulté le 28 novembre 2026.'],
  ['apa', INDIA, 'Kerdrel, T. (2025, April 28). L’Inde signe pour 26 Rafale Marine. *Le Courrier*. https://courrier.example/a?b=1&c=50%25'],
  ['apa', CARRIER, 'von der Leyen, U., Dupont, J.-P. M., & Agence France-Presse. (2025, June 1). Carrier or "floating airfield"? *The Herald*.'],
  ['apa', { ...CARRIER, authors: ['Ann Lee', 'Bob Ray'] }, 'Lee, A., & Ray, B. (2025, June 1). Carrier or "floating airfield"? *The Herald*.'],
  ['apa', BARE, 'Rien. (n.d.).'],
  ['apa', UNDATED, 'No date. (n.d.). *The Herald*. Retrieved November 28, 2026, from https://h.example/x'],
  ['apa', { ...BARE, published: '2025' }, 'Rien. (2025).'],
  ['chicago', INDIA, 'Kerdrel, Thibault. “L’Inde signe pour 26 Rafale Marine.” *Le Courrier*, April 28, 2025. https://courrier.example/a?b=1&c=50%25.'],
  ['chicago', CARRIER, 'von der Leyen, Ursula, Jean-Pierre Marie Dupont, and Agence France-Presse. “Carrier or ‘floating airfield’?” *The Herald*, June 1, 2025.'],
  ['chicago', { ...CARRIER, authors: ['Ann Lee', 'Bob Ray'] }, 'Lee, Ann, and Bob Ray. “Carrier or ‘floating airfield’?” *The Herald*, June 1, 2025.'],
  ['chicago', BARE, '“Rien.”'],
  ['chicago', UNDATED, '“No date.” *The Herald*. Accessed November 28, 2026. https://h.example/x.'],
  ['chicago', { ...BARE, published: '2025-06' }, '“Rien.” June 2025.'],
];

for (const [style, article, expected] of ROWS) {
  test(`${style}: ${expected.slice(0, 60)}`, () => assert.equal(written(cite(style, article)), expected));
}

test('many authors are cut as each style cuts them', () => {
  const authors = Array.from({ length: 22 }, (_, n) => `Ann L${String.fromCharCode(97 + n)}`);
  assert.match(written(cite('apa', { ...BARE, authors })), /^La, A\., .*Ls, A\., \. \. \. Lv, A\. \(n\.d\.\)/);
  assert.match(written(cite('chicago', { ...BARE, authors })), /^La, Ann, Ann Lb, .*Ann Lg, et al\. “Rien/);
});

test('the title says its language, in every style that sets it as text', () => {
  for (const style of ['newsroom', 'apa', 'chicago']) {
    assert.deepEqual(cite(style, INDIA).filter(({ lang }) => lang !== undefined).map(({ lang }) => lang), ['fr']);
    assert.deepEqual(cite(style, { ...INDIA, language: 'und' }).filter(({ lang }) => lang !== undefined), []);
  }
});

test('names are turned round where they are a person’s', () => {
  for (const [name, expected] of [
    ['Thibault Kerdrel', 'Kerdrel, Thibault'], ['Salomé de La Roussière', 'de La Roussière, Salomé'], ['Jean d’Ormesson', 'd’Ormesson, Jean'],
    ['Ursula von der Leyen', 'von der Leyen, Ursula'], ['Kerdrel, Thibault', 'Kerdrel, Thibault'], ['AFP', 'AFP'], ['Agence France-Presse', 'Agence France-Presse'],
    ['La rédaction', 'La rédaction'], ['Bureau Paris', 'Bureau Paris'], ['Ann Lee and Bob Ray', 'Ann Lee and Bob Ray'], ['AFP, Reuters', 'AFP, Reuters'],
    ['Cyber & Space', 'Cyber & Space'], ['', ''], ['"><svg onload=x>', '"><svg onload=x>'], ['Ann\n\tLee', 'Lee, Ann'],
  ]) {
    assert.equal(turned(readName(name)), expected, name);
  }
  assert.equal(initials('Jean-Pierre Émile'), 'J.-P. É.');
});

test('BibLaTeX: type, langid, urldate, escapes, keys of their own', () => {
  const taken = new Set();
  assert.equal(biblatexEntry(INDIA, { taken, more: [['note', 'à 5 % & {plus}'], ['keywords', undefined]] }), [
    '@article{kerdrel2025inde,', '  author = {Kerdrel, Thibault},', '  title = {{L’Inde signe pour 26 Rafale Marine}},', '  journaltitle = {Le Courrier},',
    '  entrysubtype = {newspaper},', '  date = {2025-04-28},', '  langid = {french},', '  url = {https://courrier.example/a?b=1&c=50%25},',
    '  urldate = {2026-11-01},', '  note = {à 5 \\% \\& \\textbraceleft{}plus\\textbraceright{}},', '}'].join('\n'));
  assert.match(biblatexEntry(INDIA, { taken }), /^@article\{kerdrel2025inde-2,/);
  assert.match(biblatexEntry({ ...UNDATED, source: '' }), /^@online\{no,\n {2}title = \{\{No date\.\}\},\n {2}langid/);
  assert.match(biblatexEntry(BARE), /^@misc\{rien,\n {2}title = \{\{Rien\}\},\n\}$/);
  assert.match(biblatexEntry({ title: '…' }), /^@misc\{article,/);
  assert.match(biblatexEntry(CARRIER), /author = \{von der Leyen, Ursula and Dupont, Jean-Pierre Marie and \{Agence France-Presse\}\}/);
});

test('no text, whatever is in it, unbalances the braces of an entry or breaks its lines', () => {
  for (const hostile of ['}', '{{{', '\\', '\\}', 'a\n}\n@article{x,', '%}', '"{"', '=cmd|\' /C calc\'!A0', '--', '$x_1^2$ ~ #', '<script>', '\u2028}', '\0}']) {
    const entry = biblatexEntry({
      title: hostile, source: hostile, authors: [hostile, `${hostile} and ${hostile}`], url: `https://x.example/?${hostile}`, published: hostile, language: hostile,
      consulted: '2026-11-28',
    }, { more: [['note', hostile]] });
    let depth = 0;
    const closed = [...entry.matchAll(/[{}]/g)].filter(([brace]) => (depth += brace === '{' ? 1 : -1) === 0).map(({ index }) => index);
    assert.deepEqual(closed, [entry.length - 1], entry);
    assert.doesNotMatch(entry, /^ {2}(?!author|title|journaltitle|entrysubtype|date|langid|url|urldate|note)/m);
  }
  assert.equal(tex('50 % de {x}_1 \\ ~ ^'), '50 \\% de \\textbraceleft{}x\\textbraceright{}\\_1 \\textbackslash{} \\textasciitilde{} \\textasciicircum{}');
});

test('every style takes an article that says nothing', () => {
  for (const style of Object.keys(STYLES)) {
    assert.ok(cite(style, { title: '' }).length > 0);
  }
});

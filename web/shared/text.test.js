import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { messages as english } from './en.js';
import { messages as french } from './fr.js';
import {
  dayName, followable, frenchSpaces, langOf, languageName, momentName, number, periodName, pickLanguage, speak, t,
} from './text.js';

/** @param {string | Record<string, string>} message */
const forms = (message) => (typeof message === 'string' ? [message] : Object.values(message));
/** @param {string | Record<string, string>} message */
const parameters = (message) => [...new Set(forms(message).join(' ').match(/\{\w+\}/g) ?? [])].sort();

/** The folders with messages: those of the first view, and those of each other view. */
const folders = readdirSync(new URL('..', import.meta.url), { withFileTypes: true, recursive: true })
  .filter((one) => one.isFile() && one.name === 'fr.js').map((one) => one.parentPath ?? one.path);
const views = await Promise.all(folders.map(async (folder) => {
  const [fr, en] = await Promise.all(['fr', 'en'].map((name) => import(`${folder}/${name}.js`)));
  return { folder, fr: fr.messages, en: en.messages };
}));

test('both languages have the same messages, with the same parameters and plurals', () => {
  assert.ok(views.length > 1);
  for (const { folder, fr, en } of views) {
    assert.deepEqual(Object.keys(fr).sort(), Object.keys(en).sort(), folder);
    for (const key of Object.keys(fr)) {
      assert.deepEqual(parameters(fr[key]), parameters(en[key]), key);
      assert.equal(typeof fr[key], typeof en[key], key);
    }
  }
});

test('no message of a view takes the place of another', () => {
  const keys = views.flatMap(({ fr }) => Object.keys(fr));
  assert.equal(new Set(keys).size, keys.length);
});

test('French has narrow no-break spaces before double signs and inside guillemets', () => {
  assert.equal(frenchSpaces('« a » : b ; c ! d ?'), '«\u202fa\u202f»\u202f: b\u202f; c\u202f! d\u202f?');
  speak('fr', french);
  for (const [key, message] of views.flatMap(({ fr }) => Object.entries(fr))) {
    for (const form of forms(message)) {
      assert.doesNotMatch(form, /['"]\w+['"]|\w[;:!?»] |\w'\w/, `${key}: spaces and apostrophes as French has them`);
    }
  }
  assert.equal(t('count.query', { n: 1234, query: 'a ; b' }), '1\u202f234 articles pour «\u202fa ; b\u202f»');
});

test('plurals are each language’s own', () => {
  speak('fr', french);
  assert.deepEqual([0, 1, 2].map((n) => t('articles', { n })), ['0 article', '1 article', '2 articles']);
  speak('en', english);
  assert.deepEqual([0, 1, 2].map((n) => t('articles', { n })), ['0 articles', '1 article', '2 articles']);
});

test('numbers, days and hours are written as each language writes them', () => {
  speak('fr', french);
  assert.deepEqual(
    [number(1234.5), dayName('2025-06-17'), dayName('2025-06-01'), dayName('2025-06'), dayName('2025'), momentName('2025-06-17T09:30:00+02:00')],
    ['1\u202f234,5', '17 juin 2025', '1er juin 2025', 'juin 2025', '2025', '17 juin 2025, 09 h 30']);
  speak('en', english);
  assert.deepEqual(
    [number(1234.5), dayName('2025-06-17'), dayName('2025-06'), dayName('1000-01-01'), momentName('2025-06-17T09:30:00Z'), momentName('2025-06-17')],
    ['1,234.5', '17 June 2025', 'June 2025', '1 January 1000', '17 June 2025, 09:30', '17 June 2025']);
});

test('a day is the article’s own in every time zone', () => {
  const zone = process.env.TZ;
  for (const name of ['Pacific/Kiritimati', 'UTC', 'America/Los_Angeles']) {
    process.env.TZ = name;
    assert.equal(dayName('2024-02-29T23:30:00-05:00'), '29 February 2024');
    assert.equal(dayName('2024-03-01T00:10:00+14:00'), '1 March 2024');
  }
  process.env.TZ = zone ?? '';
});

test('periods are named', () => {
  speak('fr', french);
  assert.deepEqual(
    ['day', 'week', 'month', 'quarter', 'year'].map((interval) => periodName('2025-07-01', interval)),
    ['1er juillet 2025', 'semaine du 1er juillet 2025', 'juillet 2025', 'T3 2025', '2025']);
  assert.equal(languageName('en'), 'anglais');
  assert.equal(languageName('und'), 'langue inconnue');
});

test('the page speaks the language chosen, else the browser’s first that it has', () => {
  assert.equal(pickLanguage(null, ['de-DE', 'fr-CA', 'en']), 'fr');
  assert.equal(pickLanguage('en', ['fr']), 'en');
  assert.equal(pickLanguage('xx', ['de']), 'en');
});

test('only addresses of the web become links', () => {
  assert.equal(followable('https://example.org/a'), 'https://example.org/a');
  for (const url of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', '//example.org', '', undefined]) {
    assert.equal(followable(url), null);
  }
  assert.deepEqual(['fr', 'und', '', undefined].map(langOf), ['fr', undefined, undefined, undefined]);
});

// Every word of the page in the page's language: no view and no state shows a message of the other language's files.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { setStage } from './support/browser.js';
import { statesOf } from './support/states.js';

const stage = setStage();
const web = new URL('../../web/', import.meta.url);
const folders = readdirSync(web, { withFileTypes: true }).filter((one) => one.isDirectory() && readdirSync(new URL(one.name, web)).includes('fr.js'));

/** @param {string} language @returns {Promise<string[]>} every form of every message */
async function formsOf(language) {
  const files = await Promise.all(folders.map(({ name }) => import(new URL(`${name}/${language}.js`, web).href)));
  return files.flatMap(({ messages }) => Object.entries(messages)).filter(([key]) => key !== 'language.other').map(([, message]) => message)
    .flatMap((message) => (typeof message === 'string' ? [message] : Object.values(message)));
}

/** @param {string} text */
const plain = (text) => text.replace(/[\u202f\u00a0\s]+/g, ' ').trim();

/** Messages as patterns: those that have a word of their own. @param {string} language @returns {Promise<RegExp[]>} */
async function patternsOf(language) {
  const forms = (await formsOf(language)).map(plain).filter((form) => /\p{L}{3}/u.test(form.replace(/\{\w+\}/g, '')));
  return [...new Set(forms)].map((form) => new RegExp(`^${form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\{\w+\\\}/g, '.+')}$`));
}

/** What is read or heard on the page, but for what says itself to be in another language. @param {import('playwright-core').Page} page */
function textsOf(page) {
  return page.evaluate(() => {
    const own = document.documentElement.lang;
    const inOwn = (/** @type {Element | null} */ one) => one?.closest('[lang]')?.getAttribute('lang') === own && one.closest('script, style, noscript') === null;
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [document.title];
    while (nodes.nextNode()) {
      if (inOwn(nodes.currentNode.parentElement)) {
        texts.push(nodes.currentNode.textContent ?? '');
      }
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (inOwn(one)) {
        texts.push(...['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''));
      }
    }
    return texts;
  });
}

for (const [locale, own, other] of [['fr-FR', 'fr', 'en'], ['en-GB', 'en', 'fr']]) {
  for (const name of Object.keys(statesOf(''))) {
    test(`${name} in ${locale} has no word of the page's other language`, async (t) => {
      const { hits } = await stage.ask('/api/v1/search?q=Rafale');
      const { path, open = async () => {}, faults = [] } = statesOf(hits[0].link.split('/').at(-1))[name];
      const page = await stage.visit(t, path, { locale, faults });
      await open(page);
      assert.equal(await page.locator('html').getAttribute('lang'), own);
      const [mine, theirs] = await Promise.all([own, other].map(patternsOf));
      assert.ok(theirs.length > 100);
      const texts = [...new Set((await textsOf(page)).map(plain))];
      assert.ok(texts.length > 20);
      assert.deepEqual(texts.filter((text) => theirs.some((form) => form.test(text)) && !mine.some((form) => form.test(text))), []);
    });
  }
}

test('what an article says is marked with its language, on cards and where it is read', async (t) => {
  const page = await stage.visit(t, '/?q=drone', { locale: 'fr-FR' });
  const { hits } = await stage.ask('/api/v1/search?q=drone');
  for (const part of ['.card__title', '.card__snippet']) {
    assert.deepEqual(await page.locator(part).evaluateAll((all) => all.map((one) => one.lang)), hits.map(({ language }) => language), part);
  }
  assert.equal(await page.getByRole('button', { name: 'English' }).getAttribute('lang'), 'en');
});

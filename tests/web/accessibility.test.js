// axe finds nothing to say in any state, in both languages and both colour schemes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './support/axe.js';
import { DESK, PHONE, setStage } from './support/browser.js';

const STATES = {
  results: '/?q=Rafale&exclude=language:en&from=2022',
  everything: '/?page=2',
  empty: '/?q=Rafale&from=1999&to=1999',
  article: '/?q=Rafale&article=',
  error: '/?sort=foo',
  dossier: '/?entity=pentagon',
  comparison: '/?entity=anduril&entity=palantir&entity=openai',
  unknown: '/?entity=nobody',
  contracts: '/?q=drone&currency=EUR&view=contracts',
  noContracts: '/?from=1999&to=1999&view=contracts',
  names: '/?q=drone&language=fr&view=names',
};

const stage = setStage();

/** @param {keyof typeof STATES} state */
async function addressOf(state) {
  const article = state === 'article' ? (await stage.ask('/api/v1/search?q=Rafale')).hits[0].link.split('/').at(-1) : '';
  return STATES[state] + article;
}

/** Every two of language, width and colours together: all three would load each state twice as often. @param {string} locale */
function pairsOf(locale) {
  const [first, second] = locale === 'fr-FR' ? [DESK, PHONE] : [PHONE, DESK];
  return /** @type {const} */ ([[first, 'light'], [second, 'dark']]);
}

for (const state of Object.keys(STATES)) {
  for (const locale of ['fr-FR', 'en-GB']) {
    test(`axe: ${state}, ${locale}, on a desk and on a phone, light and dark`, async (t) => {
      for (const [viewport, colorScheme] of pairsOf(locale)) {
        const page = await stage.visit(t, await addressOf(state), { locale, viewport, colorScheme, faults: [/40[04]/] });
        assert.deepEqual(await violations(page), []);
      }
    });
  }
}

test('axe: help, suggestions, whole facets, filters on a phone', async (t) => {
  const page = await stage.visit(t, '/');
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('button', { name: /^All \d+ values/ }).last().click();
  await page.locator('.values--whole').waitFor();
  await page.getByText('As a table').click();
  await page.locator('#q').click();
  await page.keyboard.type('valm');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  assert.deepEqual(await violations(page), []);
  const phone = await stage.visit(t, '/?language=fr', { viewport: PHONE });
  await phone.getByRole('button', { name: 'Filters (1)' }).click();
  assert.deepEqual(await violations(phone), []);
});

test('axe: marks by translation, lists under a hit, names and sums marked', async (t) => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await stage.visit(t, '/?q=hostilissime+fr%C3%A9gate', { colorScheme, viewport: PHONE });
    for (const button of await page.locator('.under__button').all()) {
      await button.click();
    }
    await page.locator('.under__list a').first().waitFor();
    assert.ok(await page.locator('.mark--for').count() > 0);
    assert.deepEqual(await violations(page), []);
    const article = await stage.visit(t, '/?q=hostilissime+fr%C3%A9gate&article=hostile-names', { colorScheme });
    await article.getByRole('checkbox', { name: 'Mark names and sums' }).check();
    await article.getByRole('button', { name: 'Next passage' }).click();
    await article.locator('a.named mark, mark').first().waitFor();
    assert.deepEqual(await violations(article), []);
  }
});

test('axe: names counted', async (t) => {
  for (const viewport of [DESK, PHONE]) {
    const page = await stage.visit(t, '/?view=names', { viewport });
    await page.getByLabel('One name a line').fill('Palantir\nPalantir\nZzyzx');
    await page.getByRole('button', { name: 'Count' }).click();
    await page.locator('.names tbody tr').first().waitFor();
    assert.deepEqual(await violations(page), []);
  }
});

test('every target is 24 pixels high at least, or stands in a line of text', async (t) => {
  for (const viewport of [DESK, PHONE]) {
    const page = await stage.visit(t, '/?q=Rafale&language=fr', { viewport });
    const small = await page.locator('button:visible, select:visible, input:visible, .chip:visible, .pager a:visible, summary:visible').evaluateAll(
      (all) => all.filter((one) => (one.closest('label') ?? one).getBoundingClientRect().height < 24).map((one) => one.outerHTML));
    assert.deepEqual(small, []);
  }
});

// axe finds nothing to say in any state, in both languages and both colour schemes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
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

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const stage = setStage();

/** @param {keyof typeof STATES} state */
async function addressOf(state) {
  const article = state === 'article' ? (await stage.ask('/api/v1/search?q=Rafale')).hits[0].link.split('/').at(-1) : '';
  return STATES[state] + article;
}

/** @param {import('playwright-core').Page} page */
async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
    return found.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => node.html.slice(0, 150)).join(' | ')}`);
  });
}

for (const state of Object.keys(STATES)) {
  for (const locale of ['fr-FR', 'en-GB']) {
    for (const colorScheme of ['light', 'dark']) {
      test(`axe: ${state}, ${locale}, ${colorScheme}`, async (t) => {
        for (const viewport of [DESK, PHONE]) {
          const page = await stage.visit(t, await addressOf(state), { locale, colorScheme, viewport, faults: [/40[04]/] });
          assert.deepEqual(await violations(page), []);
        }
      });
    }
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

// The search box and what helps with it: suggestions, single keys, help.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, heading, quiet, setStage } from './support/browser.js';

const stage = setStage();

const { visit } = stage;
/** @param {import('playwright-core').Page} page */
const address = (page) => decodeURIComponent(new URL(page.url()).search.replaceAll('+', ' '));
/** @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent);

test('an entity suggested filters by its id; it shows its kind and how many articles', async (t) => {
  const page = await visit(t, '/?language=fr');
  await page.locator('#q').pressSequentially('drones pent');
  const option = page.getByRole('option', { name: /^Pentagon.*organisation \d+ articles/ });
  await option.click();
  await becomes(async () => new URL(page.url()).searchParams.get('organisation'), 'pentagon');
  const parameters = new URL(page.url()).searchParams;
  assert.deepEqual([parameters.get('q'), parameters.get('organisation'), parameters.get('language')], ['drones', 'pentagon', 'fr']);
  await page.locator('.chip', { hasText: 'Department of Defense' }).waitFor();
});

test('a headline suggested opens the article, a word completes the query', async (t) => {
  const page = await visit(t, '/');
  const { suggestions } = await stage.ask('/api/v1/suggest?q=rafale');
  const headline = suggestions.find(({ kind }) => kind === 'headline');
  await page.locator('#q').pressSequentially('rafale');
  const option = page.getByRole('option', { name: new RegExp(`^${headline.text.slice(0, 20)}`) });
  await option.waitFor();
  assert.equal(await option.locator('.suggestion__text').getAttribute('lang'), headline.language);
  await option.click();
  await becomes(() => heading(page).textContent(), headline.text);
  await page.goBack();
  await page.locator('#q').fill('');
  await page.locator('#q').pressSequentially('hypers');
  await page.getByRole('option', { name: /word/ }).first().waitFor();
  const word = (await stage.ask('/api/v1/suggest?q=hypers')).suggestions.find(({ kind }) => kind === 'word');
  await page.getByRole('option', { name: new RegExp(`^${word.text} ?word`) }).click();
  await becomes(async () => address(page), `?q=${word.text}`);
});

test('j and k go from hit to hit, o opens, ? shows the help; never while typing, and not where turned off', async (t) => {
  const page = await visit(t, '/?q=drone');
  const titles = await page.locator('.card__title').allTextContents();
  await page.keyboard.press('j');
  await becomes(() => focused(page), titles[0]);
  await page.keyboard.press('j');
  await becomes(() => focused(page), titles[1]);
  await page.keyboard.press('k');
  await becomes(() => focused(page), titles[0]);
  await page.keyboard.press('o');
  await becomes(() => heading(page).textContent(), titles[0]);
  await page.getByText(/^1 of /).waitFor();
  await page.keyboard.press('j');
  await becomes(() => heading(page).textContent(), titles[1]);
  await page.goBack();
  await page.goBack();
  await becomes(() => page.locator('.card').count(), 10);
  await page.locator('#q').fill('');
  await page.locator('#q').pressSequentially('jok?');
  assert.equal(await page.locator('#q').inputValue(), 'jok?');
  assert.equal(await page.locator('#help').isVisible(), false);
  await page.goto(`${stage.origin}/?q=drone`);
  await page.locator('.card').first().waitFor();
  await page.keyboard.press('?');
  await page.locator('#help').waitFor();
  await page.getByLabel('Single keys').uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.locator('.card').first().waitFor();
  const before = await focused(page);
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await page.waitForTimeout(200);
  assert.equal(await page.locator('#help').isVisible(), false);
  assert.equal(await focused(page), before);
});

for (const [locale, button, close] of [['fr-FR', 'Aide', 'Fermer l’aide'], ['en-GB', 'Help', 'Close help']]) {
  test(`the help shows the query language by examples from the index that run, ${locale}`, async (t) => {
    const page = await visit(t, '/', { locale });
    await page.getByRole('button', { name: button }).click();
    await quiet(page);
    const rows = page.locator('.help__examples tbody tr');
    await becomes(async () => (await rows.count()) > 10, true);
    const shown = await rows.evaluateAll((all) => all.map((row) => [row.querySelector('code')?.textContent ?? '', row.querySelector('.help__count')?.textContent ?? '']));
    for (const [q, count] of shown) {
      const { total, query } = await stage.ask(`/api/v1/search?${new URLSearchParams({ q })}`);
      assert.ok(total > 0 && !query.relaxed, `${q} finds ${total}`);
      assert.equal(Number.parseInt(count, 10), total, q);
    }
    await page.getByRole('link', { name: shown[0][0], exact: true }).click();
    await becomes(() => page.locator('#q').inputValue(), shown[0][0]);
    await page.getByRole('button', { name: close }).click();
    assert.equal(await page.locator('#help').isVisible(), false);
  });
}

// The table of sums, in a real browser on the real server.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, heading, PHONE, setStage, shown } from './support/browser.js';

const stage = setStage();
const { visit } = stage;
/** @param {import('playwright-core').Page} page */
const address = (page) => decodeURIComponent(new URL(page.url()).search.replaceAll('+', ' '));
/** @param {import('playwright-core').Page} page */
const sums = (page) => page.locator('.contracts__sum .quiet').allTextContents();

test('the results lead to their sums, and the sums back to them', async (t) => {
  const page = await visit(t, '/?q=drone&language=fr');
  const { total, amounts } = await stage.ask('/api/v1/amounts?q=drone&language=fr&per_page=25');
  assert.ok(total > 5);
  await page.getByRole('link', { name: 'Contracts' }).click();
  await becomes(() => heading(page).textContent(), `${total} sums of money for “drone”`);
  assert.deepEqual(await sums(page), amounts.map((/** @type {any} */ one) => one.text));
  assert.equal(await page.locator('.contracts tbody mark').count() >= amounts.length, true);
  await page.getByRole('link', { name: /^← \d+ articles/ }).click();
  await becomes(async () => address(page), '?q=drone&language=fr');
});

test('headings sort, by mouse and by keyboard, and say how', async (t) => {
  const page = await visit(t, '/?q=drone&view=contracts');
  const column = page.getByRole('columnheader', { name: 'Date' });
  await column.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await becomes(() => column.getAttribute('aria-sort'), 'descending');
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.activeElement).dataset.key), 'sort day');
  const { amounts } = await stage.ask('/api/v1/amounts?q=drone&order=newest&per_page=25');
  assert.deepEqual(await sums(page), amounts.map((/** @type {any} */ one) => one.text));
  await column.getByRole('link').click();
  await becomes(() => column.getAttribute('aria-sort'), 'ascending');
});

test('size and currency narrow the sums, and the spreadsheet with them', async (t) => {
  const page = await visit(t, '/?view=contracts');
  await page.getByText('Narrow by size or currency').click();
  await page.getByLabel('At least').fill('100M');
  await page.getByLabel('Currency').selectOption('EUR');
  await page.getByRole('button', { name: 'Apply' }).click();
  const { total } = await stage.ask('/api/v1/amounts?currency=EUR&amount_min=100000000');
  await becomes(() => heading(page).textContent(), `${total} sums of money`);
  const rows = (await (await fetch(`${stage.origin}/${await page.getByRole('link', { name: 'CSV' }).getAttribute('href')}`)).text()).trim().split('\r\n');
  assert.equal(rows.length, total + 1);
  await page.getByRole('link', { name: 'Clear all filters' }).click();
  await becomes(async () => address(page), '?view=contracts');
});

test('who and what are filters of the same table', async (t) => {
  const page = await visit(t, '/?q=drone&view=contracts');
  const { amounts } = await stage.ask('/api/v1/amounts?q=drone&per_page=25');
  const [named] = amounts.flatMap((/** @type {any} */ one) => one.entities.filter((/** @type {any} */ entity) => entity.kind === 'organisation'));
  await page.locator('.contracts__who .tag', { hasText: named.labels.en }).first().click();
  await becomes(async () => address(page), `?q=drone&organisation=${named.id}&view=contracts`);
});

test('an article opened from its sum keeps the search', async (t) => {
  const page = await visit(t, '/?q=drone&view=contracts');
  const title = await page.locator('.contracts__article a').first().textContent();
  await page.locator('.contracts__article a').first().click();
  await becomes(() => heading(page).textContent(), title);
  await page.goBack();
  await shown(page);
  assert.match(await heading(page).textContent() ?? '', /sums of money for “drone”/);
});

test('on a phone nothing is wider than the screen; without sums it says so', async (t) => {
  const page = await visit(t, '/?q=drone&view=contracts', { viewport: { ...PHONE, width: 320 } });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  const none = await visit(t, '/?q=drone&from=1999&to=1999&view=contracts');
  await none.getByText('No sum of money in the articles of this search.').waitFor();
});

// What articles speak of, in a real browser on the real server: facets of entities and sums, chips, names in a query, copies.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, heading, setStage } from './support/browser.js';

const stage = setStage();

const { visit } = stage;
/** @param {import('playwright-core').Page} page */
const address = (page) => decodeURIComponent(new URL(page.url()).search.replaceAll('+', ' '));

test('a facet of organisations narrows by what they are called in the page’s language', async (t) => {
  const page = await visit(t, '/');
  const { organisation } = (await stage.ask('/api/v1/search')).facets;
  const { value, label, count } = organisation.values[0];
  await page.getByRole('group', { name: 'Organisation' }).getByRole('checkbox', { name: new RegExp(`^${label}`) }).check();
  await becomes(() => heading(page).textContent(), `${count} articles`);
  assert.equal(address(page), `?organisation=${value}`);
  await page.getByRole('link', { name: `Remove filter ${label}` }).waitFor();
});

test('orders of magnitude stand from the largest down, and name themselves', async (t) => {
  const page = await visit(t, '/?q=drone');
  await page.getByRole('button', { name: 'Sum', exact: true }).click();
  await page.getByRole('button', { name: 'Currency' }).click();
  const names = await page.getByRole('group', { name: 'Sum' }).locator('.value__name').allTextContents();
  const all = ['10bn and more', '1bn to 10bn', '100M to 1bn', '10M to 100M', '1M to 10M', 'under 1M'];
  assert.ok(names.length > 2);
  assert.deepEqual(names, all.filter((name) => names.includes(name)));
  assert.match((await page.getByRole('group', { name: 'Currency' }).textContent()) ?? '', /Euro \(EUR\)/);
});

test('a query that names somebody says so, and can be told not to look for other names', async (t) => {
  const page = await visit(t, '/?q=Pentagone');
  const both = await stage.ask('/api/v1/search?q=Pentagone');
  const typed = await stage.ask('/api/v1/search?q=Pentagone&translate=false');
  assert.ok(typed.total < both.total);
  assert.match((await page.locator('.notice').allTextContents()).join(), /Searched by all its names: Pentagone = US Department of Defense \(organisation\)/);
  await page.getByRole('link', { name: 'Search only the words as typed' }).click();
  await becomes(() => heading(page).textContent(), `${typed.total} articles for “Pentagone”`);
});

test('chips on a hit lead to other articles on the same', async (t) => {
  const page = await visit(t, '/?q=OpenAI+200');
  const { hits } = await stage.ask('/api/v1/search?q=OpenAI+200');
  const { id, label } = hits[0].organisations[0];
  await page.locator('.card').first().locator('.tag', { hasText: label }).click();
  await becomes(async () => address(page), `?q=OpenAI 200&organisation=${id}`);
});

test('an article shows all that it names, and its sums', async (t) => {
  const { hits } = await stage.ask('/api/v1/search?q=OpenAI+200');
  const article = await stage.ask(hits[0].link);
  const page = await visit(t, `/?article=${hits[0].id}`);
  const tags = await page.locator('.reading__text .tag').allTextContents();
  const expected = [...new Set(['amounts', 'organisations', 'programmes', 'people', 'places', 'topics'].flatMap((list) => article[list].map((one) => one.text ?? one.label)))];
  assert.deepEqual(tags, expected);
});

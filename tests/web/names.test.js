// A list of names, counted, in a real browser on the real server.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { becomes, heading, PHONE, setStage, shown } from './support/browser.js';

const stage = setStage();
const { visit } = stage;
/** @param {import('playwright-core').Page} page */
const address = (page) => decodeURIComponent(new URL(page.url()).search.replaceAll('+', ' '));
/** @param {import('playwright-core').Page} page @param {string} column */
const column = (page, column) => page.locator(`.names tbody .names__${column}`).allTextContents();
/** @param {import('playwright-core').Page} page */
const summary = (page) => page.locator('.names__summary').textContent();

const LIST = 'Zzyzx Corp\nPalantir\n\nle Pentagone\npalantir\nneural network';

/** @param {import('playwright-core').Page} page @param {string} list */
async function count(page, list) {
  await page.getByLabel('One name a line').fill(list);
  await page.getByRole('button', { name: 'Count' }).click();
  await page.locator('.names tbody tr').first().waitFor();
}

test('a list pasted is counted, each name as it was read, and each number is found', async (t) => {
  const page = await visit(t, '/');
  await page.getByRole('link', { name: 'Names' }).or(page.getByRole('link', { name: 'List of names' })).click();
  await becomes(() => heading(page).textContent(), 'Count a list of names');
  await count(page, LIST);
  assert.deepEqual(await column(page, 'name'), ['Zzyzx Corp', 'Palantir', 'le Pentagone', 'neural network']);
  assert.equal(await page.locator('.notice:visible').textContent(), '1 duplicate taken out. 1 blank line taken out.');
  const { names, total } = await stage.ask('/api/v1/counts?name=Zzyzx+Corp&name=Palantir&name=le+Pentagone&name=neural+network');
  assert.equal(names[1].entity.id, 'palantir');
  assert.equal(names[3].entity, undefined);
  assert.deepEqual((await column(page, 'articles')).map((text) => Number.parseInt(text, 10)), names.map((/** @type {any} */ one) => one.articles));
  assert.equal(await summary(page), `Names found: ${names.filter((/** @type {any} */ one) => one.articles > 0).length} of 4, among ${total} articles`);
  for (const place of [0, 1, 2, 3]) {
    const link = page.locator('.names tbody .names__name a').nth(place);
    const found = await stage.ask(`/api/v1/search${new URL(/** @type {string} */ (await link.getAttribute('href')), page.url()).search}`);
    assert.equal(found.query.relaxed ? 0 : found.total, names[place].articles, names[place].name);
  }
  await page.locator('.names tbody .names__name a').nth(1).click();
  await becomes(async () => address(page), '?organisation=palantir');
  await page.goBack();
  await page.locator('.names tbody tr').first().waitFor();
  assert.equal((await column(page, 'name')).length, 4, 'Back has the list again');
  await page.reload();
  await page.locator('.names tbody tr').first().waitFor();
});

test('by keyboard: paste, count, sort; the focus stays', async (t) => {
  const page = await visit(t, '/?view=names');
  await page.getByLabel('One name a line').focus();
  await page.keyboard.insertText('OpenAI\nAnduril\nZzyzx');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.names tbody tr').first().waitFor();
  const focus = () => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.key);
  assert.equal(await focus(), 'names count');
  await becomes(() => page.locator('[role=status]').allTextContents().then((all) => all.join('')), '3 names counted');
  const head = page.getByRole('columnheader', { name: 'Name' });
  await head.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await becomes(() => head.getAttribute('aria-sort'), 'ascending');
  assert.deepEqual(await column(page, 'name'), ['Anduril', 'OpenAI', 'Zzyzx']);
  assert.equal(await focus(), 'sort name');
  await page.keyboard.press('Enter');
  await becomes(() => column(page, 'name'), ['Zzyzx', 'OpenAI', 'Anduril']);
  await page.keyboard.press('Enter');
  await becomes(() => column(page, 'name'), ['OpenAI', 'Anduril', 'Zzyzx']);
  await page.getByRole('columnheader', { name: 'Articles' }).getByRole('link').click();
  await becomes(async () => (await column(page, 'name')).at(-1), 'Zzyzx');
});

test('the filters of the search apply, are shown and can be taken away', async (t) => {
  const page = await visit(t, '/?q=drone&language=fr');
  await page.locator('.places__link[href="?view=names"]').click();
  await count(page, 'Palantir\nFrance');
  const all = await stage.ask('/api/v1/counts?name=Palantir&name=France');
  await becomes(async () => (await column(page, 'articles')).map((text) => Number.parseInt(text, 10)), all.names.map((/** @type {any} */ one) => one.articles));
  await page.getByRole('link', { name: /^Count only in the previous search: “drone”, French/ }).click();
  await becomes(async () => address(page), '?q=drone&language=fr&view=names');
  const some = await stage.ask('/api/v1/counts?name=Palantir&name=France&q=drone&language=fr');
  assert.notEqual(some.total, all.total);
  await becomes(async () => (await column(page, 'articles')).map((text) => Number.parseInt(text, 10)), some.names.map((/** @type {any} */ one) => one.articles));
  await page.getByRole('link', { name: 'Remove filter French' }).click();
  await becomes(async () => address(page), '?q=drone&view=names');
  await page.getByRole('link', { name: 'Remove filter drone' }).click();
  await becomes(async () => address(page), '?view=names');
  await becomes(() => summary(page), `Names found: 2 of 2, among ${all.total} articles`);
});

test('the table is copied, and downloaded as a French spreadsheet reads it', async (t) => {
  const page = await visit(t, '/?view=names', { locale: 'fr-FR', acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByLabel('Un nom par ligne').fill('=Zzyzx\nPalantir');
  await page.getByRole('button', { name: 'Compter' }).click();
  await page.getByRole('button', { name: 'Copier le tableau' }).click();
  await page.getByText('Copié : à coller dans un tableur.').or(page.getByText(/^Copié/)).first().waitFor();
  const { names } = await stage.ask('/api/v1/counts?name=Palantir');
  const rows = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.split('\t'));
  assert.deepEqual(rows[0], ['Nom', 'Lu comme', 'Articles', 'Premier', 'Dernier', 'Adresse']);
  assert.deepEqual(rows[2], ['Palantir', 'Palantir (organisation)', String(names[0].articles), names[0].first, names[0].last, `${stage.origin}/?organisation=palantir`]);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Télécharger en CSV' }).click()]);
  assert.equal(file.suggestedFilename(), 'noms.csv');
  const text = await readFile(/** @type {string} */ (await file.path()), 'utf8');
  assert.ok(text.startsWith('\uFEFFNom;Lu comme;Articles;'));
  assert.ok(text.includes("\r\n'=Zzyzx;expression exacte;0;;;"));
});

test('five hundred names come in questions that fit an address', async (t) => {
  const page = await visit(t, '/?view=names');
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => request.url().includes('/api/v1/counts') && asked.push(request.url()));
  await count(page, Array.from({ length: 510 }, (_, place) => `Société nº ${place} de Saint-Étienne`).join('\n'));
  assert.equal((await column(page, 'name')).length, 500);
  assert.equal(await page.locator('.notice:visible').textContent(), '10 names too many: the last ones are not counted.');
  assert.ok(asked.length >= 5 && asked.every((url) => url.length <= 8192));
});

test('a list is text whatever it says; it can be cleared; a wrong filter is told', async (t) => {
  const page = await visit(t, '/?view=names', { faults: [/400/] });
  await count(page, '<img src=x onerror=alert(1)>\n"><script>alert(2)</script>\n+++');
  assert.deepEqual(await column(page, 'name'), ['<img src=x onerror=alert(1)>', '"><script>alert(2)</script>', '+++']);
  assert.equal(await page.locator('.names tbody tr').last().locator('a').count(), 0, 'nothing to search');
  await page.goto(`${stage.origin}/?view=names&amount=much`);
  await page.locator('.problem').getByText('amount', { exact: false }).first().waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Clear the list' }).click();
  await becomes(() => page.locator('.names').count(), 0);
  assert.equal(await page.getByLabel('One name a line').inputValue(), '');
  await becomes(() => page.evaluate(() => document.activeElement?.id), 'names-field');
});

test('on a phone nothing is wider than the screen', async (t) => {
  const page = await visit(t, '/?view=names', { viewport: { ...PHONE, width: 320 } });
  await count(page, `${LIST}\n${'x'.repeat(150)}`);
  await shown(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
});

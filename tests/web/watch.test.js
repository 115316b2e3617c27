// Following a search: saved with a name, counted at the next visit, heard of by feed; edited, ordered, taken out, saved to a file and taken back.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { becomes, heading, PHONE, setStage, shown } from './support/browser.js';
import { violations } from './support/axe.js';

const stage = setStage();

const { visit } = stage;

/** A list as the page keeps it. @param {{name: string, address: string, seen?: string, note?: string}[]} searches */
const kept = (searches) => JSON.stringify({
  version: 1, searches: searches.map((one, place) => ({ id: String(place), note: '', seen: '2020-01-01T00:00:00Z', before: '', ...one })),
});
/** @param {string} list */
const withList = (list) => async (/** @type {import('playwright-core').Page} */ page) => {
  await page.addInitScript((value) => {
    if (sessionStorage.getItem('set') === null) {
      localStorage.setItem('vigie-watch', value);
      sessionStorage.setItem('set', 'yes');
    }
  }, list);
};
/** @param {import('playwright-core').Page} page */
const focusKey = (page) => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.key);

test('a search is followed by keyboard: named, its volume said, found again with nothing new', async (t) => {
  const page = await visit(t, '/?q=drone&language=fr', { locale: 'fr-FR' });
  await page.getByRole('button', { name: 'Suivre' }).press('Enter');
  const name = page.getByLabel('Nom');
  await becomes(() => name.inputValue(), 'drone, français');
  await page.getByText(/articles? (par semaine|en 12 semaines)/).waitFor();
  await page.keyboard.type('Drones en France');
  await page.keyboard.press('Tab');
  await page.keyboard.type('pour le dossier');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Vous suivez « Drones en France ».'.replace(/« | »/g, (space) => space.replace(' ', '\u202f'))).waitFor();
  await page.getByRole('link', { name: 'Voir la veille' }).click();
  await becomes(() => heading(page).textContent(), 'Veille');
  await page.getByText(/^Rien de nouveau depuis le/).waitFor();
  await page.getByText('pour le dossier').waitFor();
  await page.getByRole('link', { name: 'Drones en France' }).click();
  const { total } = await stage.ask('/api/v1/search?q=drone&language=fr');
  await becomes(() => heading(page).textContent(), `${total} articles pour «\u202fdrone\u202f»`);
  await page.getByRole('button', { name: 'Suivre' }).click();
  await page.getByText('Vous suivez déjà cette recherche').waitFor();
});

test('the list says what came in since the last visit; opening it is the visit', async (t) => {
  const page = await visit(t, '/?view=watch', {}, withList(kept([{ name: 'Rafales', address: '?q=Rafale&language=fr' }, { name: 'Nothing', address: '?q=zzzzqqqq' }])));
  const { total } = await stage.ask('/api/v1/search?q=Rafale&language=fr&added_since=2020-01-01T00:00:00Z');
  assert.ok(total > 1);
  await page.getByRole('link', { name: `${total} new articles` }).click();
  await becomes(() => heading(page).textContent(), `${total} articles for “Rafale”`);
  const { searchParams } = new URL(page.url());
  assert.deepEqual([searchParams.get('added_since'), searchParams.get('language')], ['2020-01-01T00:00:00Z', 'fr']);
  await page.getByRole('link', { name: /^Remove filter new since 1 January 2020/ }).waitFor();
  const feed = await page.locator('#feed').evaluate((/** @type {HTMLAnchorElement} */ one) => one.href);
  assert.ok(!feed.includes('added_since') && feed.includes('language=fr'), 'a feed is of what comes in from now on');
  await page.goBack();
  await page.getByText('see again since 1 January 2020').waitFor();
  assert.equal(await page.getByText(/^Nothing new since/).count(), 2);
  await page.reload();
  await shown(page);
  assert.equal(await page.getByText(/^Nothing new since/).count(), 2);
});

test('a followed search is renamed, moved, taken out and taken back, by keyboard', async (t) => {
  const page = await visit(t, '/?view=watch', {}, withList(kept([{ name: 'One', address: '?q=Rafale' }, { name: 'Two', address: '?q=drone' }, { name: 'Three', address: '?q=Thales' }])));
  const names = () => page.locator('.watch__name').allTextContents();
  await page.getByRole('button', { name: 'Move One down' }).press('Enter');
  assert.deepEqual(await names(), ['Two', 'One', 'Three']);
  assert.equal(await focusKey(page), 'down 0', 'the focus goes with it');
  await page.keyboard.press('Enter');
  assert.deepEqual(await names(), ['Two', 'Three', 'One']);
  await page.getByRole('button', { name: 'Edit: Three' }).press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Thales & co');
  await page.keyboard.press('Enter');
  assert.deepEqual(await names(), ['Two', 'Thales & co', 'One']);
  await page.getByRole('button', { name: 'Stop following: Thales & co' }).press('Enter');
  assert.deepEqual(await names(), ['Two', 'One']);
  assert.equal(await focusKey(page), 'undo remove');
  await page.keyboard.press('Enter');
  assert.deepEqual(await names(), ['Two', 'Thales & co', 'One']);
  await page.getByRole('button', { name: 'Mark all as seen' }).click();
  await becomes(() => page.getByText(/^Nothing new since/).count(), 3);
  await page.reload();
  await shown(page);
  assert.deepEqual(await names(), ['Two', 'Thales & co', 'One']);
});

test('the feed’s address is whole, filters included, and answers', async (t) => {
  const page = await visit(t, '/?view=watch', { permissions: ['clipboard-read', 'clipboard-write'] }, withList(kept([{ name: 'One', address: '?q=Rafale&exclude=language:en&sort=oldest' }])));
  await page.getByRole('button', { name: 'Copy the feed’s address: One' }).click();
  await page.getByText('Address of the Atom feed copied').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, `${stage.origin}/api/v1/search.atom?q=Rafale&exclude=language%3Aen`);
  const { total } = await stage.ask('/api/v1/search?q=Rafale&exclude=language:en');
  assert.equal((await (await fetch(copied)).text()).split('<entry').length - 1, total);
  const refused = await visit(t, '/?view=watch', {}, async (one) => {
    await withList(kept([{ name: 'One', address: '?q=Rafale' }]))(one);
    await one.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  });
  await refused.getByRole('button', { name: /^Copy/ }).click();
  assert.equal(await refused.getByLabel(/^Address of the Atom feed/).inputValue(), `${stage.origin}/api/v1/search.atom?q=Rafale`);
});

test('the list is saved to a file, and taken back in another browser', async (t) => {
  const page = await visit(t, '/?view=watch', {}, withList(kept([{ name: 'One', address: '?q=Rafale', note: 'mine' }])));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the list to a file' }).click()]);
  assert.equal(download.suggestedFilename(), 'vigie-watch.json');
  const path = await download.path();
  assert.equal(JSON.parse(await readFile(path, 'utf8')).searches[0].note, 'mine');
  const other = await visit(t, '/?view=watch');
  await other.getByText('You follow no search yet').waitFor();
  await other.getByLabel('Take back a saved list').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"version":1}') });
  await other.getByText('This file is not a list').waitFor();
  await other.getByLabel('Take back a saved list').setInputFiles(path);
  await other.getByText('1 search taken back').waitFor();
  await becomes(() => other.locator('.watch__name').allTextContents(), ['One']);
});

test('axe: watching, followed searches and the form that follows one', async (t) => {
  const list = withList(kept([{ name: 'One', address: '?q=Rafale', note: 'a note' }, { name: 'Two', address: '?q=drone' }]));
  for (const [locale, colorScheme, viewport] of [['fr-FR', 'light', undefined], ['en-GB', 'dark', PHONE]]) {
    const page = await visit(t, '/?view=watch', { locale, colorScheme, ...(viewport ? { viewport } : {}) }, list);
    assert.deepEqual(await violations(page), []);
    await page.locator('[data-key="edit 0"]').click();
    await page.locator('[data-key="remove 1"]').click();
    assert.deepEqual(await violations(page), []);
    await page.goto(`${stage.origin}/?q=drone`);
    await page.locator('#follow').click();
    await page.locator('form.follow').waitFor();
    assert.deepEqual(await violations(page), []);
  }
});

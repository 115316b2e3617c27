// Reading an article, coming back, and the articles that mean harm.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, heading, setStage, shown } from './support/browser.js';

const stage = setStage();

const { visit } = stage;

test('an article opens with the words of the search marked, and steps from passage to passage', async (t) => {
  const page = await visit(t, '/?q=Rafale');
  const { hits, total } = await stage.ask('/api/v1/search?q=Rafale');
  await page.locator('.card__title a').nth(1).click();
  await page.locator('.reading__title').waitFor();
  assert.equal(await heading(page).textContent(), hits[1].title);
  assert.equal(await page.title(), `${hits[1].title} – Vigie`);
  assert.equal(await page.locator('.reading__body').getAttribute('lang'), hits[1].language);
  const marks = await page.locator('.reading__text mark').allTextContents();
  // Rafale M and Rafale Marine are names of it, too.
  assert.ok(marks.length > 0 && marks.every((one) => /rafale|^M$|^Marine$/i.test(one)), marks.join());
  await page.getByText(`2 of ${total}`).waitFor();
  await page.getByRole('button', { name: 'Next passage' }).click();
  await page.getByText(new RegExp(`Passage 1 of ${marks.length}`)).waitFor();
  assert.equal(await page.locator('mark.current').count(), 1);
  await page.getByRole('link', { name: 'Next article' }).click();
  await becomes(() => heading(page).textContent(), hits[2].title);
  await page.getByRole('link', { name: 'Previous article' }).click();
  await becomes(() => heading(page).textContent(), hits[1].title);
});

test('the whole article is there, paragraph by paragraph, and so are those like it', async (t) => {
  const { hits } = await stage.ask('/api/v1/search?q=Rafale');
  const record = await stage.ask(hits[0].link);
  const similar = await stage.ask(`${hits[0].link}/similar`);
  const page = await visit(t, `/?article=${hits[0].link.split('/').at(-1)}`);
  assert.deepEqual(
    await page.locator('.reading__body p').allTextContents(), record.body.split('\n').filter((line) => line.trim() !== ''));
  assert.equal(await page.locator('mark').count(), 0);
  assert.ok(similar.hits.length > 0);
  assert.deepEqual(await page.locator('.similar__item > a').allTextContents(), similar.hits.map(({ title }) => title));
  await page.locator('.similar__item > a').first().click();
  await becomes(() => heading(page).textContent(), similar.hits[0].title);
});

test('next goes over the edge of a page of results', async (t) => {
  const first = await stage.ask('/api/v1/search?language=fr');
  const second = await stage.ask('/api/v1/search?language=fr&page=2');
  const page = await visit(t, `/?language=fr&article=${first.hits[9].link.split('/').at(-1)}`);
  await page.getByRole('link', { name: 'Next article' }).click();
  await becomes(() => heading(page).textContent(), second.hits[0].title);
  await page.getByRole('link', { name: '← Results' }).click();
  await becomes(() => page.locator('.card__title').first().textContent(), second.hits[0].title);
});

test('Back restores the results, the place on the page and the focus', async (t) => {
  const page = await visit(t, '/?q=Rafale');
  const link = page.locator('.card__title a').nth(6);
  await link.scrollIntoViewIfNeeded();
  const y = await page.evaluate(() => window.scrollY);
  const name = await link.textContent();
  assert.ok(y > 100);
  for (const back of [() => page.goBack(), () => page.getByRole('link', { name: '← Results' }).click()]) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.locator('.reading__title').waitFor();
    assert.equal(await page.evaluate(() => window.scrollY), 0);
    await back();
    await becomes(() => page.evaluate(() => Math.round(window.scrollY)), Math.round(y));
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), name);
  }
  await page.reload();
  await shown(page);
  await becomes(() => page.evaluate(() => Math.round(window.scrollY)), Math.round(y));
});

test('a hostile article is text: in the results, open, and among its facets', async (t) => {
  const page = await visit(t, '/?q=hostilissime');
  const { hits } = await stage.ask('/api/v1/search?q=hostilissime');
  assert.equal(hits.length, 2);
  const harm = () => page.evaluate(() => ({
    hacked: /** @type {any} */ (window).hacked,
    elements: document.querySelectorAll('main script, main iframe, main img, main svg, main b, main i').length,
    links: [...document.querySelectorAll('a[href]')].filter(({ protocol }) => !protocol.startsWith('http')).length,
    handlers: [...document.querySelectorAll('*')].filter((one) => one.getAttributeNames().some((name) => name.startsWith('on'))).length,
  }));
  const none = { hacked: undefined, elements: 0, links: 0, handlers: 0 };
  assert.deepEqual((await page.locator('.card__title').allTextContents()).sort(), hits.map(({ title }) => title).sort());
  assert.deepEqual(await harm(), none);
  for (const { link, title, body } of await Promise.all(hits.map((hit) => stage.ask(hit.link)))) {
    await page.goto(`${stage.origin}/?q=hostilissime&article=${encodeURIComponent((link ?? hits.find((hit) => hit.title === title).link).split('/').at(-1))}`);
    await shown(page);
    assert.equal(await heading(page).textContent(), title);
    assert.equal((await page.locator('.reading__body p').allTextContents()).join('\n'), body.split('\n').filter(Boolean).join('\n'));
    assert.deepEqual(await harm(), none);
  }
});

// What a reader does with a page of results, in a real browser on the real server.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, heading, PHONE, setStage, shown } from './support/browser.js';

const stage = setStage();

const { visit } = stage;
/** @param {import('playwright-core').Page} page */
const address = (page) => decodeURIComponent(new URL(page.url()).search.replaceAll('+', ' '));
/** @param {import('playwright-core').Page} page */
const cardTitles = (page) => page.locator('.card__title').allTextContents();

test('a search shows the server’s articles, marked, in their language, and says how many', async (t) => {
  const page = await visit(t, '/');
  await page.locator('#q').fill('Rafale');
  await page.keyboard.press('Enter');
  const answer = await stage.ask('/api/v1/search?q=Rafale');
  assert.ok(answer.total > 3);
  await becomes(() => heading(page).textContent(), `${answer.total} articles for “Rafale”`);
  assert.equal(await page.title(), `Rafale – ${answer.total} articles – Vigie`);
  assert.equal(address(page), '?q=Rafale');
  assert.deepEqual(await cardTitles(page), answer.hits.map(({ title }) => title));
  assert.deepEqual(
    await page.locator('.card__title').evaluateAll((all) => all.map((one) => one.lang)), answer.hits.map(({ language }) => language));
  assert.ok(await page.locator('.cards mark').count() >= answer.hits.length);
  await becomes(async () => (await page.locator('[role=status]').allTextContents()).join(''), `${answer.total} articles found`);
});

test('what was searched in the other language is said, and can be switched off and on', async (t) => {
  const page = await visit(t, '/?q=frégate');
  const both = await stage.ask('/api/v1/search?q=fr%C3%A9gate');
  const typed = await stage.ask('/api/v1/search?q=fr%C3%A9gate&translate=false');
  assert.ok(typed.total < both.total);
  await becomes(() => heading(page).textContent(), `${both.total} articles for “frégate”`);
  assert.match(await page.locator('.notice').allTextContents().then((all) => all.join()), /Also searched in the other language: frégate → frigate/);
  await page.getByRole('link', { name: 'Search only the words as typed' }).click();
  await becomes(() => heading(page).textContent(), `${typed.total} articles for “frégate”`);
  assert.equal(address(page), '?q=frégate&translate=false');
  await page.getByRole('link', { name: 'Search the other language too' }).click();
  await becomes(() => heading(page).textContent(), `${both.total} articles for “frégate”`);
  assert.equal(address(page), '?q=frégate');
});

test('articles like a hit, and its copies, are listed under it on demand', async (t) => {
  const page = await visit(t, '/?q=Rafale', { faults: [/ERR_FAILED/] });
  const { hits } = await stage.ask('/api/v1/search?q=Rafale');
  const similar = (await stage.ask(`${hits[1].link}/similar?per_page=5`)).hits;
  assert.ok(similar.length > 1 && similar.length <= 5);
  const button = page.getByRole('button', { name: `Similar – ${hits[1].title}` });
  await button.press('Enter');
  const list = page.locator('.card').nth(1).locator('.under__list');
  await becomes(() => list.locator('a').allTextContents(), similar.map(({ title }) => title));
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  assert.equal(await button.getAttribute('aria-controls'), await list.getAttribute('id'));
  await becomes(async () => (await page.locator('[role=status]').allTextContents()).join(''), `${similar.length} articles`);
  await button.press('Enter');
  assert.equal(await list.count(), 0);
  assert.equal(await button.evaluate((one) => one === document.activeElement), true);

  await page.route('**/similar?*', (route) => route.abort());
  await button.press('Enter');
  await list.getByText('The list could not be read. Try again.').waitFor();
  await button.press('Enter');
  await page.unroute('**/similar?*');
  await button.press('Enter');
  await list.locator('a').first().click();
  await becomes(() => heading(page).textContent(), similar[0].title);

  await page.goto(`${stage.origin}/?q=hostilissime+frigate`);
  await page.getByRole('button', { name: /^1 other copy/ }).click();
  await becomes(() => page.locator('.under__list .facts__source').allTextContents(), ['"><img src=x onerror=window.hacked=15>']);
});

test('a facet narrows and none of its siblings disappears', async (t) => {
  const page = await visit(t, '/?q=Rafale');
  const { source } = (await stage.ask('/api/v1/search?q=Rafale')).facets;
  const { value, count } = source.values[1];
  const facet = page.getByRole('group', { name: 'Source' });
  await facet.getByRole('checkbox', { name: new RegExp(`^${value}`) }).check();
  await becomes(() => heading(page).textContent(), `${count} article${count === 1 ? '' : 's'} for “Rafale”`);
  assert.equal(address(page), `?q=Rafale&source=${value}`);
  assert.equal(await facet.getByRole('checkbox').count(), Math.min(5, source.distinct));
  assert.equal(await facet.getByRole('checkbox').first().isChecked(), true, 'what is chosen stands first');
  assert.ok((await page.locator('.facts__source').allTextContents()).every((one) => one === value));
  await facet.getByRole('checkbox').nth(1).check();
  await becomes(() => page.locator('.chip').count(), 3);
  await page.getByRole('link', { name: `Remove filter ${value}`, exact: true }).click();
  await becomes(() => page.locator('.chip').count(), 1);
});

test('a value can be excluded, and let back in', async (t) => {
  const page = await visit(t, '/?q=Rafale');
  const all = await stage.ask('/api/v1/search?q=Rafale');
  const { value, count } = all.facets.source.values[0];
  const button = page.getByRole('button', { name: `Exclude ${value}`, exact: true });
  await button.click();
  await becomes(() => address(page), `?q=Rafale&exclude=source:${value}`);
  await becomes(() => heading(page).textContent(), `${all.total - count} articles for “Rafale”`);
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.equal(await button.evaluate((one) => one === document.activeElement), true, 'the focus stays');
  assert.ok(!(await page.locator('.facts__source').allTextContents()).includes(value));
  await button.click();
  await becomes(() => heading(page).textContent(), `${all.total} articles for “Rafale”`);
});

test('a long facet shows all its values, with a field that finds among them', async (t) => {
  const page = await visit(t, '/');
  const { distinct } = (await stage.ask('/api/v1/search?facet_size=1000')).facets.author;
  const facet = page.getByRole('group', { name: 'Author' });
  await facet.getByRole('button', { name: 'Author' }).click();
  await facet.getByRole('button', { name: `All ${distinct} values` }).click();
  await becomes(() => facet.getByRole('checkbox').count(), distinct);
  await facet.getByRole('searchbox').fill('INES');
  assert.deepEqual(await facet.locator('.value:visible .value__name').allTextContents(), ['Inès Valmont']);
});

test('dates are plain fields; a wrong one is said and not sent', async (t) => {
  const page = await visit(t, '/', { locale: 'fr-FR' });
  await page.getByLabel('Du', { exact: true }).fill('31/02/2025');
  await page.getByRole('button', { name: 'Appliquer' }).click();
  await page.getByText('Écrivez une date ainsi').waitFor();
  assert.equal(address(page), '');
  await page.getByLabel('Du', { exact: true }).fill('01/06/2025');
  await page.getByLabel('Au', { exact: true }).fill('06/2025');
  await page.keyboard.press('Enter');
  const { total } = await stage.ask('/api/v1/search?from=2025-06-01&to=2025-06');
  await becomes(() => heading(page).textContent(), `${total} articles`);
  assert.equal(address(page), '?from=2025-06-01&to=2025-06');
  assert.deepEqual(await page.locator('.chip').allTextContents(), ['depuis 1er juin 2025×', 'jusqu’à juin 2025×', 'Retirer tous les filtres']);
});

test('the timeline narrows by click, by drag and by keyboard, and is a table too', async (t) => {
  const page = await visit(t, '/');
  const { timeline } = await stage.ask('/api/v1/search');
  const bars = page.locator('.bar-chart__bar');
  await becomes(() => bars.count(), timeline.buckets.length);
  const busiest = timeline.buckets.reduce((most, one, place) => (one.count > timeline.buckets[most].count ? place : most), 0);
  await bars.nth(busiest).click();
  await becomes(() => heading(page).textContent(), `${timeline.buckets[busiest].count} articles`);
  await page.goBack();
  await becomes(() => bars.count(), timeline.buckets.length);

  await page.locator('.bar-chart__bar[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  const three = timeline.buckets.slice(1, 4).reduce((sum, { count }) => sum + count, 0);
  await becomes(() => heading(page).textContent(), three === 0 ? 'No article' : `${three} article${three === 1 ? '' : 's'}`);
  await page.goBack();
  await becomes(() => bars.count(), timeline.buckets.length);

  await bars.nth(busiest - 2).hover();
  await page.mouse.down();
  await bars.nth(busiest).hover();
  await page.mouse.up();
  const dragged = timeline.buckets.slice(busiest - 2, busiest + 1).reduce((sum, { count }) => sum + count, 0);
  await becomes(() => heading(page).textContent(), `${dragged} articles`);
  await page.goBack();
  await becomes(() => bars.count(), timeline.buckets.length);

  await page.getByText('As a table').click();
  const rows = await page.locator('.timeline__table tbody tr td').allTextContents();
  assert.deepEqual(rows.map(Number), timeline.buckets.map(({ count }) => count).filter((count) => count > 0));
});

test('a long dated result is kept in step: earlier and later keep the span', async (t) => {
  const page = await visit(t, '/?from=2025&to=2025');
  await page.getByRole('button', { name: 'Earlier' }).click();
  const { total } = await stage.ask('/api/v1/search?from=2024&to=2024');
  await becomes(() => address(page), '?from=2024&to=2024');
  await becomes(() => heading(page).textContent(), `${total} articles`);
});

test('results are sorted and paged, and the address says so', async (t) => {
  const page = await visit(t, '/?q=Rafale');
  await page.getByLabel('Sort').selectOption('oldest');
  const first = await stage.ask('/api/v1/search?q=Rafale&sort=oldest');
  await becomes(() => cardTitles(page), first.hits.map(({ title }) => title));
  const dates = await page.locator('.card time').evaluateAll((all) => all.map((one) => one.dateTime));
  assert.deepEqual(dates, [...dates].sort());
  await page.goto(`${stage.origin}/?sort=oldest`);
  await shown(page);
  await page.getByRole('link', { name: 'Next →' }).click();
  const second = await stage.ask('/api/v1/search?sort=oldest&page=2');
  await becomes(() => cardTitles(page), second.hits.map(({ title }) => title));
  assert.equal(address(page), '?sort=oldest&page=2');
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  assert.equal(await heading(page).evaluate((one) => one === document.activeElement), true);
  assert.match(await page.title(), /^\d+ articles, page 2 – Vigie$/);
});

test('feed and spreadsheet are the search on screen, filters included', async (t) => {
  const page = await visit(t, '/?q=Rafale&language=fr&exclude=year:2022&utm_source=x');
  const { total } = await stage.ask('/api/v1/search?q=Rafale&language=fr&exclude=year:2022');
  const csv = await (await fetch(await page.getByRole('link', { name: 'CSV' }).evaluate((one) => one.href))).text();
  assert.ok(total > 0);
  assert.equal(csv.trim().split('\n').length, total + 1);
  const feed = await (await fetch(await page.getByRole('link', { name: 'Feed' }).evaluate((one) => one.href))).text();
  assert.equal(feed.split('<entry').length - 1, Math.min(50, total));
});

test('typing replaces the history entry, submitting adds one and keeps the one before', async (t) => {
  const page = await visit(t, '/?q=Rafale');
  const length = await page.evaluate(() => history.length);
  const box = page.locator('#q');
  await box.click();
  await box.pressSequentially(' Inde');
  const typed = await stage.ask('/api/v1/search?q=Rafale+Inde');
  await becomes(() => address(page), '?q=Rafale Inde');
  await becomes(() => heading(page).textContent(), `${typed.total} article${typed.total === 1 ? '' : 's'} for “Rafale Inde”`);
  assert.equal(await page.evaluate(() => history.length), length);
  await page.keyboard.press('Enter');
  await becomes(() => page.evaluate(() => history.length), length + 1);
  await page.goBack();
  await becomes(() => address(page), '?q=Rafale');
  await becomes(() => page.locator('#q').inputValue(), 'Rafale');
});

test('suggestions choose nothing by themselves; Escape closes and erases nothing', async (t) => {
  const page = await visit(t, '/');
  const box = page.locator('#q');
  await box.click();
  await box.pressSequentially('valm');
  const list = page.getByRole('listbox');
  await list.waitFor();
  assert.equal(await list.locator('[aria-selected="true"]').count(), 0);
  await page.keyboard.press('Escape');
  assert.equal(await list.isVisible(), false);
  assert.equal(await box.inputValue(), 'valm');
  await box.pressSequentially('o');
  await list.waitFor();
  await page.getByRole('option', { name: /Inès Valmont author/ }).waitFor();
  while (await page.evaluate(() => document.querySelector('[aria-selected="true"]')?.textContent.includes('Valmont')) !== true) {
    await page.keyboard.press('ArrowDown');
  }
  assert.equal(await box.evaluate((one) => one === document.activeElement), true);
  await page.keyboard.press('Enter');
  await becomes(() => address(page), '?author=Inès Valmont');
});

test('the keyboard alone searches, narrows and opens an article', async (t) => {
  const page = await visit(t, '/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Rafale');
  await page.keyboard.press('Enter');
  await becomes(() => address(page), '?q=Rafale');
  const focusOn = async (/** @type {string} */ selector) => {
    for (let steps = 0; steps < 80; steps += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
        return;
      }
    }
    assert.fail(`no Tab leads to ${selector}`);
  };
  await focusOn('.value__box');
  await page.keyboard.press('Space');
  await becomes(() => page.locator('.chip').count(), 1);
  await focusOn('.card__title a');
  await page.keyboard.press('Enter');
  await page.locator('.reading__title').waitFor();
});

test('a phone has its filters behind a button that says how many are in force', async (t) => {
  const page = await visit(t, '/?q=Rafale&language=fr', { viewport: PHONE });
  assert.equal(await page.locator('#facets').isVisible(), false);
  await page.getByRole('button', { name: 'Filters (1)' }).click();
  await page.getByRole('group', { name: 'Year' }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Filters (2)' }).waitFor();
  const { total } = await stage.ask(`/api/v1/search${new URL(page.url()).search}`);
  await page.getByRole('button', { name: `Show ${total} article` }).click();
  assert.equal(await page.locator('#facets').isVisible(), false);
});

test('at 1280 pixels three whole cards stand above the fold', async (t) => {
  const page = await visit(t, '/?q=Rafale');
  const third = await page.locator('.card').nth(2).boundingBox();
  assert.ok(third !== null && third.y + third.height <= 800, JSON.stringify(third));
});

test('without JavaScript the page says what it needs, in both languages', async (t) => {
  const page = await visit(t, '/', { javaScriptEnabled: false });
  const sentences = page.locator('noscript p:visible');
  assert.deepEqual(await sentences.evaluateAll((all) => all.map((one) => one.lang)), ['fr', 'en']);
  assert.match(await sentences.nth(1).innerText(), /^This page needs JavaScript/);
});

test('sums between two bounds are read as people write them, in a currency', async (t) => {
  const page = await visit(t, '/', { locale: 'fr-FR' });
  await page.getByRole('button', { name: 'Somme', exact: true }).click();
  await page.getByLabel('Au moins').fill('beaucoup');
  await page.getByLabel('Au moins').press('Enter');
  await page.getByText('Écrivez une somme ainsi').waitFor();
  await page.getByLabel('Au moins').fill('100M');
  await page.getByLabel('Au plus').fill('1,5 Md');
  await page.getByLabel('Monnaie').selectOption('EUR');
  await page.getByLabel('Au plus').press('Enter');
  await becomes(async () => address(page), '?currency=EUR&amount_min=100000000&amount_max=1500000000');
  const { total } = await stage.ask('/api/v1/search?currency=EUR&amount_min=100000000&amount_max=1500000000');
  await becomes(() => heading(page).textContent(), `${total} articles`);
  assert.equal(await page.getByRole('textbox', { name: 'Au plus' }).evaluate((one) => one === document.activeElement), true, 'the focus stays');
  assert.equal(await page.getByRole('textbox', { name: 'Au plus' }).inputValue(), '1,5\u00a0Md');
  await page.getByRole('link', { name: /Retirer le filtre au moins 100/ }).waitFor();
});

test('every facet that the server counts stands in the panel', async (t) => {
  const page = await visit(t, '/');
  const { facets } = await stage.ask('/api/v1/search');
  const names = (await page.locator('#facets legend').allTextContents()).slice(1, -1);
  assert.equal(names.length, Object.values(facets).filter(({ distinct }) => distinct > 0).length);
  assert.deepEqual(names, ['Year', 'Language', 'Source', 'Topic', 'Organisation', 'Programme or system', 'Person', 'Sum', 'Currency', 'Place', 'Author']);
});

test('a long facet’s field keeps in view what is ticked', async (t) => {
  const page = await visit(t, '/?author=Camille+Arnaud');
  const facet = page.getByRole('group', { name: 'Author: 1 chosen' });
  await facet.getByRole('button', { name: /^All \d+ values/ }).click();
  await facet.getByRole('searchbox').fill('valmont');
  assert.deepEqual(await facet.locator('.value:visible .value__name').allTextContents(), ['Camille Arnaud', 'Inès Valmont']);
});

test('a finger drags a range on the timeline, and Escape lets a range of the keyboard go', async (t) => {
  const page = await visit(t, '/', { viewport: PHONE, hasTouch: true, isMobile: true });
  await page.locator('.timeline__summary').tap();
  const bars = page.locator('.bar-chart__bar');
  await bars.first().waitFor();
  const { timeline } = await stage.ask('/api/v1/search');
  await page.evaluate(() => document.querySelector('.bar-chart')?.scrollIntoView({ block: 'center' }));
  const boxes = await bars.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 })));
  const last = timeline.buckets.length - 1;
  const touch = await page.context().newCDPSession(page);
  const send = (/** @type {string} */ type, /** @type {{x: number, y: number}[]} */ touchPoints) => touch.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [boxes[last - 4]]);
  for (let place = last - 4; place <= last; place += 1) {
    await send('touchMove', [boxes[place]]);
  }
  await send('touchEnd', []);
  const dragged = timeline.buckets.slice(last - 4).reduce((sum, { count }) => sum + count, 0);
  await becomes(() => heading(page).textContent(), `${dragged} articles`);

  const desk = await visit(t, '/');
  await desk.locator('.bar-chart__bar[tabindex="0"]').focus();
  await desk.keyboard.press('Shift+ArrowLeft');
  await desk.keyboard.press('Shift+ArrowLeft');
  assert.equal(await desk.locator('.bar-chart__bar--chosen').count(), 3);
  assert.match(await desk.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''), / to .*articles/);
  await desk.keyboard.press('Escape');
  assert.equal(await desk.locator('.bar-chart__bar--chosen').count(), 1);
  assert.equal(address(desk), '');
});

test('the panel of a phone takes the focus, and gives it back', async (t) => {
  const page = await visit(t, '/?q=Rafale', { viewport: PHONE });
  const button = page.getByRole('button', { name: 'Filters' });
  await button.press('Enter');
  assert.equal(await page.locator('#filters').evaluate((one) => one === document.activeElement), true);
  await page.keyboard.press('Tab');
  assert.equal(await page.getByLabel('From', { exact: true }).evaluate((one) => one === document.activeElement), true);
  await page.keyboard.press('Escape');
  assert.equal(await button.evaluate((one) => one === document.activeElement), true);
  assert.equal(await page.locator('#facets').isVisible(), false);
});

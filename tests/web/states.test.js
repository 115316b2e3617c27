// The page when things go otherwise: slow, late, refused, unreachable, nothing found; and the languages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, heading, quiet, setStage, shown } from './support/browser.js';

const stage = setStage();

const { visit } = stage;

test('nothing found: ways to widen, each with what it would find', async (t) => {
  const page = await visit(t, '/?q=Rafale&language=en&from=1999&to=1999');
  assert.equal(await heading(page).textContent(), 'No article for “Rafale”');
  const { total } = await stage.ask('/api/v1/search?q=Rafale');
  const way = page.locator('.empty__ways li', { hasText: 'Without any filter' });
  assert.equal(await way.locator('.value__count').textContent(), String(total));
  await way.getByRole('link').click();
  await becomes(() => heading(page).textContent(), `${total} articles for “Rafale”`);
});

test('where all the words find nothing, any of them is tried, and said', async (t) => {
  const path = '/api/v1/search?q=Rafale+zzzzqqqq';
  assert.equal((await stage.ask(path)).query.relaxed, true);
  const page = await visit(t, '/?q=Rafale+zzzzqqqq');
  await page.getByText('No article holds all these words').waitFor();
  assert.ok(await page.locator('.card').count() > 0);
});

test('a correction is offered and never put in the place of what was typed', async (t) => {
  const { query } = await stage.ask('/api/v1/search?q=hypersoniqeu');
  assert.ok(query.suggestion);
  const page = await visit(t, '/?q=hypersoniqeu');
  assert.equal(await page.locator('#q').inputValue(), 'hypersoniqeu');
  await page.getByRole('link', { name: query.suggestion, exact: true }).click();
  await becomes(() => page.locator('#q').inputValue(), query.suggestion);
  assert.ok(await page.locator('.card').count() > 0);
});

test('a refused search shows the server’s sentence, and the way without what it refused', async (t) => {
  const page = await visit(t, '/?q=Rafale&sort=foo', { faults: [/status of 400/] });
  const { detail } = await stage.ask('/api/v1/search?q=Rafale&sort=foo');
  assert.ok((await page.getByRole('alert').textContent())?.includes(detail));
  await page.getByRole('link', { name: 'Search without “sort”' }).click();
  await page.locator('.card').first().waitFor();
});

test('without an answer the page says so, and tries again when asked', async (t) => {
  let reachable = false;
  const page = await visit(t, '/?q=Rafale', { faults: [/ERR_CONNECTION_FAILED/] }, (one) => one.route(
    '**/api/v1/search?**', (route) => (reachable ? route.continue() : route.abort('connectionfailed'))));
  assert.equal(await heading(page).textContent(), 'The server does not answer');
  assert.equal(await page.locator('#slow').isVisible(), false);
  reachable = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.card').first().waitFor();
  reachable = false;
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('No connection: these are the results as they were before.').waitFor();
});

test('an answer that is slow to come is said to be, and one that comes late is dropped', async (t) => {
  /** @type {(value?: unknown) => void} */
  let release = () => {};
  const held = new Promise((done) => {
    release = done;
  });
  const page = await visit(t, '/', {}, (one) => one.route('**/api/v1/search?q=Rafale', async (route) => {
    await held;
    await route.continue().catch(() => {});
  }));
  await page.locator('#q').fill('Rafale');
  await page.keyboard.press('Enter');
  await page.getByText('Searching…').waitFor();
  assert.equal(await page.locator('#main').getAttribute('aria-busy'), 'true');
  await page.locator('#q').fill('frégate');
  await page.keyboard.press('Enter');
  const { total } = await stage.ask('/api/v1/search?q=fr%C3%A9gate');
  await becomes(() => heading(page).textContent(), `${total} articles for “frégate”`);
  assert.equal(await page.getByText('Searching…').isVisible(), false);
  release();
  await quiet(page);
  assert.equal(await heading(page).textContent(), `${total} articles for “frégate”`);
});

test('a parameter refused is explained in the page’s language; the server’s sentence stays as detail', async (t) => {
  const page = await visit(t, '/?q=Rafale&from=hier', { locale: 'fr-FR', faults: [/status of 400/] });
  const { detail } = await stage.ask('/api/v1/search?q=Rafale&from=hier');
  const alert = page.getByRole('alert');
  await alert.getByText('La date « hier » ne se lit pas').waitFor();
  assert.equal(await alert.locator('[lang=en]').textContent(), detail);
  await page.getByRole('link', { name: 'Chercher sans « from »' }).click();
  await page.locator('.card').first().waitFor();
});

test('a server that starts again is waited for: calmly, and without a key', async (t) => {
  let answers = false;
  const page = await visit(t, '/?q=Rafale', { locale: 'fr-FR', faults: [/status of 503/] }, (one) => one.route('**/api/v1/search?**', (route) => (
    answers ? route.continue() : route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"status":503,"detail":"no index yet"}' }))));
  assert.equal(await heading(page).textContent(), 'L’index ne peut pas être lu pour l’instant');
  await page.getByText('Vigie redémarre ou prépare son index. La page réessaie d’elle-même.').waitFor();
  await page.getByRole('button', { name: 'Réessayer' }).focus();
  answers = true;
  await page.locator('.card').first().waitFor();
  await becomes(() => heading(page).evaluate((one) => one === document.activeElement), true);  // the button that had the focus is gone
});

test('off line, the same search is shown as it was, and anew once the connection is back', async (t) => {
  const page = await visit(t, '/?q=Rafale', { faults: [/ERR_INTERNET_DISCONNECTED/] });
  const { total } = await stage.ask('/api/v1/search?q=Rafale');
  await Promise.all([  // what explains a problem is fetched with the first step
    page.waitForResponse(/search\/en\.js/).then((response) => response.finished()), page.locator('#sort').selectOption('newest'),
  ]);
  await becomes(() => page.url().includes('sort=newest'), true);
  await becomes(() => page.locator('#main').getAttribute('aria-busy'), 'false');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('No connection: these are the results as they were before.').waitFor();
  await page.getByRole('link', { name: 'Try again' }).waitFor();
  assert.equal(await heading(page).textContent(), `${total} articles for “Rafale”`);
  await page.locator('#q').fill('frégate');
  await page.keyboard.press('Enter');
  await becomes(() => heading(page).textContent(), 'The server does not answer');
  await page.getByText('Your device is off line. The page tries again by itself.').waitFor();
  await page.context().setOffline(false);
  const { total: frigates } = await stage.ask('/api/v1/search?q=fr%C3%A9gate');
  await becomes(() => heading(page).textContent(), `${frigates} articles for “frégate”`);
});

test('a server gone before anything but the first view was loaded is said to be, with a way to try again', async (t) => {
  const page = await visit(t, '/', { faults: [/ERR_INTERNET_DISCONNECTED/, /dynamically imported/] });
  await page.context().setOffline(true);
  await page.locator('#q').fill('Rafale');
  await page.keyboard.press('Enter');
  await becomes(() => heading(page).textContent(), 'The server does not answer');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.card').first().waitFor();
});

test('a first answer that is slow to come has its place kept, and nothing jumps', async (t) => {
  /** @type {unknown[]} */
  let seen = [];
  const page = await visit(t, '/?q=Rafale', {}, async (one) => {
    await one.route('**/api/v1/search?**', async (route) => {
      await one.waitForFunction(() => document.getElementById('slow')?.hidden === false
        && getComputedStyle(/** @type {Element} */ (document.querySelector('main')), '::before').opacity === '1');
      seen = await one.evaluate(() => [document.querySelector('main')?.ariaBusy, document.getElementById('slow')?.hidden]);
      await route.continue();
    });
    await one.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => list.getEntries().forEach((/** @type {any} */ entry) => {
        /** @type {any} */ (window).shift += entry.hadRecentInput ? 0 : entry.value;
      })).observe({ type: 'layout-shift', buffered: true });
    });
  });
  await page.locator('.card').first().waitFor();
  assert.deepEqual(seen, ['true', false]);
  assert.ok(await page.evaluate(() => /** @type {any} */ (window).shift) < 0.05);
});

test('an article that is not there is a problem with a way on', async (t) => {
  const page = await visit(t, '/?article=nowhere', { faults: [/status of 404/] });
  assert.equal(await heading(page).textContent(), 'There is no such article');
  await page.getByRole('link', { name: 'Back to all the articles' }).click();
  await page.locator('.card').first().waitFor();
});

test('the page speaks the browser’s language until another is chosen, and keeps that one', async (t) => {
  const page = await visit(t, '/?q=Rafale', { locale: 'fr-FR' });
  const { total } = await stage.ask('/api/v1/search?q=Rafale');
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  assert.equal(await heading(page).textContent(), `${total} articles pour «\u202fRafale\u202f»`);
  await page.getByRole('button', { name: 'English' }).click();
  await becomes(() => heading(page).textContent(), `${total} articles for “Rafale”`);
  await page.reload();
  await shown(page);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.getByRole('button', { name: 'Français' }).getAttribute('lang'), 'fr');
});

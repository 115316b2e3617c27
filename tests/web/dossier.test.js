// Dossiers and comparisons: every number opens the search it counts, whole tasks by keyboard, the ways in and out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, heading, PHONE, setStage, shown } from './support/browser.js';

const stage = setStage();
const { visit } = stage;

/** @param {import('playwright-core').Page} page */
const address = (page) => decodeURIComponent(new URL(page.url()).search.replaceAll('+', ' '));

/** How many articles the search at an address of the page finds. @param {string} href */
async function total(href) {
  const found = await stage.ask(`/api/v1/search?facets=none&per_page=1&${href.replace(/^\?/, '')}`);
  assert.equal(found.query.relaxed, false, href);
  return found.total;
}

/** Every link on the page whose name begins with, or is, a number. @param {import('playwright-core').Page} page */
function numbers(page) {
  return page.locator('#view').evaluate((view) => [...view.querySelectorAll('a[href]')]
    .map((link) => ({ href: link.getAttribute('href') ?? '', count: /^(?:All )?(\d+)(?: articles?| more)?(?: name.*)?$/.exec(link.textContent?.trim() ?? '')?.[1] }))
    .filter(({ count, href }) => count !== undefined && !href.includes('article=')));
}

/** @param {import('playwright-core').Page} page @param {number} least numbers */
async function everyNumberOpensItsSearch(page, least) {
  const found = await numbers(page);
  assert.ok(found.length >= least, `${found.length} numbers`);
  for (const { href, count } of found) {
    assert.equal(await total(href), Number(count), href);
  }
}

for (const [id, least] of /** @type {[string, number][]} */ ([['anduril', 40], ['pentagon', 40], ['drones', 40], ['france', 40], ['donald-trump', 20], ['rafale', 30]])) {
  test(`every number of the dossier of ${id} opens the search it counts, and every sum one that has its article`, async (t) => {
    const page = await visit(t, `/?entity=${id}`);
    const entity = await stage.ask(`/api/v1/entities/${id}`);
    assert.equal(await heading(page).textContent(), entity.labels.en);
    await everyNumberOpensItsSearch(page, least);
    const sums = await page.locator('.sums__item').evaluateAll((items) => items.map((item) => ({
      search: item.querySelector('.sums__sum')?.getAttribute('href'), article: item.querySelector('a[href*="article="]')?.getAttribute('href'),
      sentence: item.querySelector('.sums__sentence')?.textContent, mark: item.querySelector('mark')?.textContent, lang: item.querySelector('.sums__sentence')?.getAttribute('lang'),
    })));
    const told = (/** @type {any} */ one) => [one.text, one.sentence, one.article.language];
    assert.deepEqual(sums.map(({ mark, sentence, lang }) => [mark, sentence, lang]).sort(), entity.amounts.map(told).sort());
    for (const { search, article } of sums) {
      const { hits } = await stage.ask(`/api/v1/search?facets=none&per_page=100&${search?.slice(1)}`);
      assert.ok(hits.some((/** @type {any} */ { link }) => link.endsWith(`/${new URLSearchParams(article?.slice(1)).get('article')}`)), `${search}`);
    }
  });
}

test('a bar of a dossier opens the articles of its period', async (t) => {
  const page = await visit(t, '/?entity=anduril');
  const { timeline } = await stage.ask('/api/v1/entities/anduril');
  const [highest] = [...timeline.buckets].sort((a, b) => b.count - a.count);
  await page.locator(`[data-key="bar ${highest.start}"]`).click();
  await becomes(() => heading(page).textContent(), `${highest.count} articles`);
  assert.equal(address(page), `?organisation=anduril&from=${highest.start.slice(0, 7)}&to=${highest.start.slice(0, 7)}`);
  await page.goBack();
  await becomes(() => heading(page).textContent(), 'Anduril');
});

test('a dossier says both names, the others once, and opens the contracts, the articles and other dossiers', async (t) => {
  const page = await visit(t, '/?entity=pentagon', { locale: 'fr-FR' });
  assert.equal(await heading(page).textContent(), 'Département américain de la Défense');
  assert.equal(await page.title(), 'Dossier\u202f: Département américain de la Défense – Vigie');
  assert.equal(await page.locator('.dossier__head [lang="en"]').textContent(), 'US Department of Defense');
  const hidden = page.locator('.dossier__aliases li:not(:visible)');
  const more = await hidden.count();
  assert.ok(more > 0);
  await page.getByRole('button', { name: `${more} de plus` }).first().click();
  assert.equal(await hidden.count(), 0);
  const ways = await page.locator('.ways a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.deepEqual(ways, ['?organisation=pentagon', '?organisation=pentagon&view=contracts', '?organisation=pentagon']);
  const { hits } = await stage.ask('/api/v1/entities/pentagon');
  assert.deepEqual(await page.locator('h3.card__title').allTextContents(), hits.map((/** @type {any} */ { title }) => title));
  await page.locator('.related__name').first().click();
  await becomes(async () => address(page), '?entity=anduril');
  await becomes(() => page.evaluate(() => document.activeElement?.textContent), 'Anduril');
});

for (const ids of [['anduril', 'palantir'], ['anduril', 'palantir', 'openai'], ['scaf', 'rafale', 'france', 'drones']]) {
  test(`every number of the comparison of ${ids.join(', ')} opens the search it counts`, async (t) => {
    const page = await visit(t, `/?${ids.map((id) => `entity=${id}`).join('&')}`);
    await page.getByText('As a table').click();
    await everyNumberOpensItsSearch(page, 15);
    const entities = await Promise.all(ids.map((id) => stage.ask(`/api/v1/entities/${id}`)));
    const counted = await page.locator('.compare__legend td:nth-child(2)').allTextContents();
    assert.deepEqual(counted, entities.map(({ articles }) => String(articles)));
    // In the table as many articles as there are with a date: no copies in the corpus tell one story in two periods.
    const cells = await page.locator('.chart__table tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))));
    assert.deepEqual(ids.map((_, place) => cells.reduce((sum, row) => sum + row[place], 0)), entities.map(({ articles }) => articles));
    const firsts = await Promise.all(ids.map((id) => stage.ask(`/api/v1/search?sort=oldest&per_page=1&facets=none&${entities.find((one) => one.id === id).kind}=${id}`)));
    const days = await page.locator('.compare__legend time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    assert.deepEqual(days, ids.flatMap((_, place) => [firsts[place].hits[0].published, entities[place].hits[0].published]));
  });
}

test('those that no article names together say so', async (t) => {
  const page = await visit(t, '/?entity=donald-trump&entity=rafale&entity=olaf-scholz');
  const { total: both } = await stage.ask('/api/v1/search?person=donald-trump&programme=rafale');
  const text = await page.locator('#view').textContent();
  assert.equal(both > 0, !text?.includes('No article names Donald Trump and Rafale.'));
  assert.match(text ?? '', /No article names Donald Trump, Rafale and Olaf Scholz\./);
});

test('by keyboard: from a search to the dossier, to a comparison, to a period’s articles', async (t) => {
  const page = await visit(t, '/');
  const press = (/** @type {string} */ key) => page.keyboard.press(key);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
  /** @param {RegExp} wanted */
  const tabTo = async (wanted) => {
    for (let step = 0; step < 80; ++step) {
      await press('Tab');
      if (wanted.test(await focused())) {
        return;
      }
    }
    assert.fail(`no way to ${wanted}`);
  };
  await press('Control+k');
  await page.keyboard.type('anduril');
  await press('Enter');
  await becomes(() => heading(page).textContent(), '19 articles for “anduril”');
  await page.locator('.notice--dossier a').focus();
  await press('Enter');
  await becomes(focused, 'Anduril');
  for (let step = 0; await page.evaluate(() => document.activeElement?.id !== 'picker'); ++step) {
    assert.ok(step < 40);
    await press('Tab');
  }
  await page.keyboard.type('palan');
  await page.getByRole('option', { name: /^Palantir/ }).waitFor();
  assert.equal(await page.locator('[role="option"][aria-selected="true"]').count(), 0);
  await press('Enter');
  await page.getByText('Choose a name from the list.').waitFor();
  await press('ArrowDown');
  await press('Enter');
  await becomes(async () => address(page), '?entity=anduril&entity=palantir');
  await becomes(focused, 'Anduril and Palantir');
  await tabTo(/: Anduril \d+, Palantir \d+$/);
  await press('Home');
  assert.equal(await focused(), 'March 2024: Anduril 1, Palantir 1');
  await press('ArrowLeft');
  assert.equal(await focused(), 'March 2024: Anduril 1, Palantir 1');
  await press('ArrowRight');
  await press('ArrowLeft');
  await tabTo(/^Palantir, March 2024: 1 article$/);
  await press('Enter');
  await becomes(() => heading(page).textContent(), '1 article');
  assert.equal(address(page), '?organisation=palantir&from=2024-03&to=2024-03');
});

test('a name typed whole is taken; what is known to nobody is told', async (t) => {
  const page = await visit(t, '/?entity=anduril&entity=openai');
  const field = page.getByRole('combobox', { name: 'Compare with' });
  await field.fill('zzz');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByText('Nothing known has this name.').waitFor();
  await field.fill('Palantir');
  await field.press('Enter');
  await becomes(async () => address(page), '?entity=anduril&entity=openai&entity=palantir');
  await becomes(() => page.evaluate(() => document.activeElement?.id), 'picker');
  await page.getByRole('link', { name: 'Remove OpenAI' }).click();
  await becomes(async () => address(page), '?entity=anduril&entity=palantir');
  await page.getByRole('link', { name: 'Remove Palantir' }).click();
  await becomes(() => heading(page).textContent(), 'Anduril');
});

test('an id that nothing has is told as text, with ways on; beside known ones it is passed over', async (t) => {
  const page = await visit(t, `/?entity=${encodeURIComponent('<img src=x onerror=alert(1)>')}`, { faults: [/404/] });
  assert.equal(await heading(page).textContent(), 'No dossier “<img src=x onerror=alert(1)>”');
  assert.equal(await page.locator('#view img').count(), 0);
  await page.getByRole('combobox', { name: 'Find a dossier' }).fill('Rafale');
  await page.getByRole('button', { name: 'Open' }).click();
  await becomes(() => heading(page).textContent(), 'Rafale');
  await page.goto(`${stage.origin}/?entity=anduril&entity=nobody&entity=palantir`);
  await shown(page);
  assert.equal(await heading(page).textContent(), 'Anduril and Palantir');
  await page.getByText('No dossier “nobody”').waitFor();
  await page.goto(`${stage.origin}/?entity=anduril&entity=palantir&entity=openai&entity=rafale&entity=france`);
  await shown(page);
  assert.equal(await page.locator('.compare__legend tbody tr').count(), 4);
  assert.equal(await page.getByText('4 dossiers at most are compared.').count(), 2);
});

test('dossiers are reached from what a query names, from filters and from an article’s tags', async (t) => {
  const page = await visit(t, '/?q=Pentagone&organisation=anduril');
  assert.match((await page.locator('.notice').allTextContents()).join(), /Dossier: Anduril · Compare them/);
  await page.getByRole('link', { name: 'Compare them' }).click();
  await becomes(() => heading(page).textContent(), 'US Department of Defense and Anduril');
  await page.getByRole('link', { name: 'articles name US Department of Defense and Anduril' }).click();
  await becomes(() => heading(page).textContent(), '7 articles for “org:pentagon org:anduril”');
  assert.equal(await page.locator('.notice--dossier').textContent(), 'Dossiers: Anduril · US Department of Defense · Compare them');
  await page.goBack();
  await page.goBack();
  await page.locator('.notice').getByRole('link', { name: 'US Department of Defense' }).click();
  await becomes(async () => address(page), '?entity=pentagon');
  const { hits } = await stage.ask('/api/v1/search?q=OpenAI+200');
  await page.goto(`${stage.origin}/?article=${hits[0].id}`);
  await shown(page);
  await page.getByRole('link', { name: 'Dossier: OpenAI' }).click();
  await becomes(() => heading(page).textContent(), 'OpenAI');
});

test('nothing scrolls sideways at 320 pixels, and every target is 24 high', async (t) => {
  for (const path of ['/?entity=pentagon', '/?entity=pentagon&entity=scaf&entity=donald-trump&entity=drones', '/?entity=nobody']) {
    const page = await visit(t, path, { viewport: { ...PHONE, width: 320 }, locale: 'fr-FR', faults: [/404/] });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), path);
    const small = await page.locator('#view').locator('button:visible, .count-link:visible, .button:visible, summary:visible, input:visible').evaluateAll(
      (all) => all.filter((one) => (one.closest('label') ?? one).getBoundingClientRect().height < 24).map((one) => one.outerHTML));
    assert.deepEqual(small, []);
  }
});

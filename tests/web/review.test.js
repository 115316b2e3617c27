// The press review and citations, whole: ticked, put in order, copied, exported, saved and restored, by mouse and by keyboard.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { becomes, DESK, heading, PHONE, setStage, shown } from './support/browser.js';

const stage = setStage();
const { visit } = stage;
const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** @param {import('playwright-core').Page} page */
async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
    return found.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => node.html.slice(0, 150)).join(' | ')}`);
  });
}

/** Ticks the first articles of a search and goes to the review. @param {any} t @param {number} n @param {object} [options] @param {string} [query] */
async function reviewed(t, n, options = {}, query = 'Rafale') {
  const page = await visit(t, `/?q=${query}`, options);
  for (let place = 0; place < n; place += 1) {
    await page.locator('.tick input').nth(place).check();
  }
  const link = page.locator('.places__link[href="?view=review"]');
  await becomes(() => link.getAttribute('data-count'), ` (${n})`);
  await link.click();
  await page.locator('.taken').nth(n - 1).waitFor();
  return page;
}

/** @param {import('playwright-core').Page} page */
const titles = (page) => page.locator('.taken .card__title').allTextContents();
/** @param {import('playwright-core').Page} page @param {string} name of the button @returns {Promise<{name: string, text: string}>} */
async function downloaded(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('a first view asks for nothing of the review; a tick loads it, and is there again after a reload and in the article', async (t) => {
  const asked = [];
  const page = await visit(t, '/?q=Rafale', {}, async (one) => {
    one.on('request', (request) => asked.push(request.url()));
  });
  assert.deepEqual(asked.filter((url) => url.includes('/review/')), []);
  const box = page.getByRole('checkbox', { name: /^Press review/ }).nth(1);
  await box.focus();
  await page.keyboard.press('Space');
  await page.getByText('Added to the press review: 1 article').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Review (1)' }).count(), 1);
  await page.reload();
  await shown(page);
  await becomes(() => page.locator('.tick input').evaluateAll((all) => all.map((one) => /** @type {any} */ (one).checked).indexOf(true)), 1);
  await page.locator('.card__title a').nth(1).click();
  await page.locator('.reading__title').waitFor();
  await becomes(() => page.locator('#view .tick input').isChecked(), true);
  await page.locator('#view .tick input').uncheck();
  await page.getByText('Removed from the press review: 0 articles').waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('vigie-review')), null);
});

test('articles ticked while the review is still loading are all in it', async (t) => {
  const page = await visit(t, '/?q=Rafale', {}, (one) => one.route('**/review/tick.js', async (route) => {
    await new Promise((later) => setTimeout(later, 500));
    await route.continue();
  }));
  await page.locator('.tick input').evaluateAll((all) => all.slice(0, 4).forEach((one) => /** @type {any} */ (one).click()));
  await becomes(() => page.locator('.places__link').first().getAttribute('data-count'), ' (4)');
  assert.equal(await page.locator('.tick input:checked').count(), 4);
});

test('without an article the review says how to begin', async (t) => {
  const page = await visit(t, '/?view=review', { locale: 'fr-FR' });
  assert.match(await page.locator('#view').textContent(), /Cherchez, puis cochez/);
  assert.match(await page.title(), /^Revue de presse/);
  await page.getByRole('link', { name: 'Chercher des articles' }).click();
  await page.locator('.card').first().waitFor();
});

test('find, tick, order, name a section, note, export: by keyboard alone', async (t) => {
  const page = await visit(t, '/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Rafale');
  await page.keyboard.press('Enter');
  await becomes(() => heading(page).textContent(), '12 articles for “Rafale”');
  const press = async (/** @type {string} */ key, /** @type {(one: any) => boolean} */ until) => {
    for (let n = 0; n < 200; n += 1) {
      await page.keyboard.press(key);
      if (await page.evaluate(`(${until})(document.activeElement)`)) {
        return;
      }
    }
    assert.fail(`${key} never came to ${until}`);
  };
  for (let n = 0; n < 3; n += 1) {
    await press('Tab', (one) => one.matches('.tick input') && !one.checked);
    await page.keyboard.press('Space');
  }
  await becomes(() => page.locator('.places__link').first().getAttribute('data-count'), ' (3)');
  await press('Shift+Tab', (one) => one.matches('.places__link[href="?view=review"]'));
  await page.keyboard.press('Enter');
  await page.locator('.taken').nth(2).waitFor();
  const [a, b, c] = await titles(page);
  await press('Tab', (one) => one.matches('.taken .card__title a'));
  await page.keyboard.press('Alt+ArrowDown');
  assert.deepEqual(await titles(page), [b, a, c]);
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), a);
  await page.getByText('2 of 3', { exact: true }).waitFor();
  await press('Tab', (one) => one.dataset.key?.startsWith('note '));
  await page.keyboard.type('To be checked');
  await press('Tab', (one) => one.dataset.key === 'new section');
  await page.keyboard.type('Exports');
  await page.keyboard.press('Enter');
  await page.locator('.part__name').waitFor();
  await press('Shift+Tab', (one) => one.dataset.key?.startsWith('down '));
  await page.keyboard.press('Enter');
  await page.getByText('1 of 1, Exports', { exact: true }).waitFor();
  assert.deepEqual(await page.locator('.part').nth(1).locator('.card__title').allTextContents(), [c]);
  await press('Shift+Tab', (one) => one.dataset.key === 'way markdown');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const text = await readFile(await download.path(), 'utf8');
  assert.match(download.suggestedFilename(), /^press-review-\d{4}-\d\d-\d\d\.md$/);
  assert.match(text, /^# Press review, [\s\S]*\*\*Note\*\* To be checked[\s\S]*## Exports/);
});

test('dragging puts an article elsewhere, also into another section; Escape lets it be', async (t) => {
  const page = await reviewed(t, 3);
  const [a, b, c] = await titles(page);
  const drag = async (/** @type {number} */ from, /** @type {any} */ to, drop = true) => {
    const handle = page.locator('.taken__handle').nth(from);
    await handle.scrollIntoViewIfNeeded();
    const start = await handle.boundingBox();
    await page.mouse.move(start.x + 5, start.y + 5);
    await page.mouse.down();
    const end = await to.boundingBox();
    await page.mouse.move(end.x + 40, end.y + end.height - 4, { steps: 5 });
    assert.equal(await page.locator('.drop').count(), 1);
    if (!drop) {
      await page.keyboard.press('Escape');
    }
    await page.mouse.up();
    assert.equal(await page.locator('.drop').count(), 0);
  };
  await page.setViewportSize({ width: 1280, height: 1600 });
  await drag(0, page.locator('.taken').nth(1));
  assert.deepEqual(await titles(page), [b, a, c]);
  await drag(0, page.locator('.taken').nth(2), false);
  assert.deepEqual(await titles(page), [b, a, c]);
  await page.locator('[data-key="new section"]').fill('Abroad');
  await page.keyboard.press('Enter');
  await drag(0, page.locator('.part').nth(1));
  assert.deepEqual(await page.locator('.part').nth(1).locator('.card__title').allTextContents(), [b]);
  await page.reload();
  await shown(page);
  assert.deepEqual(await titles(page), [a, c, b]);
});

test('what is removed can be had back: an article, a section, the whole', async (t) => {
  const page = await reviewed(t, 3);
  const all = await titles(page);
  await page.locator('.taken textarea').nth(1).fill('my note');
  await page.locator('[data-key^="remove"]').nth(1).click();
  assert.deepEqual(await titles(page), [all[0], all[2]]);
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Undo');
  await page.keyboard.press('Enter');
  assert.deepEqual(await titles(page), all);
  assert.equal(await page.locator('.taken textarea').nth(1).inputValue(), 'my note');
  await page.locator('[data-key="new section"]').fill('Abroad');
  await page.keyboard.press('Enter');
  await page.locator('.taken select').nth(0).selectOption({ label: 'Abroad' });
  await page.getByRole('button', { name: 'Remove the section: Abroad' }).click();
  assert.equal(await page.locator('.part__name').count(), 0);
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.deepEqual(await page.locator('.part').nth(1).locator('.card__title').allTextContents(), [all[0]]);
  await page.getByRole('button', { name: 'Empty the review' }).click();
  assert.equal(await page.locator('.taken').count(), 0);
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await page.locator('.taken').count(), 3);
});

test('a change in another tab is shown, and what is being typed is kept', async (t) => {
  const page = await reviewed(t, 1);
  await page.locator('.taken textarea').fill('half');
  const other = await page.context().newPage();
  await other.goto(`${stage.origin}/?q=Rafale`);
  await shown(other);
  await becomes(() => other.locator('.tick input').first().isChecked(), true);
  await other.locator('.tick input').nth(4).check();
  await page.locator('.taken').nth(1).waitFor();
  assert.equal(await page.locator('.taken textarea').first().inputValue(), 'half');
  await page.locator('[data-key^="remove"]').first().click();
  await becomes(() => other.locator('.tick input').first().isChecked(), false);
  await other.close();
});

test('saved as a file and restored: into nothing, added, put in place; a wrong file is refused in words', async (t) => {
  const page = await reviewed(t, 2);
  const all = await titles(page);
  const saved = await downloaded(page, 'Save as a file');
  assert.match(saved.name, /^press-review-.*\.json$/);
  const restore = (/** @type {string} */ text) => page.locator('input[type=file]').setInputFiles({ name: 'my.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await restore('<html>');
  assert.equal(await page.getByRole('alert').textContent(), '“my.json” is no backup of Vigie: it is not JSON, or it is cut short.');
  await page.locator('[data-key^="remove"]').first().click();
  await restore(saved.text);
  await page.getByRole('button', { name: 'Do nothing' }).click();
  assert.deepEqual(await titles(page), [all[1]]);
  await restore(saved.text);
  await page.getByRole('group', { name: 'Restore the review' }).getByRole('button', { name: 'Add' }).click();
  assert.deepEqual(await titles(page), [all[1], all[0]]);
  await restore(saved.text);
  await page.getByRole('button', { name: 'Replace' }).click();
  assert.deepEqual(await titles(page), all);
  await page.getByRole('button', { name: 'Empty the review' }).click();
  await restore(saved.text);
  await page.locator('.taken').nth(1).waitFor();
  assert.deepEqual(await titles(page), all);
});

test('hostile articles are text in the review, in the HTML file, in what is copied; no link runs a script', async (t) => {
  const page = await reviewed(t, 2, { locale: 'fr-FR', permissions: ['clipboard-read', 'clipboard-write'] }, 'hostilissime');
  const expected = await titles(page);
  await page.locator('[data-key="review title"]').fill('</title><script>window.hacked = 9</script>');
  await page.locator('.taken textarea').first().fill('"><img src=x onerror="window.hacked = 10">\n=cmd|');
  const { text: html } = await downloaded(page, 'HTML');
  await page.getByRole('button', { name: 'Copier pour un courriel' }).click();
  await page.getByText('Copié : collez-le dans votre courriel.').first().waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return { types: item.types, plain: await (await item.getType('text/plain')).text() };
  });
  assert.deepEqual([...copied.types].sort(), ['text/html', 'text/plain']);
  assert.ok(expected.every((title) => copied.plain.includes(title)), copied.plain);
  const context = await page.context().browser().newContext({ javaScriptEnabled: true });
  const file = await context.newPage();
  const outside = [];
  file.on('request', (request) => outside.push(request.url()));
  await file.setContent(html);
  const read = await file.evaluate(() => ({
    hacked: /** @type {any} */ (window).hacked, title: document.title, charset: document.characterSet, lang: document.documentElement.lang,
    elements: [...new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase()))].sort(),
    attributes: [...new Set([...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()))].sort(),
    links: [...document.links].map(({ protocol }) => protocol), headings: [...document.querySelectorAll('h2, h3')].map(({ textContent }) => textContent),
  }));
  await context.close();
  assert.deepEqual(outside, []);
  assert.equal(read.hacked, undefined);
  assert.equal(read.title, '</title><script>window.hacked = 9</script>');
  assert.deepEqual(read.headings, expected);
  assert.deepEqual(read.elements, ['a', 'body', 'div', 'h1', 'h2', 'head', 'html', 'meta', 'p', 'title']);
  assert.deepEqual(read.attributes, ['charset', 'href', 'lang', 'style']);
  assert.ok(read.links.every((protocol) => protocol === 'https:'), read.links.join());
  const { text: csv } = await downloaded(page, 'CSV');
  assert.match(csv, /^\uFEFFNuméro;Section;Titre;/);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).hacked), undefined);
});

test('on paper stands the letter, without the tools', async (t) => {
  const page = await reviewed(t, 2);
  await page.locator('[data-key="review title"]').fill('For print');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.review__paper h1').textContent(), 'For print');
  await page.locator('.review__paper').waitFor();
  await page.locator('.review').waitFor({ state: 'hidden' });
});

test('where the browser keeps nothing the review lasts as long as the page, and says so', async (t) => {
  const page = await visit(t, '/?q=Rafale', {}, (one) => one.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  }));
  await page.locator('.tick input').first().check();
  await page.locator('.places__link').first().click();
  await page.getByText('This browser does not keep the review').waitFor();
  assert.equal(await page.locator('.taken').count(), 1);
});

test('an article is cited in four styles, each copied as it stands', async (t) => {
  const { hits } = await stage.ask('/api/v1/search?q=Rafale');
  for (const refused of [false, true]) {
    const page = await visit(t, `/?article=${hits[0].id}`, { permissions: ['clipboard-read', 'clipboard-write'] }, async (one) => {
      if (refused) {
        await one.addInitScript(() => {
          document.execCommand = () => false;
          navigator.clipboard.write = () => Promise.reject(new Error('no'));
        });
      }
    });
    await page.getByText('Cite', { exact: true }).click();
    await page.getByRole('button', { name: 'Copy the Chicago citation' }).click();
    const text = await page.locator('.cite__text').nth(2).textContent();
    assert.equal(await page.locator('.cite__text').count(), 4);
    assert.match(text ?? '', /^Kerdrel, Thibault\. “.*” Bureau Paris, April 28, 2025\.$/);
    if (refused) {
      await page.getByText('the text is selected').first().waitFor();
      assert.equal(await page.evaluate(() => String(window.getSelection())), text);
    } else {
      await page.getByText('Copied').first().waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    }
  }
});

for (const [locale, colorScheme] of [['fr-FR', 'light'], ['en-GB', 'dark']]) {
  test(`axe, narrow pages and small targets: ${locale}, ${colorScheme}`, async (t) => {
    const empty = await visit(t, '/?view=review', { locale, colorScheme });
    assert.deepEqual(await violations(empty), []);
    for (const viewport of [DESK, PHONE, { width: 320, height: 640 }]) {
      const page = await reviewed(t, 3, { locale, colorScheme, viewport });
      await page.locator('[data-key="new section"]').fill('Section');
      await page.keyboard.press('Enter');
      await page.locator('.taken select').nth(0).selectOption({ index: 1 });
      await page.locator('.review__preview summary').click();
      await page.locator('.sheet h1').waitFor();
      await page.locator('[data-key^="remove"]').nth(0).click();
      assert.deepEqual(await violations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      const small = await page.locator('button:visible, select:visible, input:visible, summary:visible, .taken__handle').evaluateAll(
        (all) => all.filter((one) => (one.closest('label') ?? one).getBoundingClientRect().height < 24).map((one) => one.outerHTML));
      assert.deepEqual(small, []);
      await page.locator('.taken .card__title a').first().click();
      await page.locator('.cite__summary').click();
      await page.locator('.cite__text').first().waitFor();
      assert.deepEqual(await violations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    }
  });
}

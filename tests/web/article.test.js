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
  assert.ok(marks.length > 0 && marks.every((one) => /rafale/i.test(one)), marks.join());
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
  const similar = (await stage.ask(`${hits[0].link}/similar`)).hits;
  const page = await visit(t, `/?article=${hits[0].link.split('/').at(-1)}`);
  assert.deepEqual(
    await page.locator('.reading__body p').allTextContents(), record.body.split('\n').filter((line) => line.trim() !== ''));
  assert.equal(await page.locator('mark').count(), 0);
  const own = similar.filter(({ language }) => language === record.language);
  const others = similar.filter(({ language }) => language !== record.language);
  assert.ok(own.length > 0 && others.length > 0);
  assert.deepEqual(await page.locator('.related__language').allTextContents(), record.language === 'fr' ? ['French', 'English'] : ['English', 'French']);
  assert.deepEqual(await page.locator('.related__item > a').allTextContents(), [...own, ...others].map(({ title }) => title));
  await page.locator('.related__item > a').first().click();
  await becomes(() => heading(page).textContent(), own[0].title);
});

test('what is found by translation says what for, to the eye, to the ear and to touch, and its text is the article’s own', async (t) => {
  const page = await visit(t, '/?q=frégate', { locale: 'fr-FR' });
  const { hits } = await stage.ask('/api/v1/search?q=fr%C3%A9gate');
  const place = hits.findIndex(({ language, title_segments: segments }) => language === 'en' && segments.some(({ translates }) => translates === 'frégate'));
  const mark = page.locator('.card').nth(place).locator('.card__title mark').first();
  assert.equal(await mark.getAttribute('title'), 'trouvé pour «\u202ffrégate\u202f»');
  assert.match(await mark.evaluate((one) => getComputedStyle(one).textDecorationStyle), /dotted/);
  const spoken = mark.locator('.aside');
  assert.equal(await spoken.getAttribute('lang'), 'fr');
  assert.match(await spoken.evaluate((one) => getComputedStyle(one, '::before').content), /trouvé pour/);
  assert.equal(await page.locator('.card__title').nth(place).textContent(), hits[place].title);
  assert.equal(await page.locator('.card__title mark:not(.mark--for)').first().evaluate((one) => one.title), '');

  await page.locator('.card__title a').nth(place).click();
  await page.locator('.reading__title').waitFor();
  await page.getByRole('button', { name: 'Passage suivant' }).click();
  await page.getByText(/^Passage 1 sur \d+ · trouvé pour «.frégate.»/).waitFor();
  assert.match(await page.locator('.passages__said .unseen').textContent() ?? '', /frigate/i);
  const record = await stage.ask(hits[place].link);
  assert.deepEqual(await page.locator('.reading__body p').allTextContents(), record.body.split('\n').filter((line) => line.trim() !== ''));
});

test('an article’s marks are those of its search: without translation where that is switched off', async (t) => {
  const { hits } = await stage.ask('/api/v1/search?q=fr%C3%A9gate');
  const english = hits.find(({ language }) => language === 'en');
  const page = await visit(t, `/?q=frégate&translate=false&article=${english.id}`);
  await page.getByText('No word of the search stands in this article as written.').waitFor();
  assert.equal(await page.locator('mark').count(), 0);
});

test('names and sums are marked on demand, each kind by its own line, and lead to their dossier and their articles', async (t) => {
  const { hits } = await stage.ask('/api/v1/search?q=Dassault+amount:%3E1M&language=fr');
  const record = await stage.ask(hits[0].link);
  const page = await visit(t, `/?q=Dassault&article=${hits[0].id}`);
  assert.equal(await page.locator('.reading__text .named').count(), 0);
  const plain = await page.locator('.reading__body').textContent();
  const shownPlain = await page.locator('.reading__body').innerText();
  const marks = await page.locator('.reading__text mark').allTextContents();
  const box = page.getByRole('checkbox', { name: 'Mark names and sums' });
  await box.check();
  const bytes = new TextEncoder();
  const expected = ['title', 'standfirst', 'body'].flatMap((field) => [...record.mentions, ...record.amounts].filter((one) => one.field === field)
    .sort((a, b) => a.begin - b.begin).map(({ begin, end }) => new TextDecoder().decode(bytes.encode(record[field]).slice(begin, end))));
  await becomes(() => page.locator('.reading__text a.named').allTextContents(), expected);
  assert.equal(await page.locator('.reading__body').textContent(), plain, 'the text is the same');
  assert.equal(await page.locator('.reading__body').innerText(), shownPlain, 'also where it is copied');
  assert.deepEqual(await page.locator('.reading__text mark:not(.rest)').allTextContents(), marks, 'and so are the marks');
  assert.equal(await box.evaluate((one) => one === document.activeElement), true);
  const lines = await page.locator('.names__legend .named').evaluateAll((all) => all.map((one) => {
    const { textDecorationStyle, textDecorationLine } = getComputedStyle(one);
    return `${textDecorationLine} ${textDecorationStyle}`;
  }));
  assert.ok(lines.length > 1);
  assert.equal(new Set(lines).size, lines.length, 'no two kinds look the same');
  const sum = page.locator('a.named--amount').first();
  const { value } = record.amounts[0];
  await sum.click();
  await page.locator('.card').first().waitFor();
  assert.equal(new URL(page.url()).searchParams.get('amount_min'), String(value));
  await page.goBack();
  await page.locator('a.named').first().waitFor();  // marked still
  const first = record.mentions.find(({ field }) => field === 'title') ?? record.mentions.find(({ field }) => field === 'standfirst') ?? record.mentions[0];
  await page.locator('a.named:not(.named--amount)').first().click();
  await becomes(() => new URL(page.url()).search, `?entity=${first.id}`);
});

test('the passages and the names of an article are reached by keyboard', async (t) => {
  const { hits } = await stage.ask('/api/v1/search?q=Dassault+amount:%3E1M&language=fr');
  const page = await visit(t, `/?q=Dassault&article=${hits[0].id}`);
  await page.locator('.reading__title').focus();
  await page.locator('[data-key="passage next"]').focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^Passage 1 of/).waitFor();
  await page.keyboard.press('n');
  await page.getByText(/^Passage 2 of/).waitFor();
  await page.keyboard.press('p');
  await page.getByText(/^Passage 1 of/).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.locator('a.named').first().waitFor();
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  assert.match(target ?? '', /^\?/);
  await page.keyboard.press('Enter');
  await becomes(() => new URL(page.url()).search, target);
});

test('the copies of an article are listed with source and day', async (t) => {
  const { hits } = await stage.ask('/api/v1/articles/hostile-names/duplicates');
  assert.equal(hits.length, 1);
  const page = await visit(t, '/?article=hostile-names');
  const section = page.locator('.related').filter({ hasText: '1 other copy of this article' });
  await section.waitFor();
  assert.equal(await section.locator('.facts__source').textContent(), hits[0].source);
  assert.equal(await section.locator('time').textContent(), '1 March 2024');
});

test('on paper an article is its title, its facts, its text and its address', async (t) => {
  const page = await visit(t, '/?q=hostilissime&article=hostile-copy');
  await page.getByRole('checkbox', { name: 'Mark names and sums' }).check();
  await page.locator('a.named').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const record = await stage.ask('/api/v1/articles/hostile-copy');
  const printed = (await page.locator('body').innerText()).split('\n').map((line) => line.trim()).filter(Boolean);
  assert.equal(printed[0], record.title);
  assert.equal(printed.at(-1), record.url);
  assert.deepEqual(printed.slice(-1 - record.body.split('\n').length, -1), record.body.split('\n'));
  assert.equal(await page.locator('mark').first().evaluate((one) => getComputedStyle(one).textDecorationLine), 'none');
});

test('a long article is drawn whole, a little at a time, and laid out where it is looked at', async (t) => {
  const { hits } = await stage.ask('/api/v1/search?q=Rafale');
  const name = hits[0].link.split('/').at(-1);
  const short = await stage.ask(`${hits[0].link}?q=Rafale`);
  const times = 400;
  const body = Array(times).fill(short.body).join('\n');
  const step = new TextEncoder().encode(`${short.body}\n`).length;
  const long = {
    ...short, body,
    body_segments: Array.from({ length: times }, (_, one) => [...(one === 0 ? [] : [{ text: '\n', match: false }]), ...short.body_segments]).flat(),
    mentions: Array.from({ length: times }, (_, one) => short.mentions.filter(({ field }) => field === 'body')
      .map((mention) => ({ ...mention, begin: mention.begin + one * step, end: mention.end + one * step }))).flat(),
  };
  const page = await visit(t, '/?q=Rafale', {}, async (one) => {
    await one.route(/\/api\/v1\/articles\/[^/]+\?/, (route) => route.fulfill({ json: long }));
  });
  await page.evaluate(() => {
    /** @type {any} */ (window).longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
      /** @type {any} */ (window).longest = Math.max(/** @type {any} */ (window).longest, duration);
    })).observe({ type: 'longtask' });
  });
  await page.locator('.card__title a').first().click();
  await page.locator('.reading__body').waitFor();
  await page.getByRole('button', { name: 'Previous passage' }).click();  // the last one
  await page.getByRole('checkbox', { name: 'Mark names and sums' }).check();
  await becomes(() => page.locator('a.named').count().then((n) => n > times), true);
  t.diagnostic(`${body.length} characters of ${name}, longest task ${await page.evaluate(() => /** @type {any} */ (window).longest)} ms`);
  assert.equal(await page.locator('.reading__body p').first().evaluate((one) => getComputedStyle(one).contentVisibility), 'auto');
  assert.equal(await page.locator('.reading__body p').count(), body.split('\n').filter((line) => line.trim() !== '').length);
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

test('a hostile article is text: in the results, open, in its lists, and with its names marked', async (t) => {
  const page = await visit(t, '/?q=hostilissime');
  const { hits } = await stage.ask('/api/v1/search?q=hostilissime');
  assert.equal(hits.length, 3);
  const harm = () => page.evaluate(() => ({
    hacked: /** @type {any} */ (window).hacked,
    elements: document.querySelectorAll('main script, main iframe, main img, main svg, main b, main i').length,
    links: [...document.querySelectorAll('a[href]')].filter(({ protocol }) => !protocol.startsWith('http')).length,
    handlers: [...document.querySelectorAll('*')].filter((one) => one.getAttributeNames().some((name) => name.startsWith('on'))).length,
  }));
  const none = { hacked: undefined, elements: 0, links: 0, handlers: 0 };
  assert.deepEqual((await page.locator('.card__title').allTextContents()).sort(), hits.map(({ title }) => title).sort());
  for (const button of await page.locator('.under__button').all()) {
    await button.click();
  }
  await page.locator('[id^="duplicates"] time', { hasText: '1 March 2024' }).waitFor();
  assert.deepEqual(await harm(), none);
  for (const { link } of hits) {
    const { title, standfirst, body, mentions } = await stage.ask(link);
    await page.goto(`${stage.origin}/?${new URLSearchParams({ q: 'hostilissime frégate', article: link.split('/').at(-1) })}`);
    await shown(page);
    await page.getByRole('checkbox', { name: 'Mark names and sums' }).check();
    await becomes(() => page.locator('.reading__text a.named:not(.named--amount)').count(), mentions.length);
    assert.equal(await heading(page).textContent(), title);
    assert.equal(await page.locator('.reading__standfirst').textContent(), standfirst ?? '');
    assert.equal((await page.locator('.reading__body p').allTextContents()).join('\n'), body.split('\n').filter(Boolean).join('\n'));
    assert.deepEqual(await harm(), none);
  }
});

test('words that mean harm are text where a mark says what it was found for', async (t) => {
  const typed = '"><img src=x onerror=window.hacked=1>';
  const page = await visit(t, '/?q=Rafale', {}, async (one) => {
    await one.route(/\/api\/v1\/search\?/, async (route) => {
      const answer = await (await route.fetch()).json();
      answer.hits[0].title_segments = [{ text: answer.hits[0].title, match: true, translates: typed }];
      await route.fulfill({ json: answer });
    });
  });
  assert.equal(await page.locator('mark').first().getAttribute('title'), `found for “${typed}”`);
  assert.equal(await page.locator('main img').count(), 0);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).hacked), undefined);
});

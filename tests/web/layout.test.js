// The page at every width, zoom and setting that readers need: RGAA 10.11, 10.12, 10.7, 10.4, WCAG 2.4.11; forced colours; reduced motion.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './support/axe.js';
import { DESK, PHONE, setStage } from './support/browser.js';
import { statesOf } from './support/states.js';

const stage = setStage();
const NAMES = Object.keys(statesOf(''));
/** A name list of those followed, so that the view of watching has something to show. */
const WATCHED = JSON.stringify({ version: 1, searches: [
  { id: 'a', name: 'Intercommunicationnalisation des drones de combat collaboratifs', note: 'Pour décembre', address: '?q=drone&language=fr', seen: '2020-01-01T00:00:00Z', before: '' },
  { id: 'b', name: 'Rafale', note: '', address: '?q=Rafale', seen: '2020-01-01T00:00:00Z', before: '' },
] });

/**
 * @param {import('node:test').TestContext} t @param {string} name of a state @param {object} options of the browser
 * @param {(page: import('playwright-core').Page) => Promise<void>} [prepare]
 */
async function stateOn(t, name, options, prepare = async () => {}) {
  const [{ link }] = (await stage.ask('/api/v1/search?q=Rafale')).hits;
  const { path, open = async () => {}, faults = [] } = statesOf(link.split('/').at(-1))[name];
  const page = await stage.visit(t, path, { locale: 'fr-FR', faults, ...options }, async (one) => {
    await one.addInitScript((list) => localStorage.setItem('vigie-watch', list), WATCHED);
    await prepare(one);
  });
  await open(page);
  return page;
}

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} what sticks out at the side */
function stickingOut(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) {
      return [];
    }
    return [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1).map((one) => one.outerHTML.slice(0, 120));
  });
}

/** Letters, words, lines and paragraphs as far apart as WCAG 1.4.12 has them. @param {import('playwright-core').Page} page */
function spaceOut(page) {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
    document.adoptedStyleSheets = [sheet];
  });
}

/** Texts cut off at the bottom or at the side, those aside that say themselves whole in a title. @param {import('playwright-core').Page} page */
function cutOff(page) {
  return page.evaluate(() => [...document.querySelectorAll('body *')].filter((one) => {
    const style = getComputedStyle(one);
    const hidden = one.closest('.unseen, [title], svg, input, select, textarea') !== null || one.clientWidth === 0;
    const clips = [style.overflowX, style.overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip');
    return !hidden && clips && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
  }).map((one) => one.outerHTML.slice(0, 120)));
}

for (const name of NAMES) {
  test(`${name}: nothing sticks out at 320 pixels, at 200 %, nor with text spaced out`, async (t) => {
    const page = await stateOn(t, name, { viewport: { width: 320, height: 640 } });
    assert.deepEqual(await stickingOut(page), []);
    await page.setViewportSize({ width: 640, height: 400 });  // what 1280 by 800 is at 200 %
    assert.deepEqual(await stickingOut(page), [], '200 %');
    await page.setViewportSize({ width: 320, height: 640 });
    await spaceOut(page);
    assert.deepEqual(await stickingOut(page), [], 'spaced out');
    assert.deepEqual(await cutOff(page), []);
  });

  test(`${name}: the focus is never hidden by what stays on screen, and always seen`, async (t) => {
    for (const viewport of [DESK, PHONE]) {
      const page = await stateOn(t, name, { viewport });
      await page.evaluate(() => {
        /** @type {HTMLElement} */ (document.activeElement)?.blur();
        window.scrollTo(0, 0);
      });
      await page.waitForTimeout(300);  // a list of suggestions stays a moment
      const lost = [];
      for (let steps = 0; steps < 60; steps += 1) {
        await page.keyboard.press('Tab');
        const problem = await page.evaluate(() => {
          const one = document.activeElement;
          if (one === null || one === document.body) {
            return 'end';
          }
          const { left, top, width, height } = one.getBoundingClientRect();
          const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].map(([x, y]) => document.elementFromPoint(left + x * width, top + y * height));
          const covered = !points.some((at) => at !== null && (one.contains(at) || at.contains(one) || one.closest('label')?.contains(at)));
          const { outlineStyle, outlineWidth } = getComputedStyle(one.matches('.watch__file input') ? /** @type {Element} */ (one.parentElement) : one);
          const unseen = outlineStyle === 'none' || outlineWidth === '0px';
          return covered || unseen ? `${covered ? 'covered' : 'without a sign'}: ${one.outerHTML.slice(0, 120)}` : '';
        });
        if (problem === 'end') {
          break;
        }
        if (problem !== '') {
          lost.push(problem);
        }
      }
      assert.deepEqual(lost, []);
    }
  });

  test(`${name}: axe finds nothing in forced colours, and nothing moves where that is asked for`, async (t) => {
    const page = await stateOn(t, name, { forcedColors: 'active', reducedMotion: 'reduce' });
    assert.deepEqual(await violations(page), []);
    const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((one) => {
      const { transitionDuration, animationDuration } = getComputedStyle(one);
      return transitionDuration !== '0s' || animationDuration !== '0s';
    }).map((one) => one.outerHTML.slice(0, 80)));
    assert.deepEqual(moving, []);
  });
}

test('in forced colours, what is chosen differs by more than a background', async (t) => {
  const page = await stateOn(t, 'suggestions', { forcedColors: 'active' });
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('[aria-selected="true"]').evaluate((one) => getComputedStyle(one).outlineStyle), 'solid');
  const results = await stateOn(t, 'results', { forcedColors: 'active' });
  const bar = results.locator('.bar-chart__column').last();
  const [before, after] = [await bar.evaluate((one) => getComputedStyle(one).backgroundColor), await (async () => {
    await results.locator('.bar-chart__bar[tabindex="0"]').focus();
    return bar.evaluate((one) => getComputedStyle(one).backgroundColor);
  })()];
  assert.notEqual(before, after);
});

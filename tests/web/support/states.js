// The states of the page that every rule of layout and language is held to: each view whose folder there is, and what opens on them.

import { existsSync } from 'node:fs';
import { quiet } from './browser.js';

/** @typedef {{path: string, open?: (page: import('playwright-core').Page) => Promise<void>, faults?: RegExp[]}} State */

/** @param {string} view */
const there = (view) => existsSync(new URL(`../../../web/${view}/${view}.js`, import.meta.url));

/** What each view shows at its address. */
const VIEWS = { contracts: '/?q=drone&view=contracts', review: '/?view=review', watch: '/?view=watch', names: '/?view=names', dossier: '/?entity=thales' };

/**
 * @param {string} article the name of an article in addresses
 * @returns {Record<string, State>}
 */
export function statesOf(article) {
  /** @type {Record<string, State>} */
  const states = {
    results: { path: '/?q=Rafale&source=Bureau+Paris&from=2022' },
    'relaxed results': { path: '/?q=Rafale+zzzz' },
    empty: { path: '/?q=Rafale&from=1999&to=1999' },
    problem: { path: '/?sort=foo', faults: [/status of 400/] },
    article: { path: `/?q=Rafale&article=${article}` },
    help: {
      path: '/', open: async (page) => {
        await page.locator('#help-button').click();
        await page.locator('.help__examples td').first().waitFor();
        await quiet(page);
      },
    },
    'follow form': {
      path: '/?q=Thales', open: async (page) => {
        await page.locator('#follow').click();
        await page.locator('form.follow').waitFor();
      },
    },
    suggestions: {
      path: '/', open: async (page) => {
        await page.locator('#q').pressSequentially('drones pent');
        await page.getByRole('option').first().waitFor();
      },
    },
    filters: {
      path: '/?amount_min=100M', open: async (page) => {
        const button = page.locator('#filters-button');
        if (await button.isVisible()) {
          await button.click();
        }
        await page.locator('[data-key="open settings"]').click();
        await page.locator('.settings').waitFor();
        await page.locator('[data-key="open author"]').click();
        await page.locator('[data-key="all author"]').click();
        await page.locator('.values--whole').waitFor();
      },
    },
  };
  for (const [view, path] of Object.entries(VIEWS).filter(([name]) => there(name))) {
    states[view] = { path };
  }
  return states;
}

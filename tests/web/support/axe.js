// What axe finds to say of a page.

import { readFile } from 'node:fs/promises';

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} one sentence for each rule broken, with what breaks it */
export async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
    return found.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => node.html.slice(0, 150)).join(' | ')}`);
  });
}

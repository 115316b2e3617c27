// Debian's Chromium, and what every page opened in it is held to: no error on the console, no violation of the content policy, no request
// to anywhere but its own server.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { startVigie } from './vigie.js';

export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** A page is quiet once it has asked for nothing so long. */
const QUIET_MS = 80;

/** @type {WeakMap<import('playwright-core').Page, {open: Set<object>, changed: number}>} what each page is waiting for, and since when */
const traffic = new WeakMap();

/** @param {import('playwright-core').Page} page */
function watchTraffic(page) {
  const requests = { open: new Set(), changed: Date.now() };
  traffic.set(page, requests);
  const note = (/** @type {'add' | 'delete'} */ change) => (/** @type {object} */ request) => {
    requests.open[change](request);
    requests.changed = Date.now();
  };
  page.on('request', note('add'));
  page.on('requestfinished', note('delete'));
  page.on('requestfailed', note('delete'));
}

/** Until nothing has been on its way to a page for a moment. @param {import('playwright-core').Page} page */
export async function quiet(page) {
  const requests = /** @type {{open: Set<object>, changed: number}} */ (traffic.get(page));
  const begin = Date.now();
  while (requests.open.size > 0 || Date.now() < Math.max(begin, requests.changed) + QUIET_MS) {
    await new Promise((later) => setTimeout(later, 10));
  }
}

function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/**
 * Opens an address in a browser of its own, and waits for the results, the article or the problem.
 *
 * @param {import('node:test').TestContext} test closes it, and fails where the page did what no page may
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {object} [options] of the context; "faults" are patterns of console errors that the test brings about itself
 * @param {(page: import('playwright-core').Page) => Promise<void>} [prepare] before anything is loaded
 */
async function open(test, browser, address, { faults = [], ...options } = {}, prepare = async () => {}) {
  const context = await browser.newContext({ viewport: DESK, locale: 'en-GB', ...options });
  context.on('page', watchTraffic);
  const page = await context.newPage();
  const found = [];
  page.on('console', (message) => message.type() === 'error' && found.push(`console: ${message.text()} (${message.location().url})`));
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(new URL(address).origin) && !url.startsWith('data:')) {
      found.push(`request to ${url}`);
    }
  });
  test.after(async () => {
    const done = [...found];  // what is cut off by closing is no fault of the page
    await context.close();
    const unexpected = done.filter((fault) => !faults.some((expected) => expected.test(fault)));
    assert.deepEqual(unexpected, []);
  });
  await prepare(page);
  await page.goto(address);
  if (options.javaScriptEnabled !== false) {
    await shown(page);
  }
  return page;
}

/**
 * A server and a browser for the tests of one file. "ask" answers with the server's own JSON, to hold the page against; "visit" opens an address of
 * the page, see open().
 */
export function setStage() {
  /** @type {Awaited<ReturnType<typeof startVigie>>} */
  let vigie;
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    vigie = await startVigie();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await vigie?.stop();
  });
  return {
    get origin() {
      return vigie.origin;
    },
    /** @param {string} path @returns {Promise<any>} */
    ask: async (path) => (await fetch(`${vigie.origin}${path}`)).json(),
    /** @param {import('node:test').TestContext} test @param {string} path @param {object} [options] @param {(page: any) => Promise<void>} [prepare] */
    visit: (test, path, options, prepare) => open(test, browser, `${vigie.origin}${path}`, options, prepare),
  };
}

/** Until something stands on the page and nothing is on its way. @param {import('playwright-core').Page} page */
export async function shown(page) {
  await page.locator('main > :not([hidden])').first().waitFor();
  await quiet(page);
}

/** @param {import('playwright-core').Page} page */
export function heading(page) {
  return page.locator('main > :not([hidden]) h1').first();
}

/** Waits until a value read from the page is the one expected. @param {() => Promise<unknown>} read @param {unknown} expected */
export async function becomes(read, expected) {
  const deadline = Date.now() + 5000;
  for (;;) {
    const value = await read();
    try {
      assert.deepEqual(value, expected);
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
    }
    await new Promise((later) => setTimeout(later, 20));
  }
}

// How long a reader waits between a key and the results it brings, by a trace of Chromium. A program to run by hand, on a machine that does nothing else:
//
//   node speed.js http://127.0.0.1:8080 [word]
//
// The word is typed letter by letter, each once the letter before has been answered, again and again until there are 30 measures. Of each it tells:
//   paint  from the input event to the frame that shows the new results, the page's own pause before it asks included;
//   work   the same without that pause: from the moment the page asks;
//   server from the question leaving to the answer's last byte;
//   main   the longest task of the main thread in that time;
//   busy   what the main thread worked in that time, by its own clock: it hardly depends on what else the machine does.
// And of all: the layout shift that no input explains.

import { chromium } from 'playwright-core';

const [origin = 'http://127.0.0.1:8080', word = 'missile'] = process.argv.slice(2);
const MEASURES = 30;
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'loading', 'latencyInfo', 'blink.user_timing'];

/** @param {number[]} values @param {number} share */
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];

/** Runs in the page: marks the key, the question and the results in the trace. */
function marks() {
  Object.assign(window, { shift: 0, drawn: 0 });
  new PerformanceObserver((list) => list.getEntries().forEach((/** @type {any} */ entry) => {
    /** @type {any} */ (window).shift += entry.hadRecentInput ? 0 : entry.value;
  })).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('input', (event) => event.target instanceof HTMLElement && event.target.id === 'q' && performance.mark('vigie-key'), true);
  const plain = window.fetch;
  window.fetch = async (...given) => {
    const searching = String(given[0]).startsWith('api/v1/search?');
    if (searching) {
      performance.mark('vigie-asked');
    }
    return plain(...given);
  };
  document.addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
    performance.mark('vigie-drawn');
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();  // its task comes after the frame
      port1.onmessage = () => {
        performance.mark('vigie-painted');
        /** @type {any} */ (window).drawn += 1;
      };
      port2.postMessage(null);
    });
  }).observe(/** @type {Node} */ (document.getElementById('cards')), { childList: true }));
}

/** @param {import('playwright-core').Browser} browser @param {import('playwright-core').Page} page */
async function traced(browser, page) {
  const session = await browser.newBrowserCDPSession();
  const events = /** @type {any[]} */ ([]);
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
  for (let measure = 0; measure < MEASURES;) {
    await page.locator('#q').fill('');
    await page.waitForTimeout(700);
    for (const letter of word) {
      const before = await page.evaluate(() => /** @type {any} */ (window).drawn);
      await page.keyboard.type(letter);
      await page.waitForFunction((drawn) => /** @type {any} */ (window).drawn > drawn, before, { polling: 20 });
      await page.waitForTimeout(250);
      measure += 1;
    }
  }
  const done = new Promise((complete) => session.once('Tracing.tracingComplete', complete));
  await session.send('Tracing.end');
  await done;
  return events;
}

/** @param {any[]} events of the trace @returns {{paint: number, work: number, main: number, busy: number}[]} in milliseconds */
function measuresOf(events) {
  const named = (/** @type {string} */ name) => events.filter((event) => event.name === name).sort((a, b) => a.ts - b.ts);
  const [keys, asked, painted] = ['vigie-key', 'vigie-asked', 'vigie-painted'].map(named);
  const renderer = keys[0];
  const tasks = events.filter(({ name, pid, tid, dur }) => name === 'RunTask' && pid === renderer.pid && tid === renderer.tid && dur !== undefined);
  return keys.flatMap((key, place) => {
    const until = keys[place + 1]?.ts ?? Infinity;
    const within = (/** @type {any[]} */ marks) => marks.find(({ ts }) => ts > key.ts && ts < until);
    const [question, paint] = [within(asked), within(painted)];
    if (question === undefined || paint === undefined || paint.ts < question.ts) {
      return [];
    }
    const meanwhile = tasks.filter(({ ts, dur }) => ts + dur > question.ts && ts < paint.ts);
    const longest = Math.max(0, ...meanwhile.map(({ dur }) => dur));
    const busy = meanwhile.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
    return [{ paint: (paint.ts - key.ts) / 1000, work: (paint.ts - question.ts) / 1000, main: longest / 1000, busy: busy / 1000 }];
  });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })).newPage();
await page.addInitScript(marks);
await page.goto(origin);
await page.locator('.card').first().waitFor();
await page.locator('#q').click();
await page.keyboard.type('m');  // what typing loads is loaded before
await page.waitForTimeout(1500);
const measures = measuresOf(await traced(browser, page)).slice(0, MEASURES);
const timings = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/v1/search?'))
  .map((/** @type {any} */ one) => one.responseEnd - one.requestStart));
for (const [name, values] of Object.entries({
  paint: measures.map(({ paint }) => paint), work: measures.map(({ work }) => work), server: timings.slice(-MEASURES), main: measures.map(({ main }) => main),
  busy: measures.map(({ busy }) => busy),
})) {
  console.log(`${name.padEnd(7)} median ${quantile(values, 0.5).toFixed(1)} ms, nine of ten within ${quantile(values, 0.9).toFixed(1)} ms, longest ${Math.max(...values).toFixed(1)} ms`);
}
console.log(`${measures.length} measures; layout shift ${(await page.evaluate(() => /** @type {any} */ (window).shift)).toFixed(4)}`);
await browser.close();

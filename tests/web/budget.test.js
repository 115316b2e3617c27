// The first view: at most 60 kB as they travel and 10 requests, one of them to the API, and nothing that jumps.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, setStage } from './support/browser.js';

const MOST_BYTES = 60_000;
const MOST_REQUESTS = 10;
const MOST_SHIFT = 0.05;

const stage = setStage();

for (const [name, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
  for (const path of ['/', '/?q=Rafale&language=fr']) {
    test(`the first view of ${path} on a ${name} keeps within its budget`, async (t) => {
      const requests = [];
      let bytes = 0;
      const page = await stage.visit(t, path, { viewport, locale: 'fr-FR' }, async (one) => {
        const network = await one.context().newCDPSession(one);
        await network.send('Network.enable');
        network.on('Network.requestWillBeSent', ({ request }) => request.url.startsWith('http') && requests.push(request.url));
        network.on('Network.loadingFinished', ({ encodedDataLength }) => {
          bytes += encodedDataLength;
        });
        await one.addInitScript(() => {
          /** @type {any} */ (window).shift = 0;
          new PerformanceObserver((list) => {
            for (const entry of /** @type {any[]} */ (list.getEntries())) {
              /** @type {any} */ (window).shift += entry.hadRecentInput ? 0 : entry.value;
            }
          }).observe({ type: 'layout-shift', buffered: true });
        });
      });
      const shift = await page.evaluate(() => /** @type {any} */ (window).shift);
      t.diagnostic(`${requests.length} requests, ${bytes} bytes, layout shift ${shift.toFixed(4)}`);
      assert.ok(requests.length <= MOST_REQUESTS, requests.join('\n'));
      assert.equal(requests.filter((url) => url.includes('/api/')).length, 1);
      assert.ok(bytes > 10_000 && bytes <= MOST_BYTES, `${bytes} bytes`);
      assert.ok(shift < MOST_SHIFT, `layout shift ${shift}`);
    });
  }
}

// The real thing: an index of the starter corpus and of one hostile article, made by the real indexer, behind the real searchd.
// Programs are looked for in VIGIE_BIN_DIR, else in build/bin.

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../../..');
const programs = resolve(process.env.VIGIE_BIN_DIR ?? join(root, 'build/bin'));
const READY_WITHIN_MS = 20_000;

/** Where searchd says it listens. @param {import('node:child_process').ChildProcess} searchd @returns {Promise<string>} */
function addressOf(searchd) {
  return new Promise((found, failed) => {
    const said = [];
    searchd.on('exit', (code) => failed(new Error(`searchd ended with ${code}: ${said.join('\n')}`)));
    for (const stream of [searchd.stdout, searchd.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const address = /^Vigie: (http:\/\/\S+)/.exec(line);
        if (address !== null) {
          found(address[1].replace(/\/$/, ''));
        }
      });
    }
  });
}

/** @param {string} origin */
async function untilReady(origin) {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const response = await fetch(`${origin}/readyz`).catch(() => null);
    if (response?.ok) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`${origin} is not ready: ${response?.status}`);
    }
    await new Promise((later) => setTimeout(later, 20));
  }
}

/** @returns {Promise<{origin: string, stop: () => Promise<void>}>} */
export async function startVigie() {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-web-'));
  const index = join(folder, 'index');
  for (const articles of [join(root, 'corpus/articles'), join(here, 'hostile.jsonl')]) {
    await promisify(execFile)(join(programs, 'indexer'), ['add', '--db', index, articles]);
  }
  const searchd = spawn(join(programs, 'searchd'), ['--db', index, '--port', '0', '--web', join(root, 'web')]);
  const ended = new Promise((done) => searchd.on('exit', done));
  const origin = await addressOf(searchd);
  await untilReady(origin);
  return {
    origin,
    stop: async () => {
      searchd.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

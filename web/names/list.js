// @ts-check
// A list of names: read from what was pasted, asked about in batches, sorted, linked and written out. Pure.

import { FIELDS } from '../dossier/naming.js';
import { changed, narrowing } from '../shared/address.js';
import { folded } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {{id: string, kind: string, label: string, labels: Record<string, string>}} Entity */
/** @typedef {{name: string, entity?: Entity, articles: number, first?: string, last?: string}} Count as the server answers it */
/** @typedef {{names: string[], blanks: number, doubles: number, long: number, many: number}} Pasted and how many were left out, for what */

export const MOST_NAMES = 500;

/** What the server takes in one question. */
const MOST_AT_ONCE = 100;
const LONGEST_NAME_BYTES = 200;

/** What any proxy lets pass as an address. */
const LONGEST_ADDRESS = 8000;

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text).length;

/**
 * One name a line, a semicolon or a tab; without the bullet or the quotes that it came in.
 *
 * @param {string} text
 * @returns {Pasted}
 */
export function readNames(text) {
  const pasted = { names: /** @type {string[]} */ ([]), blanks: 0, doubles: 0, long: 0, many: 0 };
  const seen = new Set();
  for (const part of text.replace(/\s+$/, '').split(/\r\n|[\n\r;\t]/)) {
    const name = part.trim().replace(/^[-–—•*]\s+/, '').replace(/^(["“«])\s*(.*?)\s*["”»]$/, '$2').replace(/\s+/g, ' ');
    if (name === '') {
      pasted.blanks += text.trim() === '' ? 0 : 1;
    } else if (seen.has(folded(name))) {
      pasted.doubles += 1;
    } else if (bytesOf(name) > LONGEST_NAME_BYTES) {
      pasted.long += 1;
    } else if (pasted.names.length === MOST_NAMES) {
      pasted.many += 1;
    } else {
      seen.add(folded(name));
      pasted.names.push(name);
    }
  }
  return pasted;
}

/**
 * The questions to the server, each short enough for an address.
 *
 * @param {Search} search
 * @param {string[]} names
 * @returns {string[]}
 */
export function countsAddresses(search, names) {
  const filters = narrowing(search);
  for (const name of ['sort', 'recency', 'per_page']) {
    filters.delete(name);
  }
  const base = filters.toString();
  const addresses = [];
  let parts = base === '' ? [] : [base];
  let length = base.length;
  for (const name of names) {
    const part = new URLSearchParams({ name }).toString();
    const isFull = parts.length - (base === '' ? 0 : 1) === MOST_AT_ONCE || length + part.length + 1 > LONGEST_ADDRESS - 'api/v1/counts?'.length;
    if (isFull && length > base.length) {
      addresses.push(parts);
      parts = base === '' ? [] : [base];
      length = base.length;
    }
    parts.push(part);
    length += part.length + 1;
  }
  return [...addresses, parts].map((one) => `api/v1/counts?${one.join('&')}`);
}

/** Both queries at once. @param {string} q @param {string} more @param {string} match */
function both(q, more, match) {
  if (q.trim() === '') {
    return more;
  }
  const isPlain = match !== 'any' && !/[()]|\b(OR|NOT|AND|NEAR)\b/.test(q);
  return isPlain ? `${q.trim()} ${more}` : `(${q.trim()}) AND ${more}`;
}

/**
 * The search that finds the articles counted; nothing where a name has no word to search.
 *
 * @param {Count} count
 * @param {Search} search
 * @param {boolean} [relaxed] whether the server took any of the query's words
 * @returns {Search | null}
 */
export function searchOf({ name, entity }, search, relaxed = false) {
  const match = relaxed ? 'any' : search.match;
  const base = changed(search, { view: '', order: '', match });
  if (entity !== undefined) {
    const { kind, id } = entity;
    return base.include[kind] === undefined
      ? { ...base, include: { ...base.include, [kind]: [id] } }
      : { ...base, q: both(base.q, `${FIELDS[kind]}:${id}`, match) };
  }
  const phrase = name.replace(/["“”„‟＂«»]/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(phrase) ? { ...base, q: both(base.q, `"${phrase}"`, match) } : null;
}

/** The columns that sort; the largest numbers and the newest days are looked for first. */
const FIRST_CLICK = /** @type {Record<string, string>} */ ({ name: 'name', articles: '-articles', first: 'first', last: '-last' });

/**
 * How a column stands, and the order that its heading leads to: one way, the other, and back to the order pasted.
 *
 * @param {string} column
 * @param {string} order the one in force: a column, with "-" before it from the largest; "" is as pasted
 * @returns {{sorted: 'ascending' | 'descending' | 'none', next: string}}
 */
export function sorting(column, order) {
  const first = FIRST_CLICK[column];
  const second = first === column ? `-${column}` : column;
  const sorted = order === column ? 'ascending' : order === `-${column}` ? 'descending' : 'none';
  return { sorted, next: order === first ? second : order === second ? '' : first };
}

const { compare } = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

/**
 * @param {Count[]} counts
 * @param {string} order as sorting() has it; what it does not know changes nothing
 * @returns {Count[]} names without a day last
 */
export function sortedCounts(counts, order) {
  const column = order.replace(/^-/, '');
  if (!(column in FIRST_CLICK)) {
    return counts;
  }
  const sign = order.startsWith('-') ? -1 : 1;
  const known = counts.filter((one) => one[/** @type {keyof Count} */ (column)] !== undefined);
  const others = counts.filter((one) => !known.includes(one));
  known.sort((a, b) => {
    const [x, y] = [a, b].map((one) => /** @type {string | number} */ (one[/** @type {keyof Count} */ (column)]));
    return sign * (typeof x === 'number' ? x - Number(y) : compare(x, String(y)));
  });
  return [...known, ...others];
}

/** Rows for a paste into a sheet. @param {(string | number)[][]} rows */
export function tsv(rows) {
  return rows.map((row) => row.map((cell) => String(cell).replace(/\s+/g, ' ')).join('\t')).join('\n');
}

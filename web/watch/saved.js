// @ts-check
// The searches a reader follows, kept in the browser alone: read defensively, since what stands there may be old, foreign or broken.

import { readAddress, writeAddress } from '../shared/address.js';
import { keep, recall } from '../shared/storage.js';

/** @typedef {import('../shared/address.js').Search} Search */
/**
 * @typedef {object} Saved
 * @property {string} id
 * @property {string} name
 * @property {string} note
 * @property {string} address of the page, relative: "?q=…", filters included
 * @property {string} seen what came into the index from this instant on is new, RFC 3339
 * @property {string} before the same at the visit before; "" at first
 */

const STORAGE_KEY = 'vigie-watch';
const VERSION = 1;

/** More are not counted at one visit without a wait. */
export const MOST_SAVED = 50;
const LONGEST_NAME = 200;
const LONGEST_NOTE = 2000;
const LONGEST_ADDRESS = 8000;

/** A search as it is followed: from its first page, whatever came in when. @param {Search} search @returns {Search} */
export function followed(search) {
  return { ...search, page: 1, article: '', entity: [], view: '', addedSince: '' };
}

/** @param {unknown} value @param {number} longest */
const text = (value, longest) => (typeof value === 'string' ? value.slice(0, longest) : '');

/** @param {any} one @returns {Saved | null} nothing where it is no saved search */
function asSaved(one) {
  const address = text(one?.address, LONGEST_ADDRESS);
  if (address === '' || !(address.startsWith('?') || address === './')) {
    return null;
  }
  const instant = (/** @type {unknown} */ value) => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : '');
  return {
    id: text(one.id, 100) || newId(), name: text(one.name, LONGEST_NAME) || address, note: text(one.note, LONGEST_NOTE),
    address: writeAddress(followed(readAddress(address.replace(/^\.\//, '')))), seen: instant(one.seen) || justAfter(''), before: instant(one.before),
  };
}

/** @returns {string} */
export function newId() {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
}

/**
 * @param {string | null} kept as writeSaved() wrote it, in this browser or another
 * @returns {Saved[] | null} nothing where it is no list of searches
 */
export function readSaved(kept) {
  try {
    const { version, searches } = JSON.parse(kept ?? '');
    if (version !== VERSION || !Array.isArray(searches)) {
      return null;
    }
    const found = searches.map(asSaved).filter((one) => one !== null);
    return found.filter((one, place) => found.findIndex(({ id }) => id === one.id) === place).slice(0, MOST_SAVED);
  } catch {
    return null;
  }
}

/** @param {Saved[]} list @returns {string} */
export function writeSaved(list) {
  return JSON.stringify({ version: VERSION, searches: list }, null, 1);
}

/** @returns {Saved[]} */
export function loadSaved() {
  return readSaved(recall(STORAGE_KEY)) ?? [];
}

/** @param {Saved[]} list @returns {boolean} whether the browser keeps it */
export function storeSaved(list) {
  return keep(STORAGE_KEY, writeSaved(list));
}

/** One moved up (-1) or down (1) among the others. @param {Saved[]} list @param {string} id @param {1 | -1} by */
export function moved(list, id, by) {
  const from = list.findIndex((one) => one.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) {
    return list;
  }
  const next = [...list];
  [next[from], next[to]] = [next[to], next[from]];
  return next;
}

/** A list with those of another that it does not have: what is followed already keeps its place, name and visit. @param {Saved[]} list @param {Saved[]} others */
export function merged(list, others) {
  const news = others.filter(({ address }) => !list.some((one) => one.address === address))
    .map((one) => (list.some(({ id }) => id === one.id) ? { ...one, id: newId() } : one));
  return [...list, ...news].slice(0, MOST_SAVED);
}

/**
 * The first instant after the index's last change: what is there is seen, what comes later is new. By the server's clock, in whole seconds as it counts.
 *
 * @param {string} updated RFC 3339
 * @returns {string}
 */
export function justAfter(updated) {
  const then = Date.parse(updated);
  return new Date((Number.isNaN(then) ? Date.now() : then) + 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

// @ts-check
// Entities and the searches of the articles that name them: the one address behind each number of a dossier. Pure.

import { readAddress, sameName } from '../shared/address.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {{id: string, label: string, labels: Record<string, string>}} Named */
/** @typedef {{id: string, kind: string}} Ref */
/** @typedef {import('../facets/timeline.js').Timeline} Timeline */
/**
 * @typedef {Named & Ref & {names: string[], articles: number, timeline: Timeline, related: Record<string, (Named & {count: number})[]>,
 *   amounts: import('./sums.js').ToldSum[], hits: import('../search/results.js').Hit[]}} Entity as the server answers it
 */

/** What the query language calls each kind. */
export const FIELDS = /** @type {Record<string, string>} */ ({
  organisation: 'org', person: 'person', programme: 'programme', place: 'place', topic: 'topic',
});

export const MOST_COMPARED = 4;

/** Whether something has a dossier. @param {string} kind of a suggestion, too */
export function hasDossier(kind) {
  return kind in FIELDS;
}

/**
 * The search for the articles that name all of these. One of its kind is a filter, which shows its name; of several of
 * a kind a filter would find the articles of any, so that they are fields of the query.
 *
 * @param {Ref[]} entities
 * @returns {Search}
 */
export function naming(entities) {
  const search = readAddress('');
  const isAlone = (/** @type {Ref} */ { kind }) => entities.filter((one) => one.kind === kind).length === 1;
  for (const { id, kind } of entities.filter(isAlone)) {
    search.include[kind] = [id];
  }
  search.q = entities.filter((one) => !isAlone(one)).map(({ id, kind }) => `${FIELDS[kind]}:${id}`).join(' ');
  return search;
}

/**
 * Its names beside the labels, each once: case and accents aside.
 *
 * @param {string[]} names
 * @param {Record<string, string>} labels
 * @returns {string[]}
 */
export function otherNames(names, labels) {
  const shown = Object.values(labels);
  const begins = shown.length;
  for (const name of names) {
    if (!shown.some((one) => sameName(one, name))) {
      shown.push(name);
    }
  }
  return shown.slice(begins);
}

/**
 * All pairs of some things, in their order.
 *
 * @template Thing
 * @param {Thing[]} things
 * @returns {[Thing, Thing][]}
 */
export function pairs(things) {
  return things.flatMap((one, place) => things.slice(place + 1).map((other) => /** @type {[Thing, Thing]} */ ([one, other])));
}

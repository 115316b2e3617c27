// @ts-check
// Two to four entities side by side: how many articles name each, since when and until when, over time in one chart, and together.

import { dossierAddress, dossierOf, searchAddress, writeAddress } from '../shared/address.js';
import { announce, element, labelOf, number, t } from '../shared/text.js';
import { chart, swatch } from './chart.js';
import { MOST_COMPARED, naming, pairs } from './naming.js';
import { cards, dayOf, listed } from './parts.js';
import { picker } from './picker.js';
import { aligned, sharedInterval } from './series.js';

/** @typedef {import('../app.js').Desk} Desk */
/** @typedef {import('../search/results.js').Answer} Answer */
/** @typedef {import('../search/results.js').Hit} Hit */
/** @typedef {import('./naming.js').Entity} Entity */

/**
 * How many articles name all of these, and the newest of them. The server's answer to words of which no article holds all is not one to
 * this question.
 *
 * @param {Entity[]} entities
 * @param {Desk['asker']} asker
 * @param {number} hits
 * @returns {Promise<{entities: Entity[], total: number, hits: Hit[]}>}
 */
async function together(entities, asker, hits) {
  /** @type {Answer} */
  const answer = await asker(searchAddress(naming(entities), { sort: 'newest', per_page: String(hits), facets: 'none' }));
  return answer.query.relaxed ? { entities, total: 0, hits: [] } : { entities, total: answer.total, hits: answer.hits };
}

/**
 * The legend of the chart, with the counts that it does not show.
 *
 * @param {Entity[]} entities
 * @param {(Hit | undefined)[]} firsts the oldest article of each
 * @returns {HTMLElement}
 */
function legend(entities, firsts) {
  const head = ['compare.entity', 'compare.articles', 'compare.days'].map((key) => element('th', { scope: 'col' }, t(key)));
  const rows = entities.map((entity, place) => {
    const name = labelOf(entity);
    const rest = entities.filter((other) => other !== entity).map(({ id }) => id);
    return element('tr', {},
      element('th', { scope: 'row' }, element('span', { class: 'compare__name' }, swatch(place),
        element('a', { href: dossierAddress(entity.id) }, name), element('span', { class: 'quiet' }, t(`kind.${entity.kind}`)))),
      element('td', {}, element('a', {
        class: 'count-link', href: writeAddress(naming([entity])), 'aria-label': t('dossier.naming', { n: entity.articles, names: name }),
      }, number(entity.articles))),
      element('td', {}, dayOf(firsts[place], entity), ' – ', dayOf(entity.hits[0], entity)),
      element('td', {}, element('a', {
        class: 'compare__remove', href: dossierAddress(...rest), 'data-go': 'stay', 'aria-label': t('compare.remove', { name }), title: t('compare.remove', { name }),
      }, '×')));
  });
  return element('table', { class: 'compare__legend' },
    element('caption', { class: 'unseen' }, t('compare.legend')),
    element('thead', {}, element('tr', {}, ...head, element('td', {}))), element('tbody', {}, ...rows));
}

/** @param {{entities: Entity[], total: number}} found @returns {HTMLElement} */
function commonLine({ entities, total }) {
  const names = listed(entities);
  return total === 0
    ? element('span', { class: 'quiet' }, t('compare.none', { names }))
    : element('a', { href: writeAddress(naming(entities)) }, t('dossier.naming', { n: total, names }));
}

/** @param {{entities: Entity[], total: number, hits: Hit[]}} all @param {{entities: Entity[], total: number}[]} couples @returns {HTMLElement} */
function common(all, couples) {
  return element('section', {},
    element('h2', { class: 'dossier__part' }, t('compare.common')),
    element('p', {}, commonLine(all)),
    couples.length === 0 ? null : element('ul', { class: 'compare__pairs' }, ...couples.map((found) => element('li', {}, commonLine(found)))),
    cards(all.hits, all.entities));
}

/**
 * The timelines in one interval and the oldest article of each.
 *
 * @param {Entity[]} entities
 * @param {Desk['asker']} asker
 */
async function overTime(entities, asker) {
  const interval = sharedInterval(entities.map(({ timeline }) => timeline));
  /** @type {Answer[]} */
  const answers = await Promise.all(entities.map((entity) => asker(
    searchAddress(naming([entity]), { sort: 'oldest', per_page: '1', facets: 'none', interval }))));
  return { lines: aligned(answers.map(({ timeline }) => timeline), interval), firsts: answers.map(({ hits }) => hits[0]) };
}

/**
 * @param {Entity[]} entities two to four
 * @param {Desk} desk
 * @returns {Promise<import('../app.js').View>}
 */
export async function compareView(entities, { asker, go }) {
  const [{ lines, firsts }, all, couples] = await Promise.all([
    overTime(entities, asker), together(entities, asker, 5),
    entities.length > 2 ? Promise.all(pairs(entities).map((pair) => together(pair, asker, 1))) : [],
  ]);
  const names = listed(entities);
  const ids = entities.map(({ id }) => id);
  const add = (/** @type {string} */ id) => {
    announce(t('compare.added'));
    go(dossierOf(...ids, id));
  };
  const undated = entities.map(({ timeline }, place) => ({ name: labelOf(entities[place]), n: timeline.undated })).filter(({ n }) => n > 0);
  return {
    title: t('compare.title', { names }),
    nodes: [
      element('h1', { class: 'dossier__name', tabIndex: -1 }, names),
      legend(entities, firsts),
      entities.length < MOST_COMPARED ? picker(t('compare.with'), t('compare.add'), ids, add) : element('p', { class: 'quiet' }, t('compare.most', { n: MOST_COMPARED })),
      element('section', {},
        element('h2', { class: 'dossier__part' }, t('compare.time')), chart(lines, entities),
        ...undated.map(({ name, n }) => element('p', { class: 'quiet' }, t('compare.undated', { name, n })))),
      common(all, couples),
    ],
  };
}

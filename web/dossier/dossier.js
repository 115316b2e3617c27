// @ts-check
// The dossier of one entity: its names, its articles over time, the sums told of it, who and what the same articles name. Every number
// opens the search it counts. Of several entities the comparison.

import { ENTITY_LISTS } from '../facets/facets.js';
import { timelineView } from '../facets/timeline.js';
import { dossierAddress, dossierOf, readAddress, searchAddress, writeAddress } from '../shared/address.js';
import { element, labelOf, LANGUAGES, number, pageLanguage, t } from '../shared/text.js';
import { MOST_COMPARED, naming, otherNames } from './naming.js';
import { cards, dayOf } from './parts.js';
import { picker } from './picker.js';
import { shortened } from './shortened.js';
import { sumsSection } from './sums.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {import('../app.js').Desk} Desk */
/** @typedef {import('./naming.js').Entity} Entity */

const FEW_NAMES = 6;
const FEW_RELATED = 5;
const OFFERED = 3;

/**
 * @param {string[]} ids
 * @param {Desk['asker']} asker
 * @returns {Promise<{entities: Entity[], unknown: string[]}>}
 */
async function entitiesOf(ids, asker) {
  /** @type {string[]} */
  const unknown = [];
  const answers = await Promise.all(ids.map((id) => asker(`api/v1/entities/${encodeURIComponent(id)}`).catch((failure) => {
    if (failure.kind !== 'missing') {
      throw failure;
    }
    unknown.push(id);
    return null;
  })));
  return { entities: answers.filter((answer) => answer !== null), unknown };
}

/** @param {string[]} ids @param {Desk} desk @returns {import('../app.js').View} */
function unknownView(ids, { go }) {
  const q = ids.join(' ').replace(/-/g, ' ');
  const title = t('dossier.unknown', { id: ids.join(', ') });
  return {
    title,
    nodes: [
      element('h1', { class: 'dossier__name', tabIndex: -1 }, title),
      element('p', {}, t('dossier.unknown.why')),
      picker(t('dossier.find'), t('dossier.open'), [], (id) => go(dossierOf(id), 'top')),
      element('p', { class: 'ways' },
        element('a', { class: 'button', href: writeAddress({ ...readAddress(''), q }) }, t('empty.suggestion', { query: q })),
        element('a', { class: 'button', href: './' }, t('problem.all'))),
    ],
  };
}

/** The label in the page's other language, and the other names. @param {Entity} entity @returns {HTMLElement[]} */
function namesLines(entity) {
  const { id, kind, labels, names } = entity;
  const lines = LANGUAGES.filter((language) => language !== pageLanguage() && labels[language] !== undefined && labels[language] !== labelOf(entity))
    .map((language) => element('p', {}, `${t(`dossier.label.${language}`)} `, element('span', { lang: language }, labels[language])));
  const others = otherNames(names, labels);
  if (others.length > 0) {
    const items = others.map((name) => element('li', {}, name));
    lines.push(element('div', { class: 'dossier__also' },
      element('span', { id: 'dossier-also' }, `${t(kind === 'topic' ? 'dossier.words' : 'dossier.also')} `),
      ...shortened(element('ul', { class: 'dossier__aliases', 'aria-labelledby': 'dossier-also' }, ...items), items, FEW_NAMES, `names ${id}`)));
  }
  return lines;
}

/** @param {Entity} entity @param {import('../search/results.js').Hit | undefined} first @returns {HTMLElement} */
function head(entity, first) {
  const own = writeAddress(naming([entity]));
  const days = entity.articles === 0 ? [] : [element('span', {}, `${t('dossier.first')} `, dayOf(first, entity)), element('span', {}, `${t('dossier.last')} `, dayOf(entity.hits[0], entity))];
  return element('header', { class: 'dossier__head' },
    element('h1', { class: 'dossier__name', tabIndex: -1 }, labelOf(entity)),
    element('p', { class: 'facts' }, element('span', { class: 'facts__source' }, t(`kind.${entity.kind}`)), ...days),
    ...namesLines(entity),
    element('p', { class: 'ways' },
      element('a', { class: 'button button--main', href: own }, t('articles', { n: entity.articles })),
      element('a', { class: 'button', href: writeAddress({ ...naming([entity]), view: 'contracts' }) }, t('dossier.contracts')),
      // The results have a control of this name too: it has the focus there.
      element('a', { class: 'button', href: own, 'data-go': 'stay', 'data-key': 'follow', title: t('dossier.follow.title') }, t('dossier.follow'))));
}

/** @param {Entity} entity @param {Desk} desk @returns {HTMLElement} */
function overTime(entity, { go }) {
  return element('section', { class: 'timeline' },
    element('h2', { class: 'dossier__part' }, t('dossier.time')),
    element('div', { class: 'timeline__body' }, ...timelineView(entity.timeline, naming([entity]), (next) => go(next, 'top'))));
}

/** A field, and those most named with it. @param {Entity} entity @param {Desk} desk @returns {HTMLElement} */
function comparing(entity, { go }) {
  const [list] = ENTITY_LISTS.find(([, kind]) => kind === entity.kind) ?? ENTITY_LISTS[0];
  const offered = (entity.related[list] ?? []).slice(0, OFFERED).map((other) => element('li', {},
    element('a', { href: dossierAddress(entity.id, other.id) }, labelOf(other))));
  return element('section', { class: 'dossier__compare', 'aria-label': t('compare.with') },
    picker(t('compare.with'), t('compare.add'), [entity.id], (id) => go(dossierOf(entity.id, id), 'top')),
    offered.length === 0 ? null : element('ul', { class: 'dossier__offered', 'aria-label': t('compare.offered') }, ...offered));
}

/** @param {Entity} entity @returns {HTMLElement | null} nothing where it is named alone */
function related(entity) {
  const groups = ENTITY_LISTS.filter(([list]) => (entity.related[list] ?? []).length > 0).map(([list, kind]) => {
    const rows = entity.related[list].map((other) => {
      const { id, count } = other;
      const name = labelOf(other);
      return element('li', { class: 'related__row' },
        element('a', { class: 'related__name', href: dossierAddress(id) }, name),
        element('a', {
          class: 'count-link', href: writeAddress(naming([entity, { id, kind }])),
          'aria-label': t('dossier.with', { n: count, name }), title: t('dossier.with', { n: count, name }),
        }, number(count)));
    });
    return element('div', { class: 'related__group' },
      element('h3', { class: 'dossier__group' }, t(`dossier.${list}`)),
      ...shortened(element('ul', { class: 'related__list' }, ...rows), rows, FEW_RELATED, list));
  });
  return groups.length === 0 ? null : element('section', { class: 'dossier__related' },
    element('h2', { class: 'dossier__part' }, t('dossier.related')), ...groups);
}

/** @param {Entity} entity @returns {HTMLElement} */
function newest(entity) {
  const { articles, hits } = entity;
  return element('section', { class: 'dossier__newest' },
    element('h2', { class: 'dossier__part' }, t(articles === 0 ? 'dossier.unnamed' : 'dossier.newest')),
    cards(hits, [entity]),
    articles > hits.length ? element('p', { class: 'dossier__all' },
      element('a', { href: writeAddress({ ...naming([entity]), sort: 'newest' }) }, t('dossier.all', { n: articles }))) : null);
}

/** @param {Entity} entity @param {Desk} desk @returns {Promise<import('../app.js').View>} */
async function dossierView(entity, desk) {
  const oldest = entity.articles === 0 ? { hits: [] }
    : await desk.asker(searchAddress(naming([entity]), { sort: 'oldest', per_page: '1', facets: 'none' }));
  return {
    title: t('dossier.title', { name: labelOf(entity) }),
    nodes: [
      head(entity, oldest.hits[0]),
      ...(entity.articles === 0 ? [] : [overTime(entity, desk)]),
      comparing(entity, desk),
      element('div', { class: 'dossier__desk' }, ...[sumsSection(entity), related(entity), newest(entity)].filter((part) => part !== null)),
    ],
  };
}

/** @param {Search} search @param {Desk} desk @returns {Promise<import('../app.js').View>} */
export async function view(search, desk) {
  const { entities, unknown } = await entitiesOf(search.entity.slice(0, MOST_COMPARED), desk.asker);
  if (entities.length === 0) {
    return unknownView(search.entity, desk);
  }
  const shown = entities.length > 1 ? await (await import('./compare.js')).compareView(entities, desk) : await dossierView(entities[0], desk);
  const said = [
    ...unknown.map((id) => t('dossier.unknown', { id })),
    ...(search.entity.length > MOST_COMPARED ? [t('compare.most', { n: MOST_COMPARED })] : []),
  ];
  return { title: shown.title, nodes: [...said.map((text) => element('p', { class: 'notice' }, text)), ...shown.nodes] };
}

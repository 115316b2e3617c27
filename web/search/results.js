// @ts-check
// One page of results: heading, notices, cards, pager, chips.
// Every way on is a plain link to an address; app.js follows it without leaving the page.

import {
  articleOfLink, changed, DEEPEST_HIT, dossierAddress, exportAddress, filtersOf, sameName, withoutFilters, writeAddress,
} from '../shared/address.js';
import { meaningChips } from '../facets/facets.js';
import { dayName, element, followable, labelOf, langOf, languageName, localMoment, marked, number, sumName, t, valueName } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {import('../shared/text.js').Segment} Segment */

/**
 * @typedef {object} HitRecord as the server answers it
 * @property {string} id
 * @property {string} link
 * @property {string} title
 * @property {string} [url]
 * @property {string} [standfirst]
 * @property {string} [source]
 * @property {string} [language]
 * @property {string[]} [authors]
 * @property {string} [published]
 * @property {string} [section]
 * @property {Segment[]} [title_segments]
 * @property {Segment[]} [snippet]
 * @property {number} [duplicates] other copies of it
 */
/** @typedef {HitRecord & import('../facets/facets.js').Meaning} Hit */

/** @typedef {{text: string, id: string, kind: string, label: string, labels: Record<string, string>}} Named words of a query and what they name */

/**
 * @typedef {object} Answer
 * @property {{text: string, parsed: string, match: string, relaxed: boolean, translations?: {from: string, to: string[]}[], entities?: Named[], suggestion: string | null, notes?: string[]}} query
 * @property {number} total
 * @property {number} page
 * @property {number} per_page
 * @property {number} took_ms
 * @property {Hit[]} hits
 * @property {Record<string, {values: {value: string, label?: string, labels?: Record<string, string>, count: number, selected?: boolean}[], distinct: number}>} facets
 * @property {{interval: import('../shared/text.js').Interval, buckets: {start: string, count: number}[], undated: number}} timeline
 * @property {{articles: number, revision: number, updated: string}} index
 */

/** How many pages can be asked for. @param {{total: number, per_page: number}} answer */
export function pagesOf(answer) {
  const reachable = Math.floor(DEEPEST_HIT / answer.per_page);
  return Math.max(1, Math.min(Math.ceil(answer.total / answer.per_page), reachable));
}

/** "42 articles for “drone”, page 2 of 5". @param {Answer} answer @param {Search} search */
export function resultsHeading(answer, search) {
  const query = search.q.trim();
  if (answer.total === 0) {
    return query === '' ? t('empty.title') : t('empty.query', { query });
  }
  const count = query === '' ? t('articles', { n: answer.total }) : t('count.query', { n: answer.total, query });
  return search.page > 1 ? `${count}, ${t('count.page', { page: search.page, pages: pagesOf(answer) })}` : count;
}

/** The document's title. @param {Answer} answer @param {Search} search */
export function resultsTitle(answer, search) {
  const found = t('articles', { n: answer.total });
  const count = search.page > 1 ? `${found}, ${t('title.page', { page: search.page })}` : found;
  const query = search.q.trim();
  return query === '' ? t('title.all', { count }) : t('title.query', { query, count });
}

/**
 * Whether the server read the query otherwise than as its words, so that the reader should know.
 *
 * @param {string} text as typed
 * @param {string} parsed as the server writes it back
 * @returns {boolean}
 */
export function readsOtherwise(text, parsed) {
  const bare = (/** @type {string} */ words) => words.replace(/ AND /g, ' ').replace(/[()\s]+/g, ' ').trim().toLowerCase();
  return parsed !== '' && bare(parsed) !== bare(text);
}

/**
 * A snippet with "…" where it begins or ends within a sentence: the server's is a piece of the very text.
 *
 * @param {Segment[]} segments
 * @returns {Segment[]}
 */
export function excerpted(segments) {
  const text = segments.map((segment) => segment.text).join('').trim();
  const before = /^\p{Ll}/u.test(text) ? [{ text: '… ', match: false }] : [];
  const after = text === '' || /[.!?…»”"]$/u.test(text) ? [] : [{ text: ' …', match: false }];
  return [...before, ...segments, ...after];
}

/**
 * What was also looked for, in the other language and by other names, with the way to switch it off; or back on, where it is off.
 *
 * @param {Answer['query']} query
 * @param {Search} search
 * @returns {HTMLElement[]}
 */
function translationNotice(query, search) {
  if (search.translate === 'false' && search.q.trim() !== '') {
    const address = writeAddress(changed(search, { translate: '' }));
    return [element('p', { class: 'notice notice--quiet' }, `${t('note.untranslated')} `, element('a', { href: address }, t('note.translate')))];
  }
  const translations = (query.translations ?? []).map(({ from, to }) => `${from} → ${to.join(', ')}`);
  const named = (query.entities ?? []).filter(isNews);
  if (named.length + translations.length === 0) {
    return [];
  }
  const said = named.flatMap((one, place) => [`${place === 0 ? t('note.named') : '·'} ${one.text} = `, dossierLink(one), ` (${t(`kind.${one.kind}`)}) `]);
  if (translations.length > 0) {
    said.push(`${t('note.translated')} ${translations.join(' · ')} `);
  }
  const address = writeAddress(changed(search, { translate: 'false' }));
  return [element('p', { class: 'notice notice--quiet' }, ...said, element('a', { href: address }, t('note.asTyped')))];
}

/** Whether words name something that the page calls otherwise. @param {Named} named */
function isNews(named) {
  return !sameName(named.text, labelOf(named));
}

/** @param {{id: string, label?: string, labels?: Record<string, string>}} entity */
function dossierLink({ id, label = id, labels }) {
  return element('a', { href: dossierAddress(id) }, labelOf({ label, labels }));
}

/** Entities that a query names by id, as the counts of a dossier do. */
const FIELD = /\b(?:org|person|programme|place|topic):([\w-]+)/g;

/**
 * The dossiers of what the words name and of what is filtered by, and the way to compare them.
 *
 * @param {Answer} answer
 * @returns {HTMLElement[]}
 */
function dossierNotice({ query, facets }) {
  const named = query.entities ?? [];
  const ids = [...query.text.matchAll(FIELD)].map(([, id]) => id);
  const kept = Object.values(facets).flatMap(({ values }) => values.filter((one) => one.labels && (one.selected || ids.includes(one.value))))
    .map((one) => ({ ...one, id: one.value })).filter(({ id }) => !named.some((one) => one.id === id));
  const links = [...named.filter((one) => !isNews(one)), ...kept].map(dossierLink);
  const all = [...new Set([...named, ...kept].map(({ id }) => id))];
  const said = links.flatMap((link, place) => [place === 0 ? `${t('note.dossier', { n: links.length })} ` : ' · ', link]);
  if (all.length > 1 && all.length <= 4) {
    said.push(said.length > 0 ? ' · ' : '', element('a', { href: dossierAddress(...all) }, t('note.compare')));
  }
  return said.length === 0 ? [] : [element('p', { class: 'notice notice--quiet notice--dossier' }, ...said)];
}

/** @param {Answer} answer @param {Search} search @param {boolean} stale an old answer, kept from before @returns {HTMLElement[]} */
function notices(answer, search, stale) {
  const { query } = answer;
  const found = [];
  if (stale) {
    found.push(element('p', { class: 'notice', role: 'alert' }, `${t('note.stale')} `,
      element('a', { href: writeAddress(search), 'data-go': 'stay', 'data-key': 'retry' }, t('problem.retry'))));
  }
  if (query.relaxed && answer.total > 0) {
    found.push(element('p', { class: 'notice' }, t('note.relaxed')));
  }
  if (query.suggestion) {
    const address = writeAddress(changed(search, { q: query.suggestion }));
    found.push(element('p', { class: 'notice' }, `${t('note.suggestion')} `, element('a', { href: address }, query.suggestion)));
  }
  if (readsOtherwise(search.q, query.parsed)) {
    found.push(element('p', { class: 'notice notice--quiet' }, `${t('note.parsed')} `, element('code', {}, query.parsed)));
  }
  found.push(...translationNotice(query, search), ...dossierNotice(answer));
  for (const note of query.notes ?? []) {
    found.push(element('p', { class: 'notice notice--quiet', lang: 'en' }, note));
  }
  return found;
}

/**
 * Source, date, language, authors: what a reporter weighs before opening.
 *
 * @param {Hit} hit
 * @returns {Node[]}
 */
export function cardFacts(hit) {
  const facts = [];
  if (hit.source) {
    facts.push(element('span', { class: 'facts__source' }, hit.source));
  }
  facts.push(hit.published
    ? element('time', { dateTime: hit.published }, dayName(hit.published))
    : element('span', {}, t('date.none')));
  facts.push(element('span', {}, languageName(hit.language ?? 'und')));
  if (hit.authors && hit.authors.length > 0) {
    facts.push(element('span', {}, t('by', { authors: hit.authors.join(', ') })));
  }
  return facts;
}

/**
 * Under a hit: what it speaks of, and what is listed when asked for: the other copies of the story, and articles like it.
 *
 * @param {Hit} hit
 * @param {Search} search
 * @returns {HTMLElement}
 */
function under(hit, search) {
  const button = (/** @type {'duplicates' | 'similar'} */ part, /** @type {string} */ label) => {
    const made = element('button', {
      type: 'button', class: 'link under__button', 'aria-expanded': 'false', 'data-key': `${part} ${hit.link}`,
      onclick: async () => (await import('./under.js')).turn(made, part, hit, search),
    }, label, element('span', { class: 'unseen', lang: langOf(hit.language) }, ` – ${hit.title}`));
    return made;
  };
  const copies = hit.duplicates ? button('duplicates', t('copies', { n: hit.duplicates })) : null;
  return element('div', { class: 'under' }, meaningChips(hit, search, false), copies, button('similar', t('similar')));
}

/**
 * The tick that takes an article into the press review; what it does is loaded at the first one.
 *
 * @param {HitRecord} article
 * @returns {HTMLElement}
 */
export function tick(article) {
  const box = element('input', {
    type: 'checkbox', class: 'value__box', 'data-tick': article.link, 'data-key': `tick ${article.link}`,
    onchange: () => {
      const { checked } = box;  // as the reader has it now: others may be ticked while the module is on its way
      import('../review/tick.js').then(({ ticked }) => ticked(box, article, checked)).catch(() => {
        box.checked = !checked;
      });
    },
  });
  return element('label', { class: 'tick' }, box, t('tick'), element('span', { class: 'unseen', lang: langOf(article.language) }, ` – ${article.title}`));
}

/**
 * @param {Hit} hit
 * @param {Search} search the one that found it: Back and next depend on it
 * @returns {HTMLElement}
 */
export function card(hit, search) {
  const lang = langOf(hit.language);
  const address = writeAddress({ ...search, article: articleOfLink(hit.link) });
  const original = followable(hit.url);
  const snippet = hit.snippet && hit.snippet.length > 0 ? hit.snippet : [{ text: hit.standfirst ?? '', match: false }];
  return element('li', { class: 'card' },
    element('h2', { class: 'card__title', lang },
      element('a', { href: address, 'data-key': `hit ${hit.link}` },
        ...marked(hit.title_segments ?? [{ text: hit.title, match: false }]))),
    element('p', { class: 'facts' }, ...cardFacts(hit),
      original && element('a', { href: original, rel: 'noreferrer', 'aria-label': t('card.original.label', { title: hit.title }) },
        `${t('card.original')} ↗`), tick(hit)),
    element('p', { class: 'card__snippet', lang }, ...marked(excerpted(snippet))),
    under(hit, search));
}

/**
 * The pages around the one shown, with the first and the last; 0 stands for a gap.
 *
 * @param {number} page
 * @param {number} pages
 * @returns {number[]}
 */
export function pageNumbers(page, pages) {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((one, place) => {
    const before = shown[place - 1] ?? one - 1;
    if (one - before === 2) {
      return [one - 1, one];
    }
    return one - before > 2 ? [0, one] : [one];
  });
}

/** @param {{total: number, per_page: number}} answer @param {Search} search @returns {Node[]} */
export function pagerLinks(answer, search) {
  const pages = pagesOf(answer);
  const to = (/** @type {number} */ page) => writeAddress({ ...search, page });
  const { page } = search;
  const links = [];
  if (pages > 1 || page > pages) {
    if (page > 1) {
      links.push(element('a', { class: 'pager__step', href: to(Math.min(page - 1, pages)), rel: 'prev', 'data-go': 'page' }, `← ${t('pager.previous')}`));
    }
    for (const one of pageNumbers(Math.min(page, pages), pages)) {
      links.push(one === 0
        ? element('span', { class: 'pager__gap', 'aria-hidden': 'true' }, '…')
        : element('a', {
          class: 'pager__page', href: to(one), 'data-go': 'page', 'aria-label': t('pager.page', { page: one }),
          'aria-current': one === page ? 'page' : undefined,
        }, number(one)));
    }
    if (page < pages) {
      links.push(element('a', { class: 'pager__step', href: to(page + 1), rel: 'next', 'data-go': 'page' }, `${t('pager.next')} →`));
    }
  }
  if (answer.total > DEEPEST_HIT && page === pages) {
    links.push(element('p', { class: 'notice' }, t('pager.depth', { n: DEEPEST_HIT })));
  }
  return links;
}

/**
 * @param {import('../shared/address.js').Filter} filter
 * @param {Answer | null} answer for the labels of its values
 * @returns {string} "until June 2025", "not Le Monde"
 */
export function filterName({ facet, value, excluded }, answer) {
  if (facet === 'addedSince') {
    return t('chips.addedSince', { name: value.includes('T') ? localMoment(value) : dayName(value) });
  }
  if (facet === 'from' || facet === 'to') {
    return t(`chips.${facet}`, { name: dayName(value) });
  }
  if (facet === 'amountMin' || facet === 'amountMax') {
    return t(`chips.${facet}`, { name: Number.isFinite(Number(value)) ? sumName(Number(value)) : value });
  }
  const known = answer?.facets?.[facet]?.values.find((one) => one.value === value);
  const name = valueName(facet, value, known);
  return excluded ? t('chips.not', { name }) : name;
}

/** The filters in force, each a link to the search without it. @param {Search} search @param {Answer} answer @returns {HTMLElement[]} */
export function chips(search, answer) {
  const filters = filtersOf(search);
  const made = filters.map((filter) => {
    const name = filterName(filter, answer);
    return element('a', {
      class: filter.excluded ? 'chip chip--not' : 'chip', href: writeAddress(filter.without), 'data-go': 'stay',
      'aria-label': t('chips.remove', { name }), title: t('chips.remove', { name }),
    }, name, element('span', { class: 'chip__cross', 'aria-hidden': 'true' }, '×'));
  });
  if (filters.length > 1) {
    made.push(element('a', { class: 'chip chip--clear', href: writeAddress(withoutFilters(search)), 'data-go': 'stay' }, t('chips.clear')));
  }
  return made;
}

/** What the answer was read from. @param {Answer} answer @returns {Node[]} */
function footLine({ index, took_ms: ms }) {
  const parts = [t('foot.index', { n: index.articles })];
  if (index.updated) {
    parts.push(t('foot.updated', { moment: localMoment(index.updated) }));
  }
  parts.push(t('foot.took', { ms: number(ms) }));
  return [element('p', {}, parts.join(' · ')), element('p', {}, element('a', { href: 'api/v1/openapi.json' }, 'API'))];
}

/**
 * Fills the page with an answer; the filters and the timeline have their own modules.
 *
 * @param {Answer} answer
 * @param {Search} search
 * @param {boolean} stale an old answer, kept from before
 * @param {(id: string) => any} byId
 */
export function drawResults(answer, search, stale, byId) {
  document.title = resultsTitle(answer, search);
  byId('results').textContent = resultsHeading(answer, search);
  byId('notices').replaceChildren(...notices(answer, search, stale));
  byId('chips').replaceChildren(...chips(search, answer));
  byId('cards').replaceChildren(...answer.hits.map((hit) => card(hit, search)));
  byId('pager').replaceChildren(...pagerLinks(answer, search));
  byId('foot').replaceChildren(...footLine(answer));
  byId('sort').value = search.sort || (search.q.trim() === '' ? 'newest' : 'relevance');
  byId('feed').href = exportAddress(search, 'atom');
  byId('feed-link').href = byId('feed').href;
  byId('feed').title = t('export.feed.title');
  byId('contracts').href = writeAddress(changed(search, { view: 'contracts' }));
  byId('csv').href = exportAddress(search, 'csv');
  byId('csv').title = answer.total > DEEPEST_HIT ? t('export.csv.cut', { n: DEEPEST_HIT }) : t('export.csv.title');
  const n = filtersOf(search).length;
  byId('filters-button').textContent = n > 0 ? t('filters.button.some', { n }) : t('filters.button');
  byId('apply').textContent = t('filters.apply', { n: answer.total });
}

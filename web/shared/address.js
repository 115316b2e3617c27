// @ts-check
// The search, its address, and its question to the server. The page's address is the only state of a search: what cannot
// be read from it does not exist. All is pure but ask(), the one place where the page speaks to the server.

/**
 * A search as the address says it. Values are kept as written, also wrong ones: the server names what it refuses.
 * An empty string is "not said", for which the server has a default.
 *
 * @typedef {object} Search
 * @property {string} q
 * @property {Record<string, string[]>} include the values to keep, by facet
 * @property {{facet: string, value: string}[]} exclude
 * @property {string} from YYYY, YYYY-MM or YYYY-MM-DD
 * @property {string} to
 * @property {string} amountMin the least that a sum of money in it is
 * @property {string} amountMax
 * @property {string} addedSince a day or an instant: when it came into the index, at the earliest
 * @property {string} match "" or "any"
 * @property {string} translate "" or "false"
 * @property {string} collapse "" or "false"
 * @property {string} recency
 * @property {string} sort
 * @property {string} perPage
 * @property {number} page from 1
 * @property {string} order of sums: "" or "smallest", "newest", "oldest"
 * @property {string} article the name in addresses of the article shown
 * @property {string[]} entity ids of those whose dossier is shown
 * @property {'' | 'contracts' | 'review' | 'watch' | 'names'} view what is shown where neither of these is; "" is the results
 */

/** @typedef {'include' | 'exclude' | 'off'} Choice */

/** @typedef {{facet: string, value: string, excluded: boolean, without: Search}} Filter facet: also "addedSince", "from", "to", "amountMin" and "amountMax" */

/** In the order shown; also the names of the filter parameters. */
export const FACETS = [
  'year', 'language', 'source', 'topic', 'organisation', 'programme', 'person', 'amount', 'currency', 'place', 'author',
];

/** The server answers no hit past this one. */
export const DEEPEST_HIT = 10000;

const DEFAULT_PER_PAGE = 10;

/** What a search can be shown as by its own name in the address. */
const VIEWS = ['contracts', 'review', 'watch', 'names'];

const { compare } = new Intl.Collator('fr', { sensitivity: 'base' });

/** Whether two names are one to the server: case and accents aside. @param {string} a @param {string} b */
export function sameName(a, b) {
  return compare(a, b) === 0;
}

/** Single-valued parameters: name in the address, property of a Search. */
const SINGLE = /** @type {const} */ ([
  ['from', 'from'], ['to', 'to'], ['amount_min', 'amountMin'], ['amount_max', 'amountMax'], ['added_since', 'addedSince'], ['match', 'match'],
  ['translate', 'translate'], ['collapse', 'collapse'], ['recency', 'recency'], ['sort', 'sort'], ['per_page', 'perPage'],
]);

/**
 * Reads the part of an address from the question mark on. Parameters that mean nothing here are passed over.
 *
 * @param {string} query
 * @returns {Search}
 */
export function readAddress(query) {
  const parameters = new URLSearchParams(query);
  /** @type {Search} */
  const search = {
    q: parameters.get('q') ?? '', include: {}, exclude: [], from: '', to: '', amountMin: '', amountMax: '', addedSince: '',
    match: '', translate: '', collapse: '', recency: '', sort: '', perPage: '',
    page: 1,
    order: parameters.get('order') ?? '',
    article: parameters.get('article') ?? '',
    entity: [...new Set(parameters.getAll('entity').filter((id) => id !== ''))],
    view: /** @type {Search['view']} */ (VIEWS.find((view) => view === parameters.get('view')) ?? ''),
  };
  for (const facet of FACETS) {
    const values = parameters.getAll(facet).filter((value) => value !== '');
    if (values.length > 0) {
      search.include[facet] = [...new Set(values)];
    }
  }
  for (const text of parameters.getAll('exclude')) {
    const colon = text.indexOf(':');
    if (colon > 0 && FACETS.includes(text.slice(0, colon)) && colon + 1 < text.length) {
      search.exclude.push({ facet: text.slice(0, colon), value: text.slice(colon + 1) });
    }
  }
  for (const [name, property] of SINGLE) {
    search[property] = (parameters.get(name) ?? '').trim();
  }
  const page = Number(parameters.get('page') ?? 1);
  search.page = Number.isInteger(page) && page > 0 ? page : 1;
  return search;
}

/** Everything of a search but its page and what it is shown as. @param {Search} search */
export function narrowing(search) {
  const parameters = new URLSearchParams();
  if (search.q.trim() !== '') {
    parameters.set('q', search.q.trim());
  }
  for (const facet of FACETS) {
    for (const value of search.include[facet] ?? []) {
      parameters.append(facet, value);
    }
  }
  for (const { facet, value } of search.exclude) {
    parameters.append('exclude', `${facet}:${value}`);
  }
  for (const [name, property] of SINGLE) {
    if (search[property] !== '') {
      parameters.set(name, search[property]);
    }
  }
  return parameters;
}

/**
 * The address of a search, relative to the page's own: "?q=…", or "./" for the empty one.
 *
 * @param {Search} search
 * @returns {string}
 */
export function writeAddress(search) {
  const parameters = narrowing(search);
  if (search.page > 1) {
    parameters.set('page', String(search.page));
  }
  if (search.article !== '') {
    parameters.set('article', search.article);
  }
  for (const id of search.entity) {
    parameters.append('entity', id);
  }
  if (search.view !== '') {
    parameters.set('view', search.view);
  }
  if (search.order !== '') {
    parameters.set('order', search.order);
  }
  const query = parameters.toString();
  return query === '' ? './' : `?${query}`;
}

/**
 * The same search as a question to the server.
 *
 * @param {Search} search
 * @param {Record<string, string>} [more] parameters that belong to the question, not to the search
 * @returns {string} relative to the page's own address
 */
export function searchAddress(search, more = {}) {
  const parameters = narrowing(search);
  if (search.page > 1) {
    parameters.set('page', String(search.page));
  }
  for (const [name, value] of Object.entries(more)) {
    parameters.set(name, value);
  }
  const query = parameters.toString();
  return `api/v1/search${query === '' ? '' : `?${query}`}`;
}

/**
 * The sums of money of a search, one by one, as a question to the server.
 *
 * @param {Search} search
 * @param {'' | '.csv'} [form]
 * @returns {string}
 */
export function amountsAddress(search, form = '') {
  const parameters = narrowing(search);
  for (const name of ['sort', 'recency', ...(form === '' ? [] : ['per_page'])]) {
    parameters.delete(name);
  }
  if (search.order !== '') {
    parameters.set('order', search.order);
  }
  if (search.page > 1 && form === '') {
    parameters.set('page', String(search.page));
  }
  const query = parameters.toString();
  return `api/v1/amounts${form}${query === '' ? '' : `?${query}`}`;
}

/**
 * The whole search as a feed, a spreadsheet or lines of JSON: every filter in force, no page.
 *
 * @param {Search} search
 * @param {'atom' | 'csv' | 'jsonl'} form
 * @returns {string}
 */
export function exportAddress(search, form) {
  const parameters = narrowing(search);
  parameters.delete('per_page');
  if (form === 'atom') {
    parameters.delete('added_since');  // and of what comes in from now on
    parameters.delete('sort');  // a feed is the newest articles first, whatever the page shows
  }
  const query = parameters.toString();
  return `api/v1/search.${form}${query === '' ? '' : `?${query}`}`;
}

/**
 * @param {string} article its name in addresses
 * @param {string} [q] marks the words of this query
 * @param {string} [translate] "false": only as typed
 * @returns {string}
 */
export function articleAddress(article, q = '', translate = '') {
  const path = `api/v1/articles/${encodeURIComponent(article)}`;
  const marking = { q: q.trim(), ...(translate === '' ? {} : { translate }) };
  return marking.q === '' ? path : `${path}?${new URLSearchParams(marking)}`;
}

/**
 * The name in addresses of the article that a hit's link points to: its last part.
 *
 * @param {string} link
 * @returns {string}
 */
export function articleOfLink(link) {
  const path = link.split(/[?#]/, 1)[0];
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
}

/** The dossier of an entity, or the comparison of several. @param {...string} ids @returns {Search} */
export function dossierOf(...ids) {
  return { ...readAddress(''), entity: ids };
}

/** @param {...string} ids @returns {string} of the dossier, or of the comparison */
export function dossierAddress(...ids) {
  return writeAddress(dossierOf(...ids));
}

/** The folder of the view that shows a search; "" is the results. @param {Search} search */
export function viewOf(search) {
  if (search.article !== '') {
    return 'article';
  }
  return search.entity.length > 0 ? 'dossier' : search.view;
}

/**
 * A search changed: from its first page, back among the results; or among its sums, where they are what is shown.
 *
 * @param {Search} search
 * @param {Partial<Search>} change
 * @returns {Search}
 */
export function changed(search, change) {
  const stays = viewOf(search) === 'contracts';
  return { ...search, page: 1, article: '', entity: [], view: stays ? 'contracts' : '', order: stays ? search.order : '', ...change };
}

/** @param {Search} search @param {string} facet @param {string} value @returns {Choice} */
export function choiceOf(search, facet, value) {
  if ((search.include[facet] ?? []).some((one) => sameName(one, value))) {
    return 'include';
  }
  return search.exclude.some((one) => one.facet === facet && sameName(one.value, value)) ? 'exclude' : 'off';
}

/**
 * The search with one value of a facet kept, excluded or let be.
 *
 * @param {Search} search
 * @param {string} facet
 * @param {string} value
 * @param {Choice} choice
 * @returns {Search}
 */
export function choose(search, facet, value, choice) {
  const kept = (search.include[facet] ?? []).filter((one) => !sameName(one, value));
  const exclude = search.exclude.filter((one) => one.facet !== facet || !sameName(one.value, value));
  if (choice === 'include') {
    kept.push(value);
  } else if (choice === 'exclude') {
    exclude.push({ facet, value });
  }
  const include = { ...search.include, [facet]: kept };
  if (kept.length === 0) {
    delete include[facet];
  }
  return changed(search, { include, exclude });
}

/** The filters in force: dates and sums, then the facets in their order. @param {Search} search */
export function filtersOf(search) {
  /** @type {Filter[]} */
  const filters = /** @type {const} */ (['addedSince', 'from', 'to', 'amountMin', 'amountMax']).filter((facet) => search[facet] !== '')
    .map((facet) => ({ facet, value: search[facet], excluded: false, without: changed(search, { [facet]: '' }) }));
  for (const facet of FACETS) {
    for (const value of search.include[facet] ?? []) {
      filters.push({ facet, value, excluded: false, without: choose(search, facet, value, 'off') });
    }
  }
  for (const { facet, value } of search.exclude) {
    filters.push({ facet, value, excluded: true, without: choose(search, facet, value, 'off') });
  }
  return filters;
}

/** The same words, without any filter. @param {Search} search */
export function withoutFilters(search) {
  return changed(search, { include: {}, exclude: [], from: '', to: '', amountMin: '', amountMax: '', addedSince: '' });
}

/** The search without one parameter of its address. @param {Search} search @param {string} name */
export function withoutParameter(search, name) {
  const parameters = new URLSearchParams(writeAddress(search).slice(1));
  parameters.delete(name);
  return readAddress(parameters.toString());
}

/** Articles to a page. @param {Search} search */
export function perPageOf(search) {
  const size = Number(search.perPage);
  return Number.isInteger(size) && size > 0 ? size : DEFAULT_PER_PAGE;
}

/** The server refused, or could not be reached. */
export class Failure extends Error {
  /**
   * @param {'request' | 'missing' | 'unavailable' | 'server' | 'network'} kind
   * @param {string} [detail] the server's own sentence
   * @param {string} [parameter] the one it refused
   */
  constructor(kind, detail = '', parameter = undefined) {
    super(detail);
    this.kind = kind;
    this.parameter = parameter;
  }
}

/**
 * @param {string} address relative to the page's own
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} the answer; throws Failure, or the signal's reason where another question took its place
 */
export async function ask(address, signal) {
  const response = await fetch(address, { signal, headers: { Accept: 'application/json' } }).catch((error) => {
    throw signal?.aborted ? error : new Failure('network');
  });
  const body = await response.json().catch(() => ({}));
  signal?.throwIfAborted();
  if (!response.ok) {
    const kinds = /** @type {const} */ ({ 400: 'request', 404: 'missing', 503: 'unavailable' });
    const kind = kinds[/** @type {400} */ (response.status)] ?? 'server';
    throw new Failure(kind, body.detail ?? `${response.status} ${response.statusText}`, body.parameter);
  }
  return body;
}

// @ts-check
// A list of names pasted in, counted in the articles of a search: who is written about, how much and since when. The list is too long for an
// address: the browser keeps it, so that Back and tomorrow find it.

import { filterName, chips } from '../search/results.js';
import { changed, dossierAddress, filtersOf, readAddress, searchAddress, viewOf, writeAddress } from '../shared/address.js';
import { copy } from '../shared/copying.js';
import { download, spreadsheet } from '../shared/files.js';
import { announce, dayName, element, labelOf, number, pageLanguage, t } from '../shared/text.js';
import { countsAddresses, MOST_NAMES, readNames, searchOf, sortedCounts, sorting, tsv } from './list.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {import('../app.js').Desk} Desk */
/** @typedef {import('./list.js').Count} Count */
/** @typedef {import('./list.js').Pasted} Pasted */
/** @typedef {{counts: Count[], total: number, relaxed: boolean}} Counted */

const KEY = 'vigie-names';
const COLUMNS = ['name', 'read', 'articles', 'first', 'last'];

/** What was pasted last: in this tab, else in any. */
function kept() {
  try {
    return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? '';
  } catch {
    return unkept;
  }
}

/** Where the browser keeps nothing for us, the list lasts as long as the page. */
let unkept = '';

/** @param {string} text */
function keep(text) {
  unkept = text;
  try {
    sessionStorage.setItem(KEY, text);
    localStorage.setItem(KEY, text);
  } catch {
    // Storage refused or full.
  }
}

/** What was left out of the list. @param {Pasted} pasted @returns {string} */
function leftOut(pasted) {
  const kinds = /** @type {const} */ (['doubles', 'blanks', 'long', 'many']);
  return kinds.filter((kind) => pasted[kind] > 0).map((kind) => t(`names.out.${kind}`, { n: pasted[kind] })).join(' ');
}

/** @param {Desk} desk @returns {HTMLElement} */
function form({ redraw }) {
  const text = kept();
  const field = element('textarea', { class: 'field names__field', id: 'names-field', rows: text === '' ? 10 : 5, spellcheck: false, 'data-key': 'names field', 'aria-describedby': 'names-hint' });
  field.value = text;
  const count = () => {
    keep(field.value);
    const { names } = readNames(field.value);
    announce(t('names.counted', { n: names.length }));
    redraw();
  };
  const clear = () => {
    keep('');
    field.focus();  // which the redrawn one takes over
    redraw();
  };
  return element('form', { class: 'names__form', onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    count();
  }, onkeydown: (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      count();
    }
  } },
  element('label', { htmlFor: 'names-field' }, t('names.label')), field,
  element('p', { class: 'quiet', id: 'names-hint' }, t('names.hint', { n: MOST_NAMES })),
  element('div', { class: 'ways' },
    element('button', { type: 'submit', class: 'button button--main', 'data-key': 'names count' }, t('names.count')),
    text === '' ? null : element('button', { type: 'button', class: 'button', 'data-key': 'names clear', onclick: clear }, t('names.clear'))));
}

/** How a name was read: "Thales (organisation)", or as a phrase. @param {Count} count @returns {string} */
function readAs({ entity }) {
  return entity === undefined ? t('names.phrase') : `${labelOf(entity)} (${t(`kind.${entity.kind}`)})`;
}

/** @param {Count} count @param {Search} search @param {boolean} relaxed @returns {HTMLElement} */
function row(count, search, relaxed) {
  const { name, entity, articles, first, last } = count;
  const found = searchOf(count, search, relaxed);
  const day = (/** @type {'first' | 'last'} */ column, /** @type {string | undefined} */ value) => element('td', { class: `names__${column}`, 'data-name': t(`names.${column}`) },
    value === undefined ? null : element('time', { dateTime: value }, dayName(value, 'medium')));
  return element('tr', { class: articles === 0 ? 'names__none' : '' },
    element('th', { scope: 'row', class: 'names__name' }, found === null ? name : element('a', { href: writeAddress(found), 'data-key': `name ${name}` }, name)),
    element('td', { class: 'names__read' }, entity === undefined ? t('names.phrase')
      : element('a', { href: dossierAddress(entity.id), title: t('tag.dossier', { name: labelOf(entity) }) }, readAs(count))),
    element('td', { class: 'names__articles' }, number(articles), element('span', { class: 'names__unit' }, ` ${t('names.unit', { n: articles })}`)),
    day('first', first), day('last', last));
}

/** @param {string} column @param {Search} search @returns {HTMLElement} */
function head(column, search) {
  if (column === 'read') {
    return element('th', { scope: 'col', class: 'names__read' }, t('names.read'));
  }
  const { sorted, next } = sorting(column, search.order);
  const sign = { ascending: ' ↑', descending: ' ↓', none: '' }[sorted];
  return element('th', { scope: 'col', class: `names__${column}`, 'aria-sort': sorted },
    element('a', { class: 'names__sort', href: writeAddress({ ...search, order: next }), 'data-go': 'stay', 'data-key': `sort ${column}`, title: t(next === '' ? 'names.sort.none' : 'names.sort') },
      t(`names.${column}`), element('span', { 'aria-hidden': 'true' }, sign)));
}

/** The table as rows of cells, for other programs: numbers and days as machines write them. @param {Counted} counted @param {Search} search */
function rowsOf({ counts, relaxed }, search) {
  const address = (/** @type {Count} */ count) => {
    const found = searchOf(count, search, relaxed);
    return found === null ? '' : new URL(writeAddress(found), document.baseURI).href;
  };
  return [[...COLUMNS.map((column) => t(`names.${column}`)), t('names.address')],
    ...sortedCounts(counts, search.order).map((one) => [one.name, readAs(one), one.articles, one.first ?? '', one.last ?? '', address(one)])];
}

/** @param {Counted} counted @param {Search} search @param {HTMLElement} table @returns {HTMLElement} */
function waysOut(counted, search, table) {
  const said = element('span', { class: 'quiet' });
  const copied = async () => {
    said.textContent = t(await copy(table, tsv(rowsOf(counted, search))) ? 'names.copied' : 'names.selected');
    announce(said.textContent);
  };
  return element('div', { class: 'ways names__out' },
    element('button', { type: 'button', class: 'button', 'data-key': 'names copy', title: t('names.copy.title'), onclick: copied }, t('names.copy')),
    element('button', { type: 'button', class: 'button', 'data-key': 'names csv', title: t('names.csv.title'), onclick: () => download(t('names.file'), 'text/csv', spreadsheet(rowsOf(counted, search), pageLanguage())) }, t('names.csv')), said);
}

/** @param {Counted} counted @param {Search} search @returns {HTMLElement[]} */
function result(counted, search) {
  const { counts, total, relaxed } = counted;
  const found = counts.filter(({ articles }) => articles > 0).length;
  const table = element('table', { class: 'names' },
    element('caption', { class: 'unseen' }, t('names.caption')),
    element('thead', {}, element('tr', {}, ...COLUMNS.map((column) => head(column, search)))),
    element('tbody', {}, ...sortedCounts(counts, search.order).map((one) => row(one, search, relaxed))));
  const summary = [t('names.found', { n: counts.length, found }), t('names.among', { n: total })].join(' ');
  return [element('h2', { class: 'names__summary' }, summary), waysOut(counted, search, table), table];
}

/** A link of the results, made to stay among the names. @param {HTMLElement} link @param {Search} search */
function stays(link, search) {
  const { view, order } = search;
  link.setAttribute('href', writeAddress({ ...readAddress(link.getAttribute('href') ?? ''), view, order }));
  return link;
}

/** What narrows the articles counted in: the query too. @param {Search} search @param {any} answer @returns {HTMLElement} */
function narrowedBy(search, answer) {
  const query = search.q.trim() === '' ? [] : [element('a', {
    class: 'chip', href: writeAddress({ ...search, q: '' }), 'data-go': 'stay', 'aria-label': t('chips.remove', { name: search.q }), title: t('chips.remove', { name: search.q }),
  }, t('names.query', { query: search.q }), element('span', { class: 'chip__cross', 'aria-hidden': 'true' }, '×'))];
  return element('div', { class: 'chips', role: 'group', 'aria-label': t('chips.label') }, ...query, ...chips(search, answer).map((chip) => stays(chip, search)));
}

/** @param {Search} search */
const isNarrow = (search) => search.q.trim() !== '' || filtersOf(search).length > 0;

/** The way to count in the search that the reader came from. @returns {HTMLElement | null} */
function offer() {
  const from = history.state?.from;
  const previous = readAddress(typeof from === 'string' ? new URL(from).search : '');
  if (!['', 'contracts'].includes(viewOf(previous)) || !isNarrow(previous)) {
    return null;
  }
  const said = [...(previous.q.trim() === '' ? [] : [t('names.query', { query: previous.q.trim() })]), ...filtersOf(previous).map((filter) => filterName(filter, null))];
  return element('p', { class: 'names__offer' }, element('a', {
    href: writeAddress({ ...changed(previous, { view: 'names', order: '' }), sort: '', perPage: '' }), 'data-go': 'stay', 'data-key': 'names offer',
  }, t('names.offer', { search: said.join(', ') })));
}

/** @param {Search} search @param {string[]} names @param {Desk} desk @returns {Promise<Counted | null>} */
async function count(search, names, { asker }) {
  if (names.length === 0) {
    return null;
  }
  const answers = await Promise.all(countsAddresses(search, names).map(asker));
  return { counts: answers.flatMap((answer) => answer.names), total: answers[0].total, relaxed: answers[0].query.relaxed };
}

/** @param {Search} search @param {Desk} desk @returns {Promise<import('../app.js').View>} */
export async function view(search, desk) {
  const pasted = readNames(kept());
  const isNamed = Object.keys(search.include).length + search.exclude.length > 0;
  const [counted, labels] = await Promise.all([
    count(search, pasted.names, desk),
    isNamed ? desk.asker(searchAddress({ ...search, page: 1 }, { per_page: '1', facet_size: '50' })) : null,
  ]);
  const out = leftOut(pasted);
  const narrow = isNarrow(search);
  return {
    title: t('names.title'),
    nodes: [
      narrow ? element('p', { class: 'names__back' }, element('a', { href: writeAddress(changed(search, { view: '', order: '' })), 'data-go': 'back' }, `← ${t('names.back')}`)) : '',
      element('h1', { class: 'count', tabIndex: -1 }, t('names.title')),
      narrow ? narrowedBy(search, labels) : offer() ?? '',
      form(desk),
      out === '' ? '' : element('p', { class: 'notice' }, out),
      ...(counted === null ? [element('p', { class: 'quiet names__how' }, t('names.how'))] : result(counted, search)),
    ].filter((node) => node !== ''),
  };
}

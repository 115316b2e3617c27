// @ts-check
// What a search can be narrowed by. On a hit: chips of what it speaks of. Beside the results: dates, then each facet's values to keep, exclude or let be, then the settings.
// A value of one facet never excludes its siblings: the server counts a facet without its own selection.

import { changed, choiceOf, choose, dossierAddress, FACETS, sameName, writeAddress } from '../shared/address.js';
import { element, folded, labelOf, langOf, number, pageLanguage, t, valueName } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {{value: string, label?: string, labels?: Record<string, string>, count?: number, selected?: boolean}} Value */

/** @typedef {{go: (search: Search) => void, redraw: () => void}} Actions "go" shows another search, "redraw" the same anew */

/** How many values a facet shows at first. */
const SHORT_LIST = 5;
/** Orders of magnitude, the largest first. */
const BANDS = ['10B-', '1B-10B', '100M-1B', '10M-100M', '1M-10M', '0-1M'];
const WHOLE_LIST = 1000;

/** The facets that stand open; of others the name, until they are wanted. */
const opened = new Set(['topic', 'organisation', 'year', 'language', 'source']);

/** The facets shown with all their values. */
const whole = /** @type {Set<string>} */ (new Set());

/** What the panel needs of the next answer, as parameters of the question. @returns {Record<string, string>} */
export function facetNeeds() {
  return whole.size > 0 ? { facet_size: String(WHOLE_LIST) } : {};
}

/**
 * A facet's values in the order shown: those chosen first, then as they came (years: the latest first, sums: the largest). A value chosen
 * that the answer does not list is listed all the same, so that it can be let go.
 *
 * @param {string} facet
 * @param {Value[]} values
 * @param {Search} search
 * @returns {Value[]}
 */
export function orderValues(facet, values, search) {
  const listed = [...values];
  if (facet === 'year') {
    listed.sort((a, b) => b.value.localeCompare(a.value));
  } else if (facet === 'amount') {
    listed.sort((a, b) => BANDS.indexOf(a.value) - BANDS.indexOf(b.value));
  }
  const chosen = [
    ...(search.include[facet] ?? []),
    ...search.exclude.filter((one) => one.facet === facet).map((one) => one.value),
  ];
  const missing = chosen.filter((value) => !listed.some((one) => sameName(one.value, value)))
    .map((value) => ({ value, count: undefined }));
  const all = [...listed, ...missing];
  const isChosen = (/** @type {Value} */ one) => choiceOf(search, facet, one.value) !== 'off';
  return [...all.filter(isChosen), ...all.filter((one) => !isChosen(one))];
}

/**
 * @param {string} facet
 * @param {Value} one
 * @param {Search} search
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function valueRow(facet, one, search, { go }) {
  const choice = choiceOf(search, facet, one.value);
  const name = valueName(facet, one.value, one);
  const turn = (/** @type {import('../shared/address.js').Choice} */ to) => () => go(choose(search, facet, one.value, choice === to ? 'off' : to));
  return element('li', { class: choice === 'exclude' ? 'value value--not' : 'value' },
    element('label', { class: 'value__label' },
      element('input', {
        type: 'checkbox', class: 'value__box', name: facet, value: one.value, checked: choice === 'include',
        'data-key': `keep ${facet} ${one.value}`, onchange: turn('include'),
      }),
      element('span', { class: 'value__name', title: name }, name),
      choice === 'exclude' ? element('span', { class: 'value__state' }, t('facet.excluded')) : null,
      one.count === undefined ? null : element('span', { class: 'value__count' }, number(one.count),
        element('span', { class: 'unseen' }, ` ${t('facet.articles', { n: one.count })}`))),
    element('button', {
      type: 'button', class: 'value__not', 'aria-pressed': String(choice === 'exclude'), 'aria-label': t('facet.exclude', { name }),
      title: t('facet.exclude', { name }), 'data-key': `not ${facet} ${one.value}`, onclick: turn('exclude'),
    }, '−'));
}

/** Parts of the panel loaded when first opened; from then on they are drawn at once, so that the focus finds them. */
const parts = /** @type {Map<string, any>} */ (new Map());

/**
 * @param {'sums' | 'settings'} name of the module
 * @param {(part: any) => HTMLElement} draw
 * @returns {HTMLElement}
 */
function later(name, draw) {
  const place = element('div');
  if (parts.has(name)) {
    place.append(draw(parts.get(name)));
  } else {
    void import(`./${name}.js`).then((part) => {
      parts.set(name, part);
      place.append(draw(part));
    });
  }
  return place;
}

/**
 * A group under a heading that opens and closes it; one with something chosen stays open.
 *
 * @param {string} id
 * @param {string} title
 * @param {{chosen: boolean, redraw: () => void}} state
 * @param {() => (Node | null)[]} body
 * @returns {HTMLElement}
 */
function group(id, title, { chosen, redraw }, body) {
  const isOpen = opened.has(id) || chosen;
  const toggle = () => {
    if (!opened.delete(id)) {
      opened.add(id);
    }
    redraw();
  };
  return element('fieldset', { class: 'facet' },
    element('legend', { class: 'facet__name' }, chosen ? title : element('button', {
      type: 'button', class: 'facet__toggle', 'aria-expanded': String(isOpen), 'data-key': `open ${id}`, onclick: toggle,
    }, title)),
    ...(isOpen ? body() : []));
}

/**
 * @param {string} facet
 * @param {{values: Value[], distinct: number}} counted
 * @param {Search} search
 * @param {Actions} actions
 * @param {() => HTMLElement | null} [more] what else of this kind one can narrow by
 * @returns {HTMLElement}
 */
function facetGroup(facet, counted, search, actions, more = () => null) {
  const all = whole.has(facet);
  const values = orderValues(facet, counted.values, search);
  const chosen = values.filter((one) => choiceOf(search, facet, one.value) !== 'off').length;
  const name = t(`facet.${facet}`);
  const bounds = facet === 'amount' ? [search.amountMin, search.amountMax].filter((bound) => bound !== '').length : 0;
  const n = chosen + bounds;
  return group(facet, n > 0 ? t('facet.some', { name, n }) : name, { chosen: n > 0, redraw: actions.redraw }, () => {
    const rows = (all ? values : values.slice(0, Math.max(SHORT_LIST, chosen))).map((one) => valueRow(facet, one, search, actions));
    const distinct = Math.max(counted.distinct, values.length);
    return [
      all ? findField(facet, name, rows) : null,
      element('ul', { class: all ? 'values values--whole' : 'values' }, ...rows),
      all || distinct > rows.length ? wholeButton(facet, distinct, actions) : null,
      more(),
    ];
  });
}

/** @param {string} facet @param {number} n how many values it has @param {Actions} actions */
function wholeButton(facet, n, { redraw }) {
  const all = whole.has(facet);
  const more = n > WHOLE_LIST ? t('facet.more.cut', { n: WHOLE_LIST }) : t('facet.more', { n });
  return element('button', {
    type: 'button', class: 'link', 'aria-expanded': String(all), 'data-key': `all ${facet}`,
    onclick: () => {
      if (!whole.delete(facet)) {
        whole.add(facet);
      }
      redraw();
    },
  }, all ? t('facet.less') : more);
}

/**
 * A field that hides the rows whose name does not hold what is typed. Rows ticked stay in view.
 *
 * @param {string} facet
 * @param {string} name
 * @param {HTMLElement[]} rows
 * @returns {HTMLElement}
 */
function findField(facet, name, rows) {
  const label = t('facet.find', { name });
  return element('input', {
    type: 'search', class: 'field', 'aria-label': label, placeholder: label, 'data-key': `find ${facet}`,
    oninput: (/** @type {any} */ event) => {
      const wanted = folded(event.target.value);
      for (const row of rows) {
        const kept = row.querySelector('input:checked, [aria-pressed="true"]') !== null;
        row.hidden = !kept && !folded(row.querySelector('.value__name')?.textContent ?? '').includes(wanted);
      }
    },
  });
}

/**
 * @param {Search} search
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function dateFields(search, { go }) {
  const wrong = element('p', { class: 'facet__wrong', id: 'dates-wrong', role: 'alert' });
  const field = (/** @type {'from' | 'to'} */ name) => element('input', {
    type: 'text', class: 'field', id: `dates-${name}`, value: search[name], autocomplete: 'off', 'data-key': `date ${name}`,
    'aria-describedby': 'dates-hint dates-wrong',
  });
  const fields = { from: field('from'), to: field('to') };
  const apply = async () => {
    const { readDay } = await import('./dates.js');
    const read = { from: readDay(fields.from.value, pageLanguage()), to: readDay(fields.to.value, pageLanguage()) };
    const bad = /** @type {const} */ (['from', 'to']).filter((name) => fields[name].value.trim() !== '' && read[name] === null);
    for (const name of /** @type {const} */ (['from', 'to'])) {
      fields[name].setAttribute('aria-invalid', String(bad.includes(name)));
    }
    wrong.textContent = bad.length > 0 ? t('dates.wrong') : '';
    if (bad.length > 0) {
      fields[bad[0]].focus();
    } else {
      go(changed(search, { from: read.from ?? '', to: read.to ?? '' }));
    }
  };
  const recent = (/** @type {string} */ key, /** @type {{days?: number, months?: number}} */ back) => element('button', {
    type: 'button', class: 'link', 'data-key': `recent ${key}`, onclick: async () => {
      const { dayBefore } = await import('./dates.js');
      go(changed(search, { from: dayBefore(new Date(), back), to: '' }));
    },
  }, t(`dates.${key}`));
  return element('form', {
    class: 'dates', noValidate: true, onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      void apply();
    },
  }, element('fieldset', { class: 'facet' },
    element('legend', { class: 'facet__name' }, t('dates.legend')),
    element('div', { class: 'dates__fields' },
      element('label', { class: 'dates__label' }, t('dates.from'), fields.from),
      element('label', { class: 'dates__label' }, t('dates.to'), fields.to),
      element('p', { class: 'quiet', id: 'dates-hint' }, t('dates.hint')),
      element('button', { type: 'submit', class: 'button', 'data-key': 'date apply' }, t('dates.apply'))), wrong,
    element('p', { class: 'dates__recent' }, `${t('dates.recent')} `,
      recent('week', { days: 6 }), recent('month', { days: 29 }), recent('year', { months: 12 }))));
}

/** @typedef {{id: string, label: string, labels: Record<string, string>}} Entity */
/** @typedef {{text: string, value: number, currency: string}} Amount */

/**
 * @typedef {object} Meaning what the server says an article speaks of
 * @property {Entity[]} [organisations]
 * @property {Entity[]} [people]
 * @property {Entity[]} [programmes]
 * @property {Entity[]} [places]
 * @property {Entity[]} [topics]
 * @property {Amount[]} [amounts]
 * @property {string} [language]
 */

/** Lists of an answer and the facet that each is filtered by; those that tell most about a story first. */
export const ENTITY_LISTS = /** @type {const} */ ([
  ['organisations', 'organisation'], ['programmes', 'programme'], ['people', 'person'], ['places', 'place'], ['topics', 'topic'],
]);

/** On a card: few of each, so that it stays calm. */
const FEW = { amounts: 2, organisations: 1, programmes: 1, people: 1, places: 0, topics: 0 };

/** The search for the very sum. @param {Search} search @param {Amount} amount */
export function searchForSum(search, { value, currency }) {
  const one = changed(search, { amountMin: String(value), amountMax: String(value), article: '' });
  return choose(one, 'currency', currency, 'include');
}

/**
 * @param {string} name
 * @param {Search} search
 * @param {Record<string, any>} properties
 */
function chip(name, search, properties) {
  return element('a', { class: 'tag', href: writeAddress(search), ...properties }, name);
}

/** @param {string} id @param {string} name */
function dossierWay(id, name) {
  const label = t('tag.dossier', { name });
  return element('a', { class: 'tag__dossier', href: dossierAddress(id), 'aria-label': label, title: label }, '›');
}

/**
 * @param {Meaning} article
 * @param {Search} search
 * @param {boolean} all every entity, not few
 * @returns {HTMLElement | null} nothing where nothing was recognised
 */
export function meaningChips(article, search, all) {
  const plain = changed(search, { article: '' });
  const amounts = (article.amounts ?? []).filter(({ text }, place, them) => them.findIndex((one) => one.text === text) === place);
  const chips = amounts.slice(0, all ? undefined : FEW.amounts).map((amount) => chip(amount.text, searchForSum(search, amount), {
    class: 'tag tag--sum', lang: langOf(article.language), title: t('tag.sum', { name: amount.text }),
  }));
  for (const [list, facet] of ENTITY_LISTS) {
    for (const entity of (article[list] ?? []).slice(0, all ? undefined : FEW[list])) {
      const name = labelOf(entity);
      const kept = chip(name, choose(plain, facet, entity.id, 'include'), { title: t(`tag.${facet}`, { name }) });
      chips.push(all ? element('span', { class: 'tag-pair' }, kept, dossierWay(entity.id, name)) : kept);
    }
  }
  return chips.length === 0 ? null : element('p', { class: 'tags', role: 'group', 'aria-label': t('tag.label') }, ...chips);
}

/**
 * @param {Record<string, {values: Value[], distinct: number}>} facets as answered
 * @param {Search} search
 * @param {Actions} actions
 * @returns {HTMLElement[]}
 */
export function facetPanel(facets, search, actions) {
  const sums = () => later('sums', ({ sumFields }) => sumFields(search, facets.currency?.values ?? [], actions.go));
  const settings = () => later('settings', ({ settingFields }) => settingFields(search, actions.go));
  const shown = FACETS.filter((facet) => facets[facet] !== undefined && orderValues(facet, facets[facet].values, search).length > 0);
  return [
    dateFields(search, actions),
    ...shown.map((facet) => facetGroup(facet, facets[facet], search, actions, facet === 'amount' ? sums : undefined)),
    group('settings', t('options.legend'), { chosen: false, redraw: actions.redraw }, () => [settings()]),
  ];
}

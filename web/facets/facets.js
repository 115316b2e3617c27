// @ts-check
// What a search can be narrowed by. On a hit: chips of what it speaks of. Beside the results: dates, then each facet's values to keep, exclude or let be, then the settings.
// A value of one facet never excludes its siblings: the server counts a facet without its own selection.

import { changed, choiceOf, choose, FACETS, perPageOf, readAddress, sameName, writeAddress } from '../shared/address.js';
import { element, langOf, number, pageLanguage, t, valueName } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {{value: string, label?: string, labels?: Record<string, string>, count?: number, selected?: boolean}} Value */

/** @typedef {{go: (search: Search) => void, redraw: () => void}} Actions "go" shows another search, "redraw" the same anew */

/** How many values a facet shows at first. */
const SHORT_LIST = 5;
/** Orders of magnitude, the largest first. */
const BANDS = ['10B-', '1B-10B', '100M-1B', '10M-100M', '1M-10M', '0-1M'];
const WHOLE_LIST = '1000';

/** The facets that stand open; of others the name, until they are wanted. */
const opened = new Set(['topic', 'organisation', 'year', 'language', 'source']);

/** The facets shown with all their values. */
const whole = /** @type {Set<string>} */ (new Set());

/** What the panel needs of the next answer, as parameters of the question. @returns {Record<string, string>} */
export function facetNeeds() {
  return whole.size > 0 ? { facet_size: WHOLE_LIST } : {};
}

/**
 * A date as people write it: "2025", "2025-06", "2025-06-17", "06/2025", "17/06/2025". Where day and month could be one
 * another, French reads the day first and English asks.
 *
 * @param {string} text
 * @param {string} language
 * @returns {string | null} as the server reads it; nothing where it is no date
 */
export function readDay(text, language) {
  const trimmed = text.trim();
  const iso = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(trimmed);
  if (iso !== null) {
    return calendarDay(iso[1], iso[2], iso[3]);
  }
  const slashed = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(trimmed);
  if (slashed === null) {
    return null;
  }
  const [, day, month, year] = slashed;
  if (day === undefined || language === 'fr' || Number(day) > 12) {
    return calendarDay(year, month, day);
  }
  return Number(month) > 12 ? calendarDay(year, day, month) : null;
}

/**
 * @param {string} year
 * @param {string} [month]
 * @param {string} [day]
 * @returns {string | null}
 */
function calendarDay(year, month, day) {
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (date.getUTCMonth() !== Number(month ?? 1) - 1 || date.getUTCDate() !== Number(day ?? 1)) {
    return null;
  }
  return [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0')).join('-');
}

/**
 * The calendar day some days or months before another, in the reader's own calendar.
 *
 * @param {Date} today
 * @param {{days?: number, months?: number}} back
 * @returns {string} YYYY-MM-DD
 */
export function dayBefore(today, { days = 0, months = 0 }) {
  const then = new Date(today.getFullYear(), today.getMonth() - months, today.getDate() - days, 12);
  const two = (/** @type {number} */ part) => String(part).padStart(2, '0');
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
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
 * @param {string} text
 * @returns {string} without case and accents
 */
function folded(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
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

/**
 * @param {string} facet
 * @param {{values: Value[], distinct: number}} counted
 * @param {Search} search
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function facetGroup(facet, counted, search, actions) {
  const all = whole.has(facet);
  const values = orderValues(facet, counted.values, search);
  const chosen = values.filter((one) => choiceOf(search, facet, one.value) !== 'off').length;
  const shown = all ? values : values.slice(0, Math.max(SHORT_LIST, chosen));
  const name = t(`facet.${facet}`);
  const rows = shown.map((one) => valueRow(facet, one, search, actions));
  const list = element('ul', { class: all ? 'values values--whole' : 'values' }, ...rows);
  const isOpen = opened.has(facet) || chosen > 0;
  const title = chosen > 0 ? t('facet.some', { name, n: chosen }) : name;
  const toggle = () => {
    if (!opened.delete(facet)) {
      opened.add(facet);
    }
    actions.redraw();
  };
  const group = element('fieldset', { class: 'facet' },
    element('legend', { class: 'facet__name' }, chosen > 0 ? title : element('button', {
      type: 'button', class: 'facet__toggle', 'aria-expanded': String(isOpen), 'data-key': `open ${facet}`, onclick: toggle,
    }, title)));
  if (!isOpen) {
    return group;
  }
  if (all) {
    group.append(findField(facet, name, rows));
  }
  group.append(list);
  const n = Math.max(counted.distinct, values.length);
  if (all || n > shown.length) {
    group.append(element('button', {
      type: 'button', class: 'link', 'aria-expanded': String(all), 'data-key': `all ${facet}`,
      onclick: () => {
        if (!whole.delete(facet)) {
          whole.add(facet);
        }
        actions.redraw();
      },
    }, all ? t('facet.less') : t('facet.more', { n })));
  }
  return group;
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
  const apply = () => {
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
    type: 'button', class: 'link', 'data-key': `recent ${key}`, onclick: () => go(changed(search, { from: dayBefore(new Date(), back), to: '' })),
  }, t(`dates.${key}`));
  return element('form', {
    class: 'dates', noValidate: true, onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      apply();
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

/**
 * @param {Search} search
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function settings(search, { go }) {
  const choice = (/** @type {'match' | 'recency' | 'perPage'} */ property, /** @type {[string, string][]} */ options) => element('label', { class: 'settings__label' },
    t(`options.${property}`),
    element('select', {
      class: 'select', 'data-key': `setting ${property}`,
      onchange: (/** @type {any} */ event) => go(changed(search, { [property]: event.target.value })),
    }, ...options.map(([value, name], place) => element('option', {
      value: place === 0 ? '' : value, selected: search[property] === value || (place === 0 && search[property] === ''),
    }, name))));
  const named = (/** @type {'match' | 'recency'} */ property, /** @type {string[]} */ values) => choice(property,
    values.map((value) => [value, t(`options.${property}.${value}`)]));
  const sizes = [...new Set([10, 20, 50, perPageOf(search)])];
  return element('fieldset', { class: 'facet settings' },
    element('legend', { class: 'facet__name' }, t('options.legend')),
    named('match', ['all', 'any']), named('recency', ['off', 'mild', 'strong']),
    choice('perPage', sizes.map((size) => [String(size), number(size)])));
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
const KINDS = /** @type {const} */ ([
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
  return element('a', { class: 'tag__dossier', href: writeAddress({ ...readAddress(''), entity: [id] }), 'aria-label': label, title: label }, '›');
}

/**
 * @param {Meaning} article
 * @param {Search} search
 * @param {string} language the page's
 * @param {boolean} all every entity, not few
 * @returns {HTMLElement | null} nothing where nothing was recognised
 */
export function meaningChips(article, search, language, all) {
  const plain = changed(search, { article: '' });
  const amounts = (article.amounts ?? []).filter(({ text }, place, them) => them.findIndex((one) => one.text === text) === place);
  const chips = amounts.slice(0, all ? undefined : FEW.amounts).map((amount) => chip(amount.text, searchForSum(search, amount), {
    class: 'tag tag--sum', lang: langOf(article.language), title: t('tag.sum', { name: amount.text }),
  }));
  for (const [list, facet] of KINDS) {
    for (const { id, label, labels } of (article[list] ?? []).slice(0, all ? undefined : FEW[list])) {
      const name = labels[language] ?? label;
      const kept = chip(name, choose(plain, facet, id, 'include'), { title: t(`tag.${facet}`, { name }) });
      chips.push(all ? element('span', { class: 'tag-pair' }, kept, dossierWay(id, name)) : kept);
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
  return [
    dateFields(search, actions),
    ...FACETS.filter((facet) => facets[facet] !== undefined && orderValues(facet, facets[facet].values, search).length > 0)
      .map((facet) => facetGroup(facet, facets[facet], search, actions)),
    settings(search, actions),
  ];
}

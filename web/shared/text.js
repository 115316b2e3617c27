// @ts-check
// What stands on the page: messages in the page's language, numbers and calendar days, and the elements that hold them.
// Text from articles reaches the page through element() and marked() alone, always as text nodes, never as HTML.

/** @typedef {Record<string, string | Record<string, string>>} Messages a message, or its plural forms by Intl category */
/** @typedef {{text: string, match: boolean, translates?: string}} Segment "translates": words of the query that it stands for */
/** @typedef {'day' | 'week' | 'month' | 'quarter' | 'year'} Interval */

export const LANGUAGES = ['fr', 'en'];

const LANGUAGE_KEY = 'vigie-language';
const LOCALES = /** @type {Record<string, string>} */ ({ fr: 'fr-FR', en: 'en-GB' });

const ANNOUNCE_AFTER_MS = 700;

let language = 'en';
let announcement = 0;
/** @type {Messages} */
let messages = {};

/** @returns {string} the page's language, "fr" or "en" */
export function pageLanguage() {
  return language;
}

/**
 * The language to speak: the one chosen before, else the first of the browser's that the page has.
 *
 * @param {string | null} chosen
 * @param {readonly string[]} preferred language tags, best first
 * @returns {string}
 */
export function pickLanguage(chosen, preferred) {
  if (chosen !== null && LANGUAGES.includes(chosen)) {
    return chosen;
  }
  const tags = preferred.map((tag) => tag.toLowerCase().split('-', 1)[0]);
  return tags.find((tag) => LANGUAGES.includes(tag)) ?? 'en';
}

/** @returns {string | null} nothing where the browser keeps nothing for us */
export function rememberedLanguage() {
  try {
    return localStorage.getItem(LANGUAGE_KEY);
  } catch {
    return null;
  }
}

/** @param {string} chosen */
export function rememberLanguage(chosen) {
  try {
    localStorage.setItem(LANGUAGE_KEY, chosen);
  } catch {
    // Storage refused: the choice lasts as long as the page.
  }
}

/** @param {string} name @param {Messages} words */
export function speak(name, words) {
  language = name;
  messages = words;
}

/** Adds the messages of a view to those of the page. @param {Messages} words */
export function learn(words) {
  messages = { ...messages, ...words };
}

/** Writes the messages that index.html names into it, in the page's language. */
export function writeLabels() {
  document.documentElement.lang = language;
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-t]'))) {
    place.textContent = t(place.dataset.t ?? '');
  }
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-t-label]'))) {
    place.setAttribute('aria-label', t(place.dataset.tLabel ?? ''));
  }
}

/** Narrow no-break spaces where French puts them. @param {string} text */
export function frenchSpaces(text) {
  return text.replace(/ ([;:!?»])/g, '\u202f$1').replace(/« /g, '«\u202f');
}

/**
 * A message in the page's language. `{name}` is replaced by the parameter; a number is written as one, and `n` chooses the plural.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [parameters]
 * @returns {string}
 */
export function t(key, parameters = {}) {
  const entry = messages[key];
  if (entry === undefined) {
    throw new Error(`no message "${key}" in ${language}`);
  }
  const text = typeof entry === 'string' ? entry : entry[plural(Number(parameters.n))] ?? entry.other;
  const spaced = language === 'fr' ? frenchSpaces(text) : text;
  return spaced.replace(/\{(\w+)\}/g, (_, name) => {
    const value = parameters[name];
    return typeof value === 'number' ? number(value) : String(value);
  });
}

/** What formats in the page's language, made once: making one costs more than a hundred uses, and a page of results needs hundreds. */
const formats = /** @type {Map<string, any>} */ (new Map());

/**
 * @template {'NumberFormat' | 'DateTimeFormat' | 'PluralRules' | 'DisplayNames'} Kind
 * @param {Kind} kind
 * @param {any} [options]
 * @returns {InstanceType<(typeof Intl)[Kind]>}
 */
function format(kind, options = {}) {
  const key = `${kind} ${language} ${JSON.stringify(options)}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl[kind](LOCALES[language], options));
  }
  return formats.get(key);
}

/** @param {number} n */
function plural(n) {
  return format('PluralRules').select(n);
}

/** @param {number} value */
export function number(value) {
  return format('NumberFormat', { maximumFractionDigits: 1 }).format(value);
}

/**
 * The name of a language in the page's own: "fr" is "français" or "French".
 *
 * @param {string} tag
 * @returns {string}
 */
export function languageName(tag) {
  if (tag === '' || tag === 'und') {
    return t('language.unknown');
  }
  try {
    return format('DisplayNames', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/**
 * What the server knows something as, in the page's language.
 *
 * @template {string | undefined} Label
 * @param {{label: Label, labels?: Record<string, string>}} known
 * @returns {string | Label}
 */
export function labelOf({ label, labels }) {
  return labels?.[language] ?? label;
}

/** Case and accents aside. @param {string} text */
export function folded(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * What a facet's value is called on the page.
 *
 * @param {string} facet
 * @param {string} value
 * @param {{label?: string, labels?: Record<string, string>}} [known] as the server calls it
 * @returns {string}
 */
export function valueName(facet, value, known = {}) {
  switch (facet) {
    case 'language':
      return languageName(value);
    case 'currency':
      return currencyName(value);
    case 'amount':
      return messages[`band.${value}`] === undefined ? value : t(`band.${value}`);
    default:
      return labelOf({ label: known.label ?? value, labels: known.labels });
  }
}

/** "euro (EUR)". @param {string} code */
function currencyName(code) {
  try {
    const name = format('DisplayNames', { type: 'currency' }).of(code) ?? code;
    return name === code ? code : `${name} (${code})`;
  } catch {
    return code;
  }
}

/** "200 M", "1,5 Md"; in English "200M" as the bands have it, where Intl has "200m". @param {number} value */
export function sumName(value) {
  return format('NumberFormat', { notation: 'compact', maximumFractionDigits: 2 }).format(value).replace(/m$/, 'M');
}

/** "200 M €", "$1.2bn". @param {number} value @param {string} currency ISO 4217 */
export function money(value, currency) {
  try {
    return new Intl.NumberFormat(LOCALES[language], {
      style: 'currency', currency, notation: 'compact', maximumFractionDigits: 2, minimumFractionDigits: 0,
    }).format(value);
  } catch {
    return `${sumName(value)} ${currency}`;
  }
}

/**
 * A calendar day, month or year as people write it. The day is the article's own: it is read from the text and never
 * passes through a time zone.
 *
 * @param {string} text "2025", "2025-06", "2025-06-17" or an instant that begins with a day
 * @param {'long' | 'medium'} [style]
 * @returns {string}
 */
export function dayName(text, style = 'long') {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
  if (parts === null) {
    return text;
  }
  const [, year, month, day] = parts;
  const noon = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1), 12));
  noon.setUTCFullYear(Number(year));
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) {
    options.month = style === 'long' ? 'long' : 'short';
  }
  if (day !== undefined) {
    options.day = 'numeric';
  }
  return ordinal(format('DateTimeFormat', options).format(noon));
}

/** The first of the month as French writes it. @param {string} day */
function ordinal(day) {
  return language === 'fr' ? day.replace(/^1 /, '1er ') : day;
}

/**
 * The day, and the hour where the article gives one, in the article's own zone.
 *
 * @param {string} published
 * @returns {string}
 */
export function momentName(published) {
  const hour = /T(\d\d):(\d\d)/.exec(published);
  const day = dayName(published);
  if (hour === null) {
    return day;
  }
  return t('moment', { day, hour: hour[1], minute: hour[2] });
}

/**
 * An instant of the machine's, such as the index's last change, in the reader's own zone.
 *
 * @param {string} instant RFC 3339
 * @returns {string}
 */
export function localMoment(instant) {
  const moment = new Date(instant);
  return Number.isNaN(moment.getTime()) ? instant : ordinal(format('DateTimeFormat', { dateStyle: 'long', timeStyle: 'short' }).format(moment));
}

/**
 * A period of the timeline: "17 juin 2025", "juin 2025", "T2 2025".
 *
 * @param {string} start its first day
 * @param {Interval} interval
 * @returns {string}
 */
export function periodName(start, interval) {
  switch (interval) {
    case 'year':
      return start.slice(0, 4);
    case 'quarter':
      return t('period.quarter', { quarter: String(Math.ceil(Number(start.slice(5, 7)) / 3)), year: start.slice(0, 4) });
    case 'month':
      return dayName(start.slice(0, 7));
    case 'week':
      return t('period.week', { day: dayName(start) });
    default:
      return dayName(start);
  }
}

/**
 * An element with its properties, attributes (those with a hyphen, and role and lang) and children.
 *
 * @param {string} tag
 * @param {Record<string, any>} [properties] "class" names classes; an undefined value is left out
 * @param {...(Node | string | null | undefined)} children strings become text nodes
 * @returns {any} an HTMLElement of that tag
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) {
      continue;
    }
    if (name === 'class') {
      made.className = value;
    } else if (name.includes('-') || !(name in made)) {
      made.setAttribute(name, value);
    } else {
      /** @type {any} */ (made)[name] = value;
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/**
 * Text in segments, those that match marked; those found by translation or by another name with what they stand for.
 *
 * @param {Segment[]} segments
 * @returns {Node[]}
 */
export function marked(segments) {
  return segments.map(({ text, match, translates }) => {
    if (!match) {
      return document.createTextNode(text);
    }
    const said = translates ? t('mark.for', { typed: translates }) : undefined;
    return element('mark', { class: said && 'mark--for', title: said }, text, said && aside(said));
  });
}

/** Words for those who listen. The style says them, so that a text copied or searched holds its own words alone. @param {string} said */
export function aside(said) {
  return element('span', { class: 'aside', lang: language, 'data-said': said });
}

/**
 * An article's own address, where it is one that a reader may follow: a "javascript:" one never becomes a link.
 *
 * @param {string | undefined} url
 * @returns {string | null}
 */
export function followable(url) {
  try {
    const { protocol, href } = new URL(url ?? '');
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}

/**
 * The lang attribute for a text of an article.
 *
 * @param {string | undefined} tag
 * @returns {string | undefined} nothing where the language is not known
 */
export function langOf(tag) {
  return tag === undefined || tag === '' || tag === 'und' ? undefined : tag;
}

export function focusHeading() {
  /** @type {HTMLElement | null} */ (document.querySelector('main > :not([hidden]) h1'))?.focus({ preventScroll: true });
}

/** Tells those who listen; in two regions by turns, so that the same words twice are heard twice. @param {string} message */
export function announce(message) {
  window.clearTimeout(announcement);
  announcement = window.setTimeout(() => {
    const [last, next] = [...document.querySelectorAll('body > [role="status"]')].sort((a, b) => b.textContent.length - a.textContent.length);
    last.textContent = '';
    next.textContent = message;
  }, ANNOUNCE_AFTER_MS);
}

// @ts-check
// The press review as a letter: what is mailed, copied, printed and shown beforehand. Its style stands on each element,
// since mail programs drop style sheets; plain enough for all of them.

import { element, followable, langOf, pageLanguage } from '../shared/text.js';
import { articleOfLink } from '../shared/address.js';
import { factsOf, filledParts, linesOf, titleOf } from './exports.js';

/** @typedef {import('./basket.js').Review} Review */
/** @typedef {import('./basket.js').Entry} Entry */

const STYLES = /** @type {Record<string, Record<string, string>>} */ ({
  letter: { maxWidth: '40em', fontFamily: 'Georgia, serif', fontSize: '16px', lineHeight: '1.5', color: '#1b1f23' },
  title: { fontSize: '26px', lineHeight: '1.2', margin: '0 0 12px' },
  section: { fontSize: '18px', lineHeight: '1.3', margin: '28px 0 8px', borderBottom: '1px solid #1b1f23' },
  article: { fontSize: '17px', lineHeight: '1.3', margin: '20px 0 2px' },
  link: { color: '#0b5a6f' },
  facts: { fontFamily: 'Arial, sans-serif', fontSize: '14px', color: '#5a6167', margin: '0 0 4px' },
  text: { margin: '0 0 6px' },
  note: { margin: '0 0 6px', paddingLeft: '10px', borderLeft: '3px solid #0b5a6f' },
});

/** @param {string} tag @param {string} look @param {Record<string, any>} properties @param {...(Node | string)} children */
function styled(tag, look, properties, ...children) {
  const made = element(tag, properties, ...children);
  Object.assign(made.style, STYLES[look]);
  return made;
}

/**
 * Where an article's reader can open it: its own address, else Vigie's page of it. That of a Vigie that only this machine
 * can reach is of no use to others.
 *
 * @param {Entry} entry
 * @param {string} base address of the page
 * @returns {string} "" where there is none
 */
export function addressOf({ url, link }, base) {
  const own = followable(url);
  const here = new URL(base);
  const alone = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(here.hostname);
  if (own !== null || alone || followable(base) === null) {
    return own ?? '';
  }
  return new URL(`?${new URLSearchParams({ article: articleOfLink(link) })}`, here).href;
}

/** @param {Entry} entry @param {string} base @param {string} level of its heading */
function article(entry, base, level) {
  const url = addressOf(entry, base);
  const lang = langOf(entry.language);
  const title = url === '' ? entry.title : styled('a', 'link', { href: url }, entry.title);
  return [
    styled(level, 'article', { lang }, title),
    styled('p', 'facts', {}, factsOf(entry)),
    ...(entry.extract === '' ? [] : [styled('p', 'text', { lang }, entry.extract)]),
    ...linesOf(entry.note).map((line) => styled('p', 'note', {}, line)),
  ];
}

/** @param {Review} review @param {string} base @returns {HTMLElement} */
export function letter(review, base) {
  const nodes = [styled('h1', 'title', {}, titleOf(review)), ...linesOf(review.introduction).map((line) => styled('p', 'text', {}, line))];
  for (const { section, articles } of filledParts(review)) {
    nodes.push(...(section.name === '' ? [] : [styled('h2', 'section', {}, section.name)]));
    nodes.push(...articles.flatMap((entry) => article(entry, base, section.name === '' ? 'h2' : 'h3')));
  }
  return styled('div', 'letter', { lang: pageLanguage() }, ...nodes);
}

/** The letter as a page of its own, with nothing outside it. @param {Review} review @param {string} base */
export function letterPage(review, base) {
  const page = document.implementation.createHTMLDocument(titleOf(review));
  page.documentElement.lang = pageLanguage();
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  page.head.prepend(charset);
  page.body.append(page.adoptNode(letter(review, base)));
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

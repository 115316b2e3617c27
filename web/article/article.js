// @ts-check
// One article to read: its text with the words of the search marked, the way back to the results and to the articles
// before and after it among them, and the articles like it.

import { articleAddress, articleOfLink, perPageOf, readAddress, searchAddress, writeAddress } from '../shared/address.js';
import { cardFacts, tick } from '../search/results.js';
import { meaningChips } from '../facets/facets.js';
import { element, followable, langOf, momentName, t } from '../shared/text.js';
import { citations } from './citation.js';
import { fieldNodes, namesLegend, pause } from './body.js';
import { passages } from './passages.js';
import { related } from './related.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {import('../search/results.js').Hit & {body: string}} Article with segments where there is a query */
/** @typedef {import('../app.js').Desk['asker']} Asker */

/** Characters of a body from which it is laid out only where it is looked at. */
const LONG = 50_000;

/** Whether names and sums are marked, from one article to the next. */
let names = false;

/** @param {Search} search @param {string} link @param {number} [page] */
function siblingAddress(search, link, page = search.page) {
  return writeAddress({ ...search, page, article: articleOfLink(link) });
}

/**
 * The articles before and after this one among the results, also over the edge of a page.
 *
 * @param {Search} search
 * @param {Asker} asker
 * @returns {Promise<{position: number, total: number, previous: string | null, next: string | null} | null>} nothing where it is not among them
 */
async function neighbours(search, asker) {
  const page = (/** @type {number} */ one) => asker(searchAddress({ ...search, page: one }));
  const { hits, total } = await page(search.page);
  const place = hits.findIndex((/** @type {Article} */ hit) => articleOfLink(hit.link) === search.article);
  if (place < 0) {
    return null;
  }
  const position = (search.page - 1) * perPageOf(search) + place + 1;
  let previous = place > 0 ? siblingAddress(search, hits[place - 1].link) : null;
  let next = place + 1 < hits.length ? siblingAddress(search, hits[place + 1].link) : null;
  if (previous === null && search.page > 1) {
    previous = siblingAddress(search, (await page(search.page - 1)).hits.at(-1).link, search.page - 1);
  }
  if (next === null && position < total) {
    next = siblingAddress(search, (await page(search.page + 1)).hits[0].link, search.page + 1);
  }
  return { position, total, previous, next };
}

/**
 * @param {Search} search
 * @param {Asker} asker
 * @returns {HTMLElement} filled in once the results are known
 */
function wayBack(search, asker) {
  const nav = element('nav', { class: 'reading__nav', 'aria-label': t('article.back') },
    element('a', { href: writeAddress({ ...search, article: '' }), 'data-go': 'back' }, `← ${t('article.back')}`));
  neighbours(search, asker).then((found) => {
    if (found === null) {
      return;
    }
    nav.append(element('span', { class: 'quiet' }, t('article.position', { position: found.position, total: found.total })));
    if (found.previous !== null) {
      nav.append(element('a', { href: found.previous, rel: 'prev', 'data-key': 'previous article' }, t('article.previous')));
    }
    if (found.next !== null) {
      nav.append(element('a', { href: found.next, rel: 'next', 'data-key': 'next article' }, t('article.next')));
    }
  }).catch(() => {});  // the article reads as well without its neighbours
  return nav;
}

/** Source, day and hour, language, authors, section, and the way to the original. @param {Article} article @returns {HTMLElement} */
function factsOf(article) {
  const facts = cardFacts(article);
  if (article.section) {
    facts.push(element('span', { lang: langOf(article.language) }, article.section));
  }
  const time = facts.find((fact) => fact instanceof HTMLTimeElement);
  if (time !== undefined) {
    time.textContent = momentName(article.published ?? '');
  }
  const original = followable(article.url);
  return element('p', { class: 'facts' }, ...facts,
    original && element('a', { class: 'reading__original', href: original, rel: 'noreferrer' }, `${t('article.original')} ↗`), tick(article));
}

/**
 * The article's words in their places, and how to draw them anew.
 *
 * @param {Article} article
 * @param {Search} search
 * @param {AbortSignal} signal
 */
function words(article, search, signal) {
  const lang = langOf(article.language);
  const title = element('h1', { class: 'reading__title', lang, tabIndex: -1 });
  const standfirst = element('div', { class: 'reading__standfirst', lang, hidden: !article.standfirst });
  const body = element('div', { class: 'reading__body', lang });
  const isLong = article.body?.length > LONG;
  body.classList.toggle('reading__body--long', isLong);
  const paragraphs = (/** @type {Node[][]} */ nodes) => nodes.map((paragraph) => element('p', {}, ...paragraph));
  const draw = async () => {
    const how = { search, names, signal };
    const [ofTitle, ofStandfirst, ofBody] = [
      await fieldNodes(article, 'title', how), await fieldNodes(article, 'standfirst', how), await fieldNodes(article, 'body', how),
    ];
    if (isLong) {
      await pause();
    }
    title.replaceChildren(...ofTitle.flat());
    standfirst.replaceChildren(...paragraphs(ofStandfirst));
    body.replaceChildren(...paragraphs(ofBody));
  };
  return { title, standfirst, body, draw };
}

/** The switch that marks names and sums, and what their marks look like. @param {Article} article @param {() => Promise<void>} draw @returns {HTMLElement} */
function namesSwitch(article, draw) {
  const legend = element('span', { class: 'names__legend' });
  const explain = () => legend.replaceChildren(...(names ? namesLegend(article) : []));
  explain();
  const box = element('input', {
    type: 'checkbox', class: 'value__box', checked: names, 'data-key': 'mark names', onchange: async () => {
      names = box.checked;
      explain();
      await draw().catch(() => {});  // the reader has gone on
    },
  });
  return element('div', { class: 'names' }, element('label', { class: 'names__switch' }, box, t('article.names')), legend);
}

/** @param {Search} search with an article @param {import('../app.js').Desk} desk @returns {Promise<import('../app.js').View>} */
export async function view(search, { asker, signal }) {
  /** @type {Article} */
  const article = await asker(articleAddress(search.article, search.q, search.translate));
  const { title, standfirst, body, draw } = words(article, search, signal);
  await draw();
  const text = element('article', { class: 'reading__text' },
    title, factsOf(article), standfirst, body, meaningChips(article, search, true),
    element('p', { class: 'reading__address' }, followable(article.url) ?? new URL(writeAddress({ ...readAddress(''), article: search.article }), document.baseURI).href));
  const steps = search.q.trim() === '' ? [] : [element('div', { class: 'passages' }, ...passages(text, article.language))];
  return {
    title: article.title,
    nodes: [wayBack(search, asker), ...steps, namesSwitch(article, draw), text, citations(article), related(search, article.language, asker)],
  };
}

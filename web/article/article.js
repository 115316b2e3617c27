// @ts-check
// One article to read: its text with the words of the search marked, the way back to the results and to the articles
// before and after it among them, and the articles like it.

import { articleAddress, articleOfLink, perPageOf, searchAddress, writeAddress } from '../shared/address.js';
import { citations } from './citation.js';
import { cardFacts, tick } from '../search/results.js';
import { meaningChips } from '../facets/facets.js';
import { element, followable, langOf, marked, momentName, pageLanguage, t } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {import('../shared/text.js').Segment} Segment */
/** @typedef {import('../search/results.js').Hit & {body: string, standfirst_segments?: Segment[], body_segments?: Segment[]}} Article */
/** @typedef {import('../app.js').Desk['asker']} Asker */

/**
 * A text in segments, paragraph by paragraph.
 *
 * @param {Segment[]} segments
 * @returns {Segment[][]}
 */
export function paragraphs(segments) {
  /** @type {Segment[][]} */
  const found = [[]];
  for (const { text, match } of segments) {
    text.split('\n').forEach((line, place) => {
      if (place > 0) {
        found.push([]);
      }
      if (line !== '') {
        found[found.length - 1].push({ text: line, match });
      }
    });
  }
  return found.filter((paragraph) => paragraph.some(({ text }) => text.trim() !== ''));
}

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

/**
 * @param {HTMLElement} text where the marks are
 * @returns {HTMLElement | null} buttons that go from mark to mark
 */
function passages(text) {
  const marks = [...text.querySelectorAll('mark')];
  const n = marks.length;
  if (n === 0) {
    return element('p', { class: 'passages quiet' }, t('article.marks.none'));
  }
  const said = element('span', { role: 'status' }, t('article.marks', { n }));
  let place = -1;
  const step = (/** @type {number} */ by) => () => {
    marks[place]?.classList.remove('current');
    place = place < 0 ? (by > 0 ? 0 : n - 1) : (place + by + n) % n;
    marks[place].classList.add('current');
    marks[place].scrollIntoView({ block: 'center' });
    said.textContent = t('article.marks.at', { position: place + 1, n });
  };
  const button = (/** @type {string} */ sign, /** @type {string} */ key, /** @type {number} */ by) => element('button', {
    type: 'button', class: 'button', 'aria-label': t(key), title: t(key), onclick: step(by),
  }, sign);
  return element('p', { class: 'passages' },
    button('↑', 'article.marks.previous', -1), button('↓', 'article.marks.next', 1), said);
}

/**
 * @param {Search} search
 * @param {Asker} asker
 * @returns {HTMLElement} filled in once they are known
 */
function similar(search, asker) {
  const list = element('ul', { class: 'similar__list' });
  const section = element('section', { class: 'similar', hidden: true },
    element('h2', { class: 'similar__title' }, t('article.similar')), list);
  asker(`${articleAddress(search.article)}/similar`).then(({ hits }) => {
    list.append(...hits.map((/** @type {Article} */ hit) => element('li', { class: 'similar__item' },
      element('a', { href: siblingAddress(search, hit.link), lang: langOf(hit.language), 'data-key': `hit ${hit.link}` }, hit.title),
      element('p', { class: 'facts' }, ...cardFacts(hit)))));
    if (hits.length === 0) {
      list.replaceWith(element('p', { class: 'quiet' }, t('article.similar.none')));
    }
    section.hidden = false;
  }).catch(() => {});  // the article reads as well without them
  return section;
}

/** @param {Search} search with an article @param {import('../app.js').Desk} desk @returns {Promise<import('../app.js').View>} */
export async function view(search, { asker }) {
  /** @type {Article} */
  const article = await asker(articleAddress(search.article, search.q));
  const lang = langOf(article.language);
  const whole = (/** @type {Segment[] | undefined} */ segments, /** @type {string | undefined} */ text) => marked(
    segments && segments.length > 0 ? segments : [{ text: text ?? '', match: false }]);
  const original = followable(article.url);
  const facts = cardFacts(article);
  if (article.section) {
    facts.push(element('span', { lang }, article.section));
  }
  const time = facts.find((fact) => fact instanceof HTMLTimeElement);
  if (time !== undefined) {
    time.textContent = momentName(article.published ?? '');
  }
  const body = paragraphs(article.body_segments && article.body_segments.length > 0
    ? article.body_segments : [{ text: article.body ?? '', match: false }]);
  const text = element('article', { class: 'reading__text' },
    element('h1', { class: 'reading__title', lang, tabIndex: -1 }, ...whole(article.title_segments, article.title)),
    element('p', { class: 'facts' }, ...facts,
      original && element('a', { href: original, rel: 'noreferrer' }, `${t('article.original')} ↗`), tick(article)),
    article.standfirst ? element('p', { class: 'reading__standfirst', lang }, ...whole(article.standfirst_segments, article.standfirst)) : null,
    element('div', { class: 'reading__body', lang }, ...body.map((paragraph) => element('p', {}, ...marked(paragraph)))),
    meaningChips(article, search, pageLanguage(), true));
  return {
    title: article.title,
    nodes: [wayBack(search, asker), ...(search.q.trim() === '' ? [] : [passages(text)]), text, citations(article), similar(search, asker)],
  };
}

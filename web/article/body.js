// @ts-check
// An article's words on the page: its title, standfirst and body, with the words of the search marked and, when asked for, its names
// and sums. A long text is drawn a little at a time, so that the page answers meanwhile.

import { searchForSum } from '../facets/facets.js';
import { dossierOf, writeAddress } from '../shared/address.js';
import { aside, element, marked, pageLanguage, t } from '../shared/text.js';
import { marksOf, MEANT_KINDS, namesIn, paragraphs } from './marking.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {import('./marking.js').Piece} Piece */
/** @typedef {import('./marking.js').Name} Name */
/** @typedef {'title' | 'standfirst' | 'body'} Field */

const SLICE_MS = 12;

/** A later task: what waits, clicks before all, comes first. */
export const pause = () => new Promise((later) => {
  setTimeout(later, 0);
});

/** Where a name or a sum leads: to the dossier, or to the articles with that sum. @param {Name['meant']} meant @param {Search} search */
function addressOf(meant, search) {
  return writeAddress(meant.kind === 'amount'
    ? searchForSum(search, /** @type {any} */ (meant)) : dossierOf(meant.id ?? ''));
}

/** @param {Name} name @param {Search} search @param {Node[]} words @returns {HTMLElement} */
function nameLink({ meant }, search, words) {
  const kind = t(meant.kind === 'amount' ? 'facet.amount' : `kind.${meant.kind}`);
  const label = meant.labels?.[pageLanguage()] ?? meant.label;
  const title = label === undefined ? t('tag.sum', { name: meant.text ?? '' }) : t('article.names.title', { label, kind });
  return element('a', { class: `named named--${meant.kind}`, href: addressOf(meant, search), title }, ...words, aside(kind.toLowerCase()));
}

/** @param {Piece} piece @returns {Node} */
function drawnPiece({ text, mark, rest }) {
  const [node] = marked([{ text, match: mark !== undefined, translates: rest ? undefined : mark?.translates }]);
  if (rest && node instanceof HTMLElement) {
    node.classList.add('rest');
    node.classList.toggle('mark--for', mark?.translates !== undefined);
  }
  return node;
}

/** @param {Piece[]} pieces @param {Search} search @returns {Node[]} */
function drawn(pieces, search) {
  const nodes = [];
  for (let place = 0; place < pieces.length;) {
    const { name } = pieces[place];
    if (name === undefined) {
      nodes.push(drawnPiece(pieces[place]));
      place += 1;
    } else {
      const after = pieces.findIndex((piece, at) => at > place && piece.name !== name);
      const words = pieces.slice(place, after < 0 ? undefined : after);
      nodes.push(nameLink(name, search, words.map(drawnPiece)));
      place += words.length;
    }
  }
  return nodes;
}

/**
 * One field of an article as paragraphs of nodes.
 *
 * @param {any} article as the server answers it
 * @param {Field} field
 * @param {{search: Search, names: boolean, signal: AbortSignal}} how "names": marked, too
 * @returns {Promise<Node[][]>} rejects once the reader has gone on
 */
export async function fieldNodes(article, field, { search, names, signal }) {
  const all = [];
  let begun = performance.now();
  for (const pieces of paragraphs(article[field] ?? '', marksOf(article[`${field}_segments`] ?? []), names ? namesIn(article, field) : [])) {
    all.push(drawn(pieces, search));
    if (performance.now() - begun > SLICE_MS) {
      await pause();
      signal.throwIfAborted();
      begun = performance.now();
    }
  }
  return all;
}

/**
 * What the marks of names look like, with how many there are of each kind.
 *
 * @param {any} article
 * @returns {HTMLElement[]}
 */
export function namesLegend(article) {
  const all = /** @type {Field[]} */ (['title', 'standfirst', 'body']).flatMap((field) => namesIn(article, field));
  const kinds = MEANT_KINDS.map((kind) => ({ kind, n: all.filter(({ meant }) => meant.kind === kind).length })).filter(({ n }) => n > 0);
  return kinds.length === 0 ? [element('span', {}, t('article.names.none'))] : kinds.map(({ kind, n }) => element('span', {},
    element('span', { class: `named named--${kind}` }, t(`article.names.${kind}`)), ` ${n}`));
}

// @ts-check
// The press review: the articles ticked, put in order and in sections, with notes, and taken out of here in several forms.

import { announce, element, t } from '../shared/text.js';
import { addSection, emptyReview, isEmpty, MOST_ARTICLES } from './basket.js';
import { newSection, partViews } from './items.js';
import { exportBar } from './exporting.js';
import { letter } from './letter.js';
import { restoring } from './restoring.js';
import { isKept, isOurs, load, update } from './store.js';
import { showTicks } from './tick.js';

/** @typedef {import('./basket.js').Review} Review */
/** @typedef {(review: Review) => Review} Change */
/**
 * @typedef {object} Undo the way back from a removal
 * @property {string | null} part the section where it is offered; null for the head of the review
 * @property {number} place among the articles there
 * @property {string} key of the control that has the focus once it is undone
 * @property {string} text what was done
 * @property {Change} revert
 */
/**
 * @typedef {object} Work what the parts of the view can do
 * @property {() => Review} review as it is now
 * @property {(change: Change, said: (review: Review) => string, undo?: Undo) => void} change and draws it
 * @property {(change: Change) => void} write without drawing: what is typed stands there already
 * @property {() => void} redraw
 * @property {() => Undo | null} undoable
 * @property {() => HTMLElement} undoLine
 */

/** Draws anew, with the focus, and the place in a text, where they were. @param {HTMLElement} root @param {Node[]} nodes @param {string} [key] */
function replace(root, nodes, key) {
  const { activeElement: had } = document;
  const wanted = key ?? (had instanceof HTMLElement && root.contains(had) ? had.dataset.key : undefined);
  const isText = had instanceof HTMLTextAreaElement || (had instanceof HTMLInputElement && had.type === 'text');
  const place = isText ? had.selectionStart : null;
  root.replaceChildren(...nodes);
  const control = wanted === undefined ? null : root.querySelector(`[data-key="${CSS.escape(wanted)}"]`);
  if (control instanceof HTMLElement) {
    control.focus({ preventScroll: key === undefined });
    if (place !== null && 'setSelectionRange' in control) {
      /** @type {HTMLTextAreaElement} */ (control).setSelectionRange(place, place);
    }
  } else if (wanted !== undefined) {
    root.querySelector('h1')?.focus();
  }
}

/** @param {Review} review @param {Work} work */
function heading(review, work) {
  const typed = (/** @type {'title' | 'introduction'} */ name, /** @type {Record<string, any>} */ properties) => element('label', { class: 'review__label' }, t(`review.text.${name}`),
    element(name === 'title' ? 'input' : 'textarea', {
      class: 'field', value: review[name], 'data-key': `review ${name}`, ...properties,
      oninput: (/** @type {any} */ event) => work.write((now) => ({ ...now, [name]: event.target.value })),
    }));
  return element('div', { class: 'review__texts' },
    typed('title', { type: 'text', maxLength: 300 }), typed('introduction', { rows: 2, maxLength: 20000 }));
}

/** How a review begins, for who has none. */
function beginning() {
  return element('div', { class: 'empty' },
    element('p', {}, t('review.empty')), element('p', {}, t('review.empty.then')),
    element('p', {}, element('a', { class: 'button button--main', href: './' }, t('review.empty.search'))));
}

/** @param {Review} review @param {Work} work @returns {Node[]} */
function workshop(review, work) {
  const n = review.articles.length;
  const clear = () => work.change(emptyReview, () => t('review.cleared'), {
    part: null, place: 0, key: 'clear', text: t('review.cleared'), revert: (now) => (isEmpty(now) ? review : now),
  });
  return [
    heading(review, work),
    exportBar(work.review),
    n === 0 ? element('p', { class: 'quiet' }, t('review.empty')) : element('p', { class: 'quiet review__hint' }, t('review.hint')),
    ...partViews(review, work),
    newSection(review, (name) => work.change(
      (now) => addSection(now, { id: `s${Date.now().toString(36)}`, name }), () => t('review.section.added', { name }))),
    element('p', {}, element('button', { type: 'button', class: 'link', 'data-key': 'clear', onclick: clear }, t('review.clear'))),
  ].filter((node) => node !== null);
}

/** @param {HTMLElement} root @param {() => void} drawn @returns {{draw: (key?: string) => void}} */
function studio(root, drawn) {
  /** @type {Undo | null} */
  let undo = null;
  /** @type {Work} */
  const work = {
    review: load,
    change: (change, said, undoable) => {
      const after = update(change);
      undo = undoable ?? null;
      draw(undo === null ? undefined : 'undo');
      announce(said(after));
    },
    write: (change) => {
      update(change);
    },
    redraw: () => draw(),
    undoable: () => undo,
    undoLine: () => element('p', { class: 'notice' }, `${undo?.text ?? ''} `, element('button', {
      type: 'button', class: 'link', 'data-key': 'undo',
      onclick: () => {
        const { revert = (/** @type {Review} */ same) => same, key } = undo ?? {};
        update(revert);
        undo = null;
        draw(key);
        announce(t('review.undone'));
      },
    }, t('review.undo'))),
  };
  function draw(/** @type {string | undefined} */ key) {
    const review = load();
    const n = review.articles.length;
    replace(root, [
      element('h1', { class: 'count review__heading', tabIndex: -1 }, t('review.title'),
        n === 0 ? null : element('span', { class: 'quiet' }, ` ${t(n >= MOST_ARTICLES ? 'review.full' : 'articles', { n })}`)),
      ...(isKept() ? [] : [element('p', { class: 'notice', role: 'alert' }, t('review.unkept'))]),
      ...(undo?.part === null ? [work.undoLine()] : []),
      ...(isEmpty(review) ? [beginning()] : workshop(review, work)),
      restoring(review, work),
    ], key);
    drawn();
  }
  return { draw };
}

/** @param {import('../shared/address.js').Search} _ @param {import('../app.js').Desk} desk @returns {Promise<import('../app.js').View>} */
export async function view(_, { signal }) {
  const root = element('div', { class: 'review' });
  const paper = element('div', { class: 'review__paper' });
  const { draw } = studio(root, showTicks);
  draw();
  window.addEventListener('storage', (event) => isOurs(event) && draw(), { signal });
  window.addEventListener('beforeprint', () => {
    paper.replaceChildren(letter(load(), document.baseURI));
  }, { signal });
  return { title: t('review.title'), nodes: [root, paper] };
}

// @ts-check
// "Cite": an article in four styles, each with a button that copies it. Written when it is opened.

import { copy } from '../shared/copying.js';
import { announce, element, followable, t } from '../shared/text.js';
import { today } from '../shared/today.js';

/** @typedef {import('./cite.js').Cited} Cited */
/** @typedef {import('./cite.js').Run} Run */

/** @param {Run[]} runs @returns {Node[]} */
function written(runs) {
  return runs.map(({ text, italic, lang }) => (italic || lang ? element(italic ? 'i' : 'span', { lang }, text) : document.createTextNode(text)));
}

/**
 * @param {string} style
 * @param {string} lang of the style
 * @param {Run[]} runs
 */
function citation(style, lang, runs) {
  const name = t(`cite.${style}`);
  const isCode = lang === '';
  const text = element(isCode ? 'pre' : 'p', { class: 'cite__text', lang: isCode ? undefined : lang }, ...written(runs));
  const said = element('span', { class: 'quiet' });
  const button = element('button', {
    type: 'button', class: 'button', 'aria-label': t('cite.copy.label', { style: name }), 'data-key': `cite ${style}`,
    onclick: async () => {
      const done = await copy(text, text.textContent, isCode ? undefined : text.outerHTML);
      said.textContent = t(done ? 'cite.copied' : 'cite.selected');
      announce(said.textContent);
    },
  }, t('cite.copy'));
  return element('section', { class: 'cite__style' }, element('h2', { class: 'cite__name' }, name), text, element('p', { class: 'cite__copy' }, button, said));
}

/**
 * @param {Cited} article as the server answers it
 * @returns {HTMLElement}
 */
export function citations(article) {
  const body = element('div', { class: 'cite__styles' });
  return element('details', {
    class: 'cite', ontoggle: async () => {
      if (body.children.length === 0) {
        const { cite, STYLES } = await import('./cite.js');
        const cited = { ...article, url: followable(article.url) ?? '', consulted: today() };
        body.replaceChildren(...Object.entries(STYLES).map(([style, lang]) => citation(style, lang, cite(/** @type {keyof STYLES} */ (style), cited))));
      }
    },
  }, element('summary', { class: 'cite__summary', 'data-key': 'cite' }, t('cite.title')), body);
}

// @ts-check
// The articles of the review and its sections, as the reader works on them.

import { cardFacts } from '../search/results.js';
import { articleOfLink, readAddress, writeAddress } from '../shared/address.js';
import { element, langOf, t } from '../shared/text.js';
import { amend, MOST_SECTIONS, parts, place, putBack, remove, removeSection, renameSection, step, stepSection } from './basket.js';
import { draggable } from './drag.js';

/** @typedef {import('./basket.js').Review} Review */
/** @typedef {import('./basket.js').Entry} Entry */
/** @typedef {import('./basket.js').Section} Section */
/** @typedef {import('./review.js').Work} Work */

/** @param {string} sign @param {string} label @param {string} key @param {boolean} can @param {() => void} act */
function stepButton(sign, label, key, can, act) {
  return element('button', {
    type: 'button', class: 'button step', 'aria-label': label, title: label, 'aria-disabled': can ? undefined : 'true', 'data-key': key,
    onclick: () => can && act(),
  }, sign);
}

/** Says where an article stands now. @param {Review} review @param {string} link */
function standing(review, link) {
  const part = parts(review).find(({ articles }) => articles.some((entry) => entry.link === link));
  const position = (part?.articles.findIndex((entry) => entry.link === link) ?? 0) + 1;
  const place = t('review.at', { position, n: part?.articles.length ?? 0 });
  return part && part.section.id !== '' ? `${place}, ${part.section.name || t('review.section.unnamed')}` : place;
}

/** @param {Entry} entry @param {Review} review @param {Work} work */
function sectionChoice(entry, { sections }, work) {
  if (sections.length === 0) {
    return null;
  }
  const options = [{ id: '', name: t('review.section.none') }, ...sections];
  return element('label', { class: 'taken__section' }, t('review.section'), element('select', {
    class: 'select', 'data-key': `section ${entry.link}`,
    onchange: (/** @type {any} */ event) => work.change(
      (review) => place(review, entry.link, event.target.value, Infinity), (review) => standing(review, entry.link)),
  }, ...options.map(({ id, name }) => element('option', { value: id, selected: id === entry.section }, name || t('review.section.unnamed')))));
}

/** @param {Entry} entry @param {Review} review @param {Work} work */
function removal({ link }, review, work) {
  const at = review.articles.findIndex((one) => one.link === link);
  const entry = review.articles[at];  // with the note as it is now
  if (entry === undefined) {
    return;
  }
  const within = review.articles.slice(0, at).filter(({ section }) => section === entry.section).length;
  work.change((now) => remove(now, link), () => t('review.removed', { title: entry.title }), {
    part: entry.section, place: within, key: `hit ${link}`, text: t('review.removed', { title: entry.title }),
    revert: (now) => putBack(now, entry, at),
  });
}

/** @param {Entry} entry @param {Review} review @param {Work} work @returns {HTMLElement} */
function item(entry, review, work) {
  const { link, title } = entry;
  const lang = langOf(entry.language);
  const move = (/** @type {-1 | 1} */ by) => work.change((now) => step(now, link, by), (now) => standing(now, link));
  const can = (/** @type {-1 | 1} */ by) => step(review, link, by) !== review;
  const handle = element('span', { class: 'taken__handle', 'aria-hidden': 'true', title: t('review.drag') }, '⠿');
  draggable(handle, (section, where) => work.change((now) => place(now, link, section, where), (now) => standing(now, link)));
  return element('li', {
    class: 'taken', 'data-link': link, onkeydown: (/** @type {KeyboardEvent} */ event) => {
      const by = /** @type {Record<string, -1 | 1>} */ ({ ArrowUp: -1, ArrowDown: 1 })[event.key];
      if (event.altKey && by !== undefined && !(event.target instanceof HTMLTextAreaElement)) {
        event.preventDefault();
        if (can(by)) {
          move(by);
        }
      }
    },
  }, handle, element('div', { class: 'taken__body' },
    element(entry.section === '' ? 'h2' : 'h3', { class: 'card__title', lang },
      element('a', { href: writeAddress({ ...readAddress(''), article: articleOfLink(link) }), 'data-key': `hit ${link}` }, title)),
    element('p', { class: 'facts' }, ...cardFacts(/** @type {any} */ (entry))),
    entry.extract === '' ? null : element('p', { class: 'card__snippet', lang }, entry.extract),
    element('label', { class: 'taken__note' }, element('span', {}, t('review.note'), element('span', { class: 'unseen', lang }, ` – ${title}`)),
      element('textarea', {
        class: 'field', rows: 1, maxLength: 5000, value: entry.note, 'data-key': `note ${link}`,
        oninput: (/** @type {any} */ event) => work.write((now) => amend(now, link, { note: event.target.value })),
      })),
    element('div', { class: 'taken__ways' },
      stepButton('↑', t('review.up', { title }), `up ${link}`, can(-1), () => move(-1)),
      stepButton('↓', t('review.down', { title }), `down ${link}`, can(1), () => move(1)),
      sectionChoice(entry, review, work),
      element('button', {
        type: 'button', class: 'link', 'data-key': `remove ${link}`, 'aria-label': t('review.remove.label', { title }), onclick: () => removal(entry, work.review(), work),
      }, t('review.remove')))));
}

/** @param {Section} section @param {Review} review @param {Work} work */
function sectionHead({ id, name }, review, work) {
  const at = review.sections.findIndex((one) => one.id === id);
  const shown = name || t('review.section.unnamed');
  const heading = element('h2', { class: 'unseen' }, shown);
  const move = (/** @type {-1 | 1} */ by) => work.change((now) => stepSection(now, id, by),
    (now) => t('review.section.at', { name: shown, position: now.sections.findIndex((one) => one.id === id) + 1, n: now.sections.length }));
  const takeAway = () => {
    const before = work.review();
    const kept = before.articles.filter((entry) => entry.section === id).map(({ link }) => link);
    const above = before.sections[at - 1]?.id ?? '';
    work.change((now) => removeSection(now, id), () => t('review.section.removed', { name: shown }), {
      part: above, place: Infinity, key: `name ${id}`, text: t('review.section.removed', { name: shown }),
      revert: (now) => {
        const sections = now.sections.slice();
        sections.splice(at, 0, { id, name });
        return kept.reduce((one, link) => place(one, link, id, Infinity), { ...now, sections });
      },
    });
  };
  return element('div', { class: 'part__head' }, heading,
    element('input', {
      type: 'text', class: 'field part__name', value: name, maxLength: 300, 'aria-label': t('review.section.name'), placeholder: t('review.section.unnamed'), 'data-key': `name ${id}`,
      oninput: (/** @type {any} */ event) => {
        heading.textContent = event.target.value || t('review.section.unnamed');
        work.write((now) => renameSection(now, id, event.target.value));
      },
      onchange: () => work.redraw(),  // the sections to choose from have its name
    }),
    stepButton('↑', t('review.section.up', { name: shown }), `section up ${id}`, at > 0, () => move(-1)),
    stepButton('↓', t('review.section.down', { name: shown }), `section down ${id}`, at < review.sections.length - 1, () => move(1)),
    element('button', { type: 'button', class: 'link', 'data-key': `section remove ${id}`, 'aria-label': t('review.section.remove.label', { name: shown }), onclick: takeAway }, t('review.remove')));
}

/** @param {Review} review @param {Work} work @returns {HTMLElement[]} */
export function partViews(review, work) {
  const gone = work.undoable();
  return parts(review).map(({ section, articles }) => {
    const items = articles.map((entry) => item(entry, review, work));
    if (gone !== null && gone.part === section.id) {
      items.splice(gone.place, 0, element('li', { class: 'gone' }, work.undoLine()));
    }
    const list = element('ol', { class: 'part__list', 'data-part': section.id }, ...items);
    if (section.id === '') {
      return element('div', { class: 'part part--first' }, list);
    }
    return element('section', { class: 'part', 'aria-label': section.name || t('review.section.unnamed') }, sectionHead(section, review, work), list,
      articles.length === 0 ? element('p', { class: 'quiet' }, t('review.section.empty')) : null);
  });
}

/** @param {Review} review @param {(name: string) => void} make */
export function newSection(review, make) {
  if (review.sections.length >= MOST_SECTIONS) {
    return null;
  }
  const name = element('input', { type: 'text', class: 'field', maxLength: 300, 'data-key': 'new section', required: true });
  return element('form', {
    class: 'review__new', onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      make(name.value.trim());
    },
  }, element('label', { class: 'review__label' }, t('review.section.new'), name), element('button', { type: 'submit', class: 'button' }, t('review.section.add')));
}

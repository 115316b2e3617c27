// @ts-check
// Watching: the searches that the reader follows, what each brought since the last visit, and the ways to hear of it elsewhere.

import { ask, exportAddress, filtersOf, readAddress, searchAddress, writeAddress } from '../shared/address.js';
import { download } from '../shared/files.js';
import { announce, element, localMoment, t } from '../shared/text.js';
import { justAfter, loadSaved, merged, moved, readSaved, storeSaved, writeSaved } from './saved.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {import('./saved.js').Saved} Saved */
/** @typedef {{total: number, updated: string} | 'failed'} News what came in since the last visit */

/** Questions under way at once: a long list must not hold up the server. */
const AT_ONCE = 4;

/** @param {Saved} saved @returns {Search} */
const searchOf = ({ address }) => readAddress(address.replace(/^\.\//, ''));

/** What is looked for, in a line: "« drone », 2 filtres". @param {Search} search */
function inWords(search) {
  const n = filtersOf(search).length;
  const parts = [...(search.q.trim() === '' ? [] : [t('watch.query', { query: search.q.trim() })]), ...(n === 0 ? [] : [t('watch.filters', { n })])];
  return parts.join(', ') || t('watch.everything');
}

class WatchList {
  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.signal = signal;
    this.list = loadSaved();
    this.news = /** @type {Map<string, News>} */ (new Map());
    /** The one whose name and note are being changed, and the one taken out last. */
    this.edited = '';
    this.removed = /** @type {{saved: Saved, place: number} | null} */ (null);
    this.rows = element('ol', { class: 'watch__list' });
    this.notice = element('div', {});
    this.head = element('p', { class: 'watch__tools' });
  }

  /** Asks what is new, a few searches at a time. */
  async count() {
    const left = this.list.filter(({ id }) => !this.news.has(id));
    const worker = async () => {
      for (let saved = left.shift(); saved !== undefined && !this.signal.aborted; saved = left.shift()) {
        this.news.set(saved.id, await this.newsOf(saved));
        if (this.edited === '') {  // what is being written stays
          this.draw();
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  /** @param {Saved} saved @returns {Promise<News>} */
  async newsOf(saved) {
    const address = searchAddress({ ...searchOf(saved), addedSince: saved.seen }, { per_page: '1', facets: 'none' });
    const answer = await ask(address, this.signal).catch(() => null);
    return answer === null ? 'failed' : { total: answer.total, updated: answer.index.updated };
  }

  /** @param {(list: Saved[]) => Saved[]} how from what is kept now: another tab may have changed it */
  change(how) {
    this.list = how(loadSaved());
    if (!storeSaved(this.list)) {
      this.notice.replaceChildren(element('p', { class: 'notice', role: 'alert' }, t('watch.refused', { name: '' })));
    }
  }

  /** @param {string} id @param {Partial<Saved>} change */
  update(id, change) {
    this.change((list) => list.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  /** What was new is known from now on. @param {Saved} saved */
  see({ id, seen }) {
    const news = this.news.get(id);
    if (news !== undefined && news !== 'failed') {
      this.update(id, { seen: justAfter(news.updated), before: news.total > 0 ? seen : this.list.find((one) => one.id === id)?.before ?? '' });
      this.news.set(id, { ...news, total: 0 });
    }
  }

  /** @param {string} [key] the control that has the focus next, else the one that has it */
  draw(key = /** @type {HTMLElement} */ (document.activeElement)?.dataset?.key) {
    const rows = this.list.map((saved, place) => (saved.id === this.edited ? this.form(saved) : this.row(saved, place)));
    if (this.removed !== null) {
      rows.splice(this.removed.place, 0, this.undoRow(this.removed));
    }
    this.rows.replaceChildren(...rows);
    this.rows.hidden = rows.length === 0;
    this.head.replaceChildren(...this.tools());
    const control = key === undefined ? null : document.querySelector(`.view--watch [data-key="${CSS.escape(key)}"]`);
    /** @type {HTMLElement | null} */ (control)?.focus({ preventScroll: true });
  }

  /** @param {string} id @param {string} name @param {string} label what is heard @param {() => void} act @param {string} [shown] */
  button(id, name, label, act, shown = label) {
    return element('button', { type: 'button', class: 'link', 'aria-label': label, 'data-key': `${name} ${id}`, onclick: act }, shown);
  }

  /** @param {Saved} saved */
  newsLine(saved) {
    const news = this.news.get(saved.id);
    const search = searchOf(saved);
    const since = { moment: localMoment(saved.seen) };
    if (news === undefined || news === 'failed') {
      return element('p', { class: 'quiet' }, t(news === undefined ? 'watch.counting' : 'watch.failed'));
    }
    const see = () => this.see(saved);
    if (news.total > 0) {
      return element('p', { class: 'watch__news' }, element('a', {
        href: writeAddress({ ...search, addedSince: saved.seen, sort: 'newest' }), 'data-key': `new ${saved.id}`, onclick: see, onauxclick: see,
      }, t('watch.new', { n: news.total })), ` ${t('watch.since', since)}`);
    }
    return element('p', { class: 'quiet' }, t('watch.nothing', since), ...(saved.before === '' ? [] : [' · ', element('a', {
      href: writeAddress({ ...search, addedSince: saved.before, sort: 'newest' }), 'data-key': `before ${saved.id}`,
    }, t('watch.before', { moment: localMoment(saved.before) }))]));
  }

  /** @param {Saved} saved @param {number} place */
  row(saved, place) {
    const { id, name } = saved;
    const news = this.news.get(id);
    const move = (/** @type {1 | -1} */ by, /** @type {string} */ key) => () => {
      this.change((list) => moved(list, id, by));
      this.draw(`${key} ${id}`);
      announce(t('watch.moved', { name, position: this.list.findIndex((one) => one.id === id) + 1, n: this.list.length }));
    };
    const steps = [place > 0 ? this.button(id, 'up', t('watch.up', { name }), move(-1, 'up'), '↑') : null,
      place + 1 < this.list.length ? this.button(id, 'down', t('watch.down', { name }), move(1, 'down'), '↓') : null];
    return element('li', { class: 'watch__item' },
      element('h2', { class: 'watch__name' }, element('a', { href: writeAddress(searchOf(saved)), 'data-key': `open ${id}` }, name)),
      element('p', { class: 'quiet' }, inWords(searchOf(saved))),
      this.newsLine(saved),
      saved.note === '' ? null : element('p', { class: 'watch__note' }, saved.note),
      element('p', { class: 'watch__tools' },
        news !== undefined && news !== 'failed' && news.total > 0 ? this.button(id, 'see', t('watch.see.label', { name }), () => {
          this.see(saved);
          this.draw(`open ${id}`);
          announce(t('watch.seen'));
        }, t('watch.see')) : null,
        this.button(id, 'feed', t('watch.feed.label', { name }), () => void this.copyFeed(saved), t('watch.feed')),
        this.button(id, 'edit', t('watch.edit.label', { name }), () => {
          this.edited = id;
          this.draw(`name ${id}`);
        }, t('watch.edit')),
        this.button(id, 'remove', t('watch.remove.label', { name }), () => this.remove(saved), t('watch.remove')), ...steps));
  }

  /** The feed's whole address, for any reader of feeds: copied, or shown to be copied where the browser does not let us. @param {Saved} saved */
  async copyFeed(saved) {
    const { href } = new URL(exportAddress(searchOf(saved), 'atom'), document.baseURI);
    try {
      await navigator.clipboard.writeText(href);
      announce(t('watch.feed.copied'));
      this.notice.replaceChildren(element('p', { class: 'notice' }, `${t('watch.feed.copied')} `, element('a', { href }, href)));
    } catch {
      const field = element('input', { class: 'field', readOnly: true, value: href });
      this.notice.replaceChildren(element('label', { class: 'follow__label' }, t('watch.feed.address', { name: saved.name }), field));
      field.focus();
      field.select();
    }
  }

  /** @param {Saved} saved */
  remove(saved) {
    this.removed = { saved, place: this.list.findIndex(({ id }) => id === saved.id) };
    this.change((list) => list.filter(({ id }) => id !== saved.id));
    this.draw('undo remove');
  }

  /** @param {{saved: Saved, place: number}} removed */
  undoRow({ saved, place }) {
    return element('li', { class: 'watch__item' }, element('p', { role: 'status' }, `${t('watch.removed', { name: saved.name })} `, element('button', {
      type: 'button', class: 'link', 'data-key': 'undo remove', onclick: () => {
        this.removed = null;
        this.change((list) => [...list.slice(0, place), saved, ...list.slice(place)]);
        this.draw(`remove ${saved.id}`);
      },
    }, t('watch.undo'))));
  }

  /** @param {Saved} saved */
  form({ id, name, note }) {
    const fields = {
      name: element('input', { class: 'field', value: name, maxLength: 200, required: true, 'data-key': `name ${id}` }),
      note: element('textarea', { class: 'field', value: note, rows: 2, maxLength: 2000, 'data-key': `note ${id}` }),
    };
    const close = () => {
      this.edited = '';
      this.draw(`edit ${id}`);
    };
    return element('li', { class: 'watch__item' }, element('form', {
      class: 'follow', onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        this.update(id, { name: fields.name.value.trim() || name, note: fields.note.value.trim() });
        close();
      }, onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key === 'Escape') {
          close();
        }
      },
    }, element('label', { class: 'follow__label' }, t('watch.name'), fields.name), element('label', { class: 'follow__label' }, t('watch.note'), fields.note),
    element('p', { class: 'ways' }, element('button', { type: 'submit', class: 'button button--main' }, t('watch.save')),
      element('button', { type: 'button', class: 'button', onclick: close }, t('watch.cancel')))));
  }

  /** @returns {Node[]} for the whole list */
  tools() {
    const fresh = this.list.filter(({ id }) => /** @type {any} */ (this.news.get(id))?.total > 0);
    const made = [];
    if (fresh.length > 1) {
      made.push(this.button('all', 'see', t('watch.see.all'), () => {
        fresh.forEach((saved) => this.see(saved));
        this.draw();
        announce(t('watch.seen'));
      }));
    }
    if (this.list.length > 0) {
      made.push(this.button('all', 'backup', t('watch.backup'), () => download(t('watch.file'), 'application/json', writeSaved(this.list))));
    }
    const file = element('input', { type: 'file', accept: '.json,application/json', class: 'unseen', 'data-key': 'restore all', onchange: () => void this.restore(file) });
    return [...made, element('label', { class: 'watch__file link' }, t('watch.restore'), file)];
  }

  /** @param {HTMLInputElement} file */
  async restore(file) {
    const others = readSaved(await file.files?.[0]?.text() ?? '');
    const before = this.list.length;
    if (others !== null) {
      this.change((list) => merged(list, others));
    }
    const said = others === null ? t('watch.restore.wrong') : t('watch.restored', { n: this.list.length - before });
    this.notice.replaceChildren(element('p', { class: 'notice', role: others === null ? 'alert' : 'status' }, said));
    this.draw('restore all');
    await this.count();
  }
}

/** @param {Search} search @param {import('../app.js').Desk} desk @returns {Promise<import('../app.js').View>} */
export async function view(search, { signal }) {
  const watch = new WatchList(signal);
  watch.draw('');
  void watch.count();
  return {
    title: t('watch.title'),
    nodes: [element('h1', { class: 'watch__title', tabIndex: -1 }, t('watch.title')),
      element('p', { class: 'watch__intro' }, t(watch.list.length === 0 ? 'watch.empty' : 'watch.intro')), watch.notice, watch.rows, watch.head,
      element('p', { class: 'quiet' }, t('watch.kept'))],
  };
}

// @ts-check
// The timeline: one bar for each period, to narrow the dates by mouse (click, drag) or keyboard (one tab stop; arrows move,
// Shift extends, Enter applies, Escape cancels), and the same numbers as a table. Days are the calendar's: no time zone.

import { changed } from '../shared/address.js';
import { dayName, element, number, periodName, t } from '../shared/text.js';

/** @typedef {import('../shared/address.js').Search} Search */
/** @typedef {import('../shared/text.js').Interval} Interval */
/** @typedef {{start: string, count: number}} Bucket */
/** @typedef {{interval: Interval, buckets: Bucket[], undated: number}} Timeline */

/**
 * @param {string} day YYYY-MM-DD
 * @param {number} days
 * @returns {string}
 */
export function addDays(day, days) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/**
 * @param {string} day a day of the month
 * @param {number} months
 * @returns {string} the first day of the month so many months later
 */
function addMonths(day, months) {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/**
 * The last day of a period.
 *
 * @param {string} start its first day
 * @param {Interval} interval
 * @returns {string}
 */
export function periodEnd(start, interval) {
  const months = { month: 1, quarter: 3, year: 12 };
  switch (interval) {
    case 'day':
      return start;
    case 'week':
      return addDays(start, 6);
    default:
      return addDays(addMonths(start, months[interval]), -1);
  }
}

/**
 * The dates of some periods in a row, written as short as they can be: "2025", "2025-06", "2025-06-17".
 *
 * @param {string} first the first period's first day
 * @param {string} last the last period's first day
 * @param {Interval} interval
 * @returns {{from: string, to: string}}
 */
export function periodRange(first, last, interval) {
  const length = { year: 4, quarter: 7, month: 7, week: 10, day: 10 }[interval];
  return { from: first.slice(0, length), to: periodEnd(last, interval).slice(0, length) };
}

/**
 * The span of time just before or after another, as long as it.
 *
 * @param {{from: string, to: string}} span any of YYYY, YYYY-MM, YYYY-MM-DD
 * @param {1 | -1} direction
 * @returns {{from: string, to: string}}
 */
export function shiftSpan({ from, to }, direction) {
  if (from.length === 10 || to.length === 10) {
    const first = `${from}-01-01`.slice(0, 10);
    const last = to.length === 10 ? to : periodEnd(`${to}-01-01`.slice(0, 10), to.length === 4 ? 'year' : 'month');
    const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
    return { from: addDays(first, direction * days), to: addDays(last, direction * days) };
  }
  if (from.length === 4 && to.length === 4) {
    const years = direction * (Number(to) - Number(from) + 1);
    return { from: String(Number(from) + years), to: String(Number(to) + years) };
  }
  const first = `${from}-01-01`.slice(0, 10);
  const last = `${to}${to.length === 4 ? '-12' : ''}-01`;
  const months = (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(first.slice(5, 7)) + 1;
  return { from: addMonths(first, direction * months).slice(0, 7), to: addMonths(last, direction * months).slice(0, 7) };
}

/**
 * @param {Bucket} bucket
 * @param {Interval} interval
 * @returns {string} "June 2025: 7 articles"
 */
function barName({ start, count }, interval) {
  return t('timeline.bar', { period: periodName(start, interval), n: count });
}

/** The bars, and the range of them that is being chosen. */
class Bars {
  /**
   * @param {Timeline} timeline
   * @param {(first: string, last: string) => void} apply
   */
  constructor({ interval, buckets }, apply) {
    this.interval = interval;
    this.buckets = buckets;
    this.apply = apply;
    this.label = element('p', { class: 'timeline__label', 'aria-hidden': 'true' });
    const highest = Math.max(1, ...buckets.map(({ count }) => count));
    this.bars = buckets.map((bucket, place) => {
      const column = element('span', { class: 'bar-chart__column' });
      column.style.blockSize = bucket.count === 0 ? '0' : `max(2px, ${(100 * bucket.count) / highest}%)`;
      return element('button', {
        type: 'button', class: 'bar-chart__bar', tabIndex: place === buckets.length - 1 ? 0 : -1, 'aria-label': barName(bucket, interval),
        'data-place': String(place), 'data-key': `bar ${bucket.start}`,
      }, column);
    });
    this.node = element('div', { class: 'bar-chart', role: 'group', 'aria-label': t('timeline.bars') }, ...this.bars);
    /** Where choosing began, and where it is: bars by number, -1 for none. */
    this.anchor = -1;
    this.head = -1;
    this.listen();
  }

  cancel() {
    this.anchor = -1;
    this.head = -1;
    this.paint();
  }

  /** @param {number} anchor @param {number} head */
  choose(anchor, head) {
    this.anchor = anchor;
    this.head = head;
    this.paint();
  }

  /** @returns {[number, number]} the bars chosen, in order */
  range() {
    return this.anchor <= this.head ? [this.anchor, this.head] : [this.head, this.anchor];
  }

  paint() {
    const [first, last] = this.range();
    this.bars.forEach((bar, place) => bar.classList.toggle('bar-chart__bar--chosen', first >= 0 && place >= first && place <= last));
    this.label.textContent = first < 0 ? '' : this.rangeName(first, last);
  }

  /** @param {number} first @param {number} last */
  rangeName(first, last) {
    if (first === last) {
      return barName(this.buckets[first], this.interval);
    }
    const n = this.buckets.slice(first, last + 1).reduce((sum, { count }) => sum + count, 0);
    const name = (/** @type {number} */ place) => periodName(this.buckets[place].start, this.interval);
    return t('timeline.range', { from: name(first), to: name(last), n });
  }

  applyRange() {
    const [first, last] = this.range();
    if (first >= 0) {
      this.apply(this.buckets[first].start, this.buckets[last].start);
    }
  }

  /** @param {number} place @param {boolean} extend */
  move(place, extend) {
    const to = Math.max(0, Math.min(this.bars.length - 1, place));
    this.bars.forEach((bar, at) => {
      bar.tabIndex = at === to ? 0 : -1;
      bar.setAttribute('aria-label', barName(this.buckets[at], this.interval));
    });
    this.choose(extend && this.anchor >= 0 ? this.anchor : to, to);
    if (extend) {
      this.bars[to].setAttribute('aria-label', this.rangeName(...this.range()));
    }
    this.bars[to].focus();
  }

  /** The bar under a point, or the nearest to it: a drag may leave the chart. @param {number} x */
  placeAt(x) {
    const boxes = this.bars.map((bar) => bar.getBoundingClientRect());
    const place = boxes.findIndex(({ right }) => x < right);
    return place < 0 ? boxes.length - 1 : place;
  }

  listen() {
    const placeOf = (/** @type {any} */ target) => Number(target?.closest?.('[data-place]')?.dataset.place ?? -1);
    const on = (/** @type {string} */ kind, /** @type {(event: any) => void} */ act) => this.node.addEventListener(kind, act);
    let dragging = false;
    let done = false;  // the pointer has applied the range: the click that follows is not another
    on('pointerdown', (/** @type {PointerEvent} */ event) => {
      done = false;
      if (event.button === 0 && placeOf(event.target) >= 0) {
        dragging = true;
        this.node.setPointerCapture(event.pointerId);
        this.choose(placeOf(event.target), placeOf(event.target));
      }
    });
    on('pointermove', (/** @type {PointerEvent} */ event) => {
      const place = dragging ? this.placeAt(event.clientX) : placeOf(event.target);
      if (place >= 0 && (dragging || event.pointerType !== 'touch')) {
        this.choose(dragging ? this.anchor : place, place);
      }
    });
    on('pointerleave', () => !dragging && this.cancel());
    on('pointercancel', () => {  // the finger scrolls the page instead
      dragging = false;
      this.cancel();
    });
    on('pointerup', () => {
      if (dragging) {
        dragging = false;
        done = true;
        this.applyRange();
      }
    });
    on('click', (/** @type {MouseEvent} */ event) => {  // from a key or from assistive technology
      const place = placeOf(event.target);
      if (!done && place >= 0) {
        const [first, last] = this.range();
        if (place < first || place > last) {
          this.choose(place, place);
        }
        this.applyRange();
      }
    });
    on('focusin', (/** @type {FocusEvent} */ event) => {
      if (this.anchor < 0) {
        this.choose(placeOf(event.target), placeOf(event.target));
      }
    });
    on('focusout', (/** @type {FocusEvent} */ event) => {
      if (!this.node.contains(event.relatedTarget) && !dragging) {
        this.cancel();
      }
    });
    on('keydown', (/** @type {KeyboardEvent} */ event) => {
      done = false;
      this.key(event, placeOf(event.target));
      if (event.key === 'Escape') {
        dragging = false;
      }
    });
  }

  /** @param {KeyboardEvent} event @param {number} place */
  key(event, place) {
    const targets = /** @type {Record<string, number>} */ ({
      ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: this.bars.length - 1,
    });
    if (event.key in targets) {
      event.preventDefault();
      this.move(targets[event.key], event.shiftKey);
    } else if (event.key === 'Escape' && place >= 0) {
      event.preventDefault();
      this.move(place, false);
    }
  }
}

/**
 * @param {Timeline} timeline
 * @param {(first: string, last: string) => void} apply
 * @returns {HTMLElement}
 */
function table({ interval, buckets }, apply) {
  const rows = buckets.filter(({ count }) => count > 0).map(({ start, count }) => element('tr', {},
    element('th', { scope: 'row' }, element('button', { type: 'button', class: 'link', onclick: () => apply(start, start) }, periodName(start, interval))),
    element('td', {}, number(count))));
  return element('details', { class: 'timeline__table' },
    element('summary', {}, t('timeline.table')),
    element('table', {},
      element('thead', {}, element('tr', {},
        element('th', { scope: 'col' }, t('timeline.period')), element('th', { scope: 'col' }, t('timeline.articles')))),
      element('tbody', {}, ...rows)));
}

/**
 * @param {Timeline} timeline
 * @param {Search} search
 * @param {(search: Search) => void} go
 * @returns {Node[]}
 */
export function timelineView(timeline, search, go) {
  const { interval, buckets, undated } = timeline;
  const foot = element('p', { class: 'timeline__foot' });
  if (search.from !== '' && search.to !== '') {
    for (const [direction, key] of /** @type {const} */ ([[-1, 'earlier'], [1, 'later']])) {
      foot.append(element('button', {
        type: 'button', class: 'link', 'data-key': key, onclick: () => go(changed(search, shiftSpan(search, direction))),
      }, direction < 0 ? `← ${t('timeline.earlier')}` : `${t('timeline.later')} →`));
    }
  }
  if (undated > 0) {
    foot.append(element('span', {}, t('timeline.undated', { n: undated })));
  }
  if (buckets.length === 0) {
    return [element('p', { class: 'quiet' }, t('timeline.none')), foot];
  }
  const apply = (/** @type {string} */ first, /** @type {string} */ last) => go(changed(search, periodRange(first, last, interval)));
  const bars = new Bars(timeline, apply);
  const ends = [buckets[0], buckets[buckets.length - 1]].map(({ start }) => element('span', {}, interval === 'week' ? dayName(start) : periodName(start, interval)));
  foot.append(table(timeline, apply));
  return [bars.node, element('div', { class: 'timeline__axis', 'aria-hidden': 'true' }, ends[0], bars.label, ends[1]), foot];
}

// @ts-check
// Up to four timelines in one chart. Lines differ in dash and in the shape of their points, not by colour alone. Periods
// are reached by mouse, touch and keyboard (one tab stop; arrows, Home, End); what is counted there stands under the
// chart, each number a link to the search it counts. The same as a table.

import { periodRange } from '../facets/timeline.js';
import { writeAddress } from '../shared/address.js';
import { element, labelOf, number, periodName, t } from '../shared/text.js';
import { naming } from './naming.js';
import { scale, yearPlaces } from './series.js';

/** @typedef {import('./series.js').Aligned} Aligned */
/** @typedef {import('./naming.js').Entity} Entity */

const YEARS_NAMED = 5;

/** Points of each line: circle, square, triangle, diamond, about the origin. */
const SHAPES = ['M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z', 'M-3.5-3.5h7v7h-7z', 'M0-4.5l4.5 8h-9z', 'M0-5l5 5l-5 5l-5-5z'];

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 * @returns {SVGElement}
 */
function svg(tag, attributes, ...children) {
  const made = /** @type {SVGElement} */ (document.createElementNS('http://www.w3.org/2000/svg', tag));
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

/** What a line looks like, for the legend. @param {number} place @returns {SVGElement} */
export function swatch(place) {
  return svg('svg', { class: `swatch series--${place}`, viewBox: '-16 -6 32 12', width: 32, height: 12, 'aria-hidden': 'true' },
    svg('path', { class: 'series__line', d: 'M-16 0H16' }), svg('path', { class: 'series__point', d: SHAPES[place] }));
}

/** The search behind one number. @param {Entity} entity @param {string} start @param {Aligned['interval']} interval */
function periodAddress(entity, start, interval) {
  return writeAddress({ ...naming([entity]), ...periodRange(start, start, interval) });
}

/**
 * A number that opens the search it counts; 0 opens nothing.
 *
 * @param {number} count
 * @param {Entity} entity
 * @param {string} name
 * @param {string} start
 * @param {Aligned['interval']} interval
 * @returns {HTMLElement}
 */
function countLink(count, entity, name, start, interval) {
  if (count === 0) {
    return element('span', { class: 'count-link' }, number(0));
  }
  return element('a', {
    class: 'count-link', href: periodAddress(entity, start, interval),
    'aria-label': t('compare.count', { n: count, name, period: periodName(start, interval) }),
  }, number(count));
}

/** @param {Aligned} aligned @param {number} top @returns {SVGElement} */
function lines({ starts, counts }, top) {
  const n = starts.length;
  const across = (/** @type {number} */ place) => `${(100 * (place + 0.5)) / n}%`;
  const plot = svg('svg', { class: 'chart__plot', width: '100%', height: '100%', 'aria-hidden': 'true' });
  counts.forEach((series, which) => {
    const points = series.map((count, place) => `${place + 0.5},${top - count}`).join(' ');
    plot.append(svg('g', { class: `series--${which}` },
      svg('svg', { width: '100%', height: '100%', viewBox: `0 0 ${n} ${top}`, preserveAspectRatio: 'none', overflow: 'visible' },
        svg('polyline', { class: 'series__line', points, 'vector-effect': 'non-scaling-stroke' })),
      ...series.flatMap((count, place) => (count === 0 ? [] : [
        svg('svg', { x: across(place), y: `${100 - (100 * count) / top}%`, overflow: 'visible' }, svg('path', { class: 'series__point', d: SHAPES[which] })),
      ]))));
  });
  return plot;
}

/** The periods as one group of buttons over the plot, and what is counted in the one last pointed at. */
class Periods {
  /** @param {Aligned} aligned @param {Entity[]} entities @param {string[]} names */
  constructor(aligned, entities, names) {
    this.aligned = aligned;
    this.entities = entities;
    this.names = names;
    this.place = 0;
    this.readout = element('p', { class: 'chart__readout' });
    this.buttons = aligned.starts.map((start, place) => element('button', {
      type: 'button', class: 'chart__period', tabIndex: -1, 'aria-label': this.label(place), 'data-key': `period ${start}`,
      onfocus: () => this.point(place), onpointerenter: () => this.point(place), onclick: () => this.point(place),
    }));
    this.node = element('div', {
      class: 'chart__periods', role: 'group', 'aria-label': t('compare.chart'), onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
    }, ...this.buttons);
    this.point(aligned.starts.length - 1);
  }

  /** @param {number} place */
  label(place) {
    const { starts, interval, counts } = this.aligned;
    const said = counts.map((series, which) => `${this.names[which]} ${number(series[place])}`).join(', ');
    return t('compare.period', { period: periodName(starts[place], interval), said });
  }

  /** @param {number} place */
  point(place) {
    const { starts, interval, counts } = this.aligned;
    this.place = place;
    this.buttons.forEach((button, at) => {
      button.tabIndex = at === place ? 0 : -1;
      button.classList.toggle('chart__period--at', at === place);
    });
    this.readout.replaceChildren(element('span', { class: 'chart__when' }, periodName(starts[place], interval)),
      ...counts.map((series, which) => element('span', { class: 'chart__said' }, swatch(which), ` ${this.names[which]} `,
        countLink(series[place], this.entities[which], this.names[which], starts[place], interval))));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const last = this.buttons.length - 1;
    const targets = /** @type {Record<string, number>} */ ({ ArrowLeft: this.place - 1, ArrowRight: this.place + 1, Home: 0, End: last });
    if (event.key in targets) {
      event.preventDefault();
      this.buttons[Math.max(0, Math.min(last, targets[event.key]))].focus();
    }
  }
}

/** @param {Aligned} aligned @param {Entity[]} entities @param {string[]} names @returns {HTMLElement} */
function table({ starts, counts, interval }, entities, names) {
  const rows = starts.flatMap((start, place) => (counts.every((series) => series[place] === 0) ? [] : [element('tr', {},
    element('th', { scope: 'row' }, periodName(start, interval)),
    ...counts.map((series, which) => element('td', {}, countLink(series[place], entities[which], names[which], start, interval))))]));
  return element('details', { class: 'timeline__table chart__table' },
    element('summary', {}, t('timeline.table')),
    element('table', {},
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('timeline.period')),
        ...names.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...rows)));
}

/**
 * @param {Aligned} aligned the counts of each entity
 * @param {Entity[]} entities
 * @returns {HTMLElement}
 */
export function chart(aligned, entities) {
  const { starts, counts } = aligned;
  if (starts.length === 0) {
    return element('p', { class: 'quiet' }, t('timeline.none'));
  }
  const names = entities.map(labelOf);
  const ticks = scale(Math.max(...counts.flat()));
  const top = ticks[ticks.length - 1];
  const periods = new Periods(aligned, entities, names);
  const level = (/** @type {HTMLElement} */ mark, /** @type {number} */ tick) => {
    mark.style.insetBlockEnd = `${(100 * tick) / top}%`;
    return mark;
  };
  const years = yearPlaces(starts, YEARS_NAMED).map((place) => {
    const year = element('span', { class: 'chart__year' }, starts[place].slice(0, 4));
    year.style.insetInlineStart = `${(100 * place) / starts.length}%`;
    return year;
  });
  return element('div', { class: 'chart' },
    element('div', { class: 'chart__scale', 'aria-hidden': 'true' }, ...ticks.map((tick) => level(element('span', { class: 'chart__tick' }, number(tick)), tick))),
    element('div', { class: 'chart__area' },
      ...ticks.map((tick) => level(element('span', { class: 'chart__level' }), tick)), lines(aligned, top), periods.node),
    element('div', { class: 'chart__years', 'aria-hidden': 'true' }, ...years),
    periods.readout, table(aligned, entities, names));
}

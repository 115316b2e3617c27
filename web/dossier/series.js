// @ts-check
// Several timelines on one axis: the interval they share, their counts period by period, and a scale. Pure.

import { addDays, periodEnd } from '../facets/timeline.js';

/** @typedef {import('../shared/text.js').Interval} Interval */
/** @typedef {import('../facets/timeline.js').Timeline} Timeline */
/** @typedef {{interval: Interval, starts: string[], counts: number[][]}} Aligned the counts of each timeline, period by period */

/** From the shortest. */
const INTERVALS = /** @type {Interval[]} */ (['day', 'week', 'month', 'quarter', 'year']);

/** Months that a span of each interval has at most: some thirty periods, half of what a single timeline has, so that lines stay apart. */
const LONGEST = [1, 7, 30, 90];

/** @param {string} day */
const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** First days of all, in order. @param {Timeline[]} timelines */
function allStarts(timelines) {
  return timelines.flatMap(({ buckets }) => buckets.map(({ start }) => start)).sort();
}

/**
 * The shortest interval that all can be shown in: none is cut finer than the server did.
 *
 * @param {Timeline[]} timelines
 * @returns {Interval}
 */
export function sharedInterval(timelines) {
  const dated = timelines.filter(({ buckets }) => buckets.length > 0);
  const starts = allStarts(dated);
  const months = starts.length === 0 ? 1 : monthOf(starts[starts.length - 1]) - monthOf(starts[0]) + 1;
  const bySpan = LONGEST.findIndex((longest) => months <= longest);
  const least = Math.max(bySpan < 0 ? LONGEST.length : bySpan, ...dated.map(({ interval }) => INTERVALS.indexOf(interval)));
  return INTERVALS[least];
}

/**
 * @param {Timeline[]} timelines all of one interval
 * @param {Interval} interval
 * @returns {Aligned} from the first period of any to the last of any
 */
export function aligned(timelines, interval) {
  const ends = allStarts(timelines);
  /** @type {string[]} */
  const starts = [];
  for (let at = ends[0]; at !== undefined && at <= ends[ends.length - 1]; at = addDays(periodEnd(at, interval), 1)) {
    starts.push(at);
  }
  const counts = timelines.map(({ buckets }) => {
    const counted = new Map(buckets.map(({ start, count }) => [start, count]));
    return starts.map((start) => counted.get(start) ?? 0);
  });
  return { interval, starts, counts };
}

/**
 * Where the lines of a scale stand: whole numbers, evenly apart, five at most, the last no less than the highest count.
 *
 * @param {number} highest
 * @returns {number[]} from 0
 */
export function scale(highest) {
  const least = Math.max(1, highest) / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= least) ?? power;
  const ticks = [0];
  while (ticks[ticks.length - 1] < highest || ticks.length === 1) {
    ticks.push(ticks[ticks.length - 1] + step);
  }
  return ticks;
}

/**
 * The periods under which the axis says the year: the first of each, not more of them than there is room for.
 *
 * @param {string[]} starts
 * @param {number} most
 * @returns {number[]} places among the periods
 */
export function yearPlaces(starts, most) {
  const places = starts.flatMap((start, place) => (place === 0 || start.slice(0, 4) !== starts[place - 1].slice(0, 4) ? [place] : []));
  const every = Math.ceil(places.length / most);
  return places.filter((_, at) => at % every === 0);
}

// @ts-check
// Dates as readers write them, loaded when the date fields are used. Pure, and in the reader's own calendar: nothing passes through a time zone.

import { localDay } from '../shared/today.js';

/**
 * A date as people write it: "2025", "2025-06", "2025-06-17", "06/2025", "17/06/2025". Where day and month could be one
 * another, French reads the day first and English asks.
 *
 * @param {string} text
 * @param {string} language
 * @returns {string | null} as the server reads it; nothing where it is no date
 */
export function readDay(text, language) {
  const trimmed = text.trim();
  const iso = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(trimmed);
  if (iso !== null) {
    return calendarDay(iso[1], iso[2], iso[3]);
  }
  const slashed = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(trimmed);
  if (slashed === null) {
    return null;
  }
  const [, day, month, year] = slashed;
  if (day === undefined || language === 'fr' || Number(day) > 12) {
    return calendarDay(year, month, day);
  }
  return Number(month) > 12 ? calendarDay(year, day, month) : null;
}

/**
 * @param {string} year
 * @param {string} [month]
 * @param {string} [day]
 * @returns {string | null}
 */
function calendarDay(year, month, day) {
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (date.getUTCMonth() !== Number(month ?? 1) - 1 || date.getUTCDate() !== Number(day ?? 1)) {
    return null;
  }
  return [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0')).join('-');
}

/**
 * The calendar day some days or months before another, in the reader's own calendar.
 *
 * @param {Date} today
 * @param {{days?: number, months?: number}} back
 * @returns {string} YYYY-MM-DD
 */
export function dayBefore(today, { days = 0, months = 0 }) {
  return localDay(new Date(today.getFullYear(), today.getMonth() - months, today.getDate() - days, 12));
}

// @ts-check
// Days in the reader's own calendar.

/** YYYY-MM-DD. @param {Date} date */
export function localDay(date) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param {Date} [now] */
export function today(now = new Date()) {
  return localDay(now);
}

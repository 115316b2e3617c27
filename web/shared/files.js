// @ts-check
// What the reader saves: a file handed to the browser, and a table as a spreadsheet opens it.

/** Hands a file to the browser. @param {string} name @param {string} type @param {string} text */
export function download(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  window.setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** As the server writes one: guarded against being run as a formula, in quotes where it must be. @param {string | number} value */
function cell(value) {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as CSV that a spreadsheet opens at a double click: with a byte order mark, what it would run as a formula as text, and in French
 * with the separator of a French Excel.
 *
 * @param {(string | number)[][]} rows
 * @param {string} language the page's
 */
export function spreadsheet(rows, language) {
  const separator = language === 'fr' ? ';' : ',';
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`;
}

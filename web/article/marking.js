// @ts-check
// What is marked in a text, and where: the words of the search, and the names and sums that the server found. Pure; places are in
// UTF-16 units, as in strings, unless they are said to be bytes of UTF-8, as the server counts.

/** @typedef {import('../shared/text.js').Segment} Segment */
/** @typedef {{begin: number, end: number}} Span */
/** @typedef {Span & {translates?: string}} Mark */
/** @typedef {{kind: string, id?: string, label?: string, labels?: Record<string, string>, text?: string, value?: number, currency?: string}} Meant an entity, or a sum */
/** @typedef {Span & {meant: Meant}} Name */
/** @typedef {{text: string, mark?: Mark, name?: Name, rest?: boolean}} Piece "rest": of a mark that began in an earlier piece */

/** Lists of an article, and the kind that each holds. */
const KINDS = { organisations: 'organisation', people: 'person', programmes: 'programme', places: 'place' };

/** The kinds of what can be marked, in the order told. */
export const MEANT_KINDS = [...Object.values(KINDS), 'amount'];

/**
 * Places in bytes as places in the string.
 *
 * @param {string} text
 * @param {number[]} bytes in any order; one within a character means its end
 * @returns {number[]} in the same order
 */
export function placesOf(text, bytes) {
  const order = bytes.map((_, one) => one).sort((a, b) => bytes[a] - bytes[b]);
  const places = new Array(bytes.length).fill(text.length);
  let unit = 0;
  let byte = 0;
  for (const one of order) {
    while (byte < bytes[one] && unit < text.length) {
      const code = /** @type {number} */ (text.codePointAt(unit));
      unit += code > 0xffff ? 2 : 1;
      byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code > 0xffff ? 4 : 3;
    }
    places[one] = unit;
  }
  return places;
}

/** The marks of a text in segments. @param {Segment[]} segments @returns {Mark[]} */
export function marksOf(segments) {
  const marks = [];
  let begin = 0;
  for (const { text, match, translates } of segments) {
    if (match) {
      marks.push({ begin, end: begin + text.length, translates });
    }
    begin += text.length;
  }
  return marks;
}

/**
 * The names and sums in one field of an article, none within another: of two that overlap the first, or the longer.
 *
 * @param {any} article as the server answers it
 * @param {'title' | 'standfirst' | 'body'} field
 * @returns {Name[]}
 */
export function namesIn(article, field) {
  const entities = new Map(Object.entries(KINDS).flatMap(([list, kind]) => (article[list] ?? []).map((/** @type {any} */ one) => [one.id, { ...one, kind }])));
  const placed = [...(article.mentions ?? []), ...(article.amounts ?? []).map((/** @type {any} */ one) => ({ ...one, kind: 'amount' }))]
    .filter((one) => one.field === field && (one.kind === 'amount' || entities.has(one.id)));
  const places = placesOf(article[field] ?? '', placed.flatMap(({ begin, end }) => [begin, end]));
  const names = placed.map((one, place) => ({ begin: places[2 * place], end: places[2 * place + 1], meant: one.kind === 'amount' ? one : entities.get(one.id) }));
  names.sort((a, b) => a.begin - b.begin || b.end - a.end);
  let end = 0;
  return names.filter((one) => {
    const apart = one.begin >= end && one.end > one.begin;
    end = apart ? one.end : end;
    return apart;
  });
}

/**
 * A text paragraph by paragraph, each in pieces that are the same all through. Blank lines are left out.
 *
 * @param {string} text
 * @param {Mark[]} marks ascending, none within another
 * @param {Name[]} names likewise
 * @returns {Generator<Piece[]>}
 */
export function* paragraphs(text, marks, names) {
  const next = { mark: 0, name: 0 };
  for (let begin = 0; begin <= text.length;) {
    const line = text.indexOf('\n', begin);
    const end = line < 0 ? text.length : line;
    const pieces = piecesOf(text, { begin, end }, { marks, names, next });
    if (pieces.some((piece) => piece.text.trim() !== '')) {
      yield pieces;
    }
    begin = end + 1;
  }
}

/**
 * @param {string} text
 * @param {Span} span
 * @param {{marks: Mark[], names: Name[], next: {mark: number, name: number}}} all "next": the first ones that are not past
 * @returns {Piece[]}
 */
function piecesOf(text, { begin, end }, { marks, names, next }) {
  const pieces = [];
  for (let at = begin; at < end;) {
    while (marks[next.mark]?.end <= at) {
      next.mark += 1;
    }
    while (names[next.name]?.end <= at) {
      next.name += 1;
    }
    const mark = marks[next.mark];
    const name = names[next.name];
    const until = Math.min(end, ...[mark, name].filter((one) => one !== undefined).map((one) => (one.begin <= at ? one.end : one.begin)));
    /** @type {Piece} */
    const piece = { text: text.slice(at, until) };
    if (mark?.begin <= at) {
      piece.mark = mark;
      piece.rest = at > mark.begin;
    }
    if (name?.begin <= at) {
      piece.name = name;
    }
    pieces.push(piece);
    at = until;
  }
  return pieces;
}

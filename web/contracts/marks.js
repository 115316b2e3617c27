// @ts-check
// The words of a query in a sentence. The server marks them in what it shows of articles, not in the sentence of a sum: here they are found
// by their beginnings, plurals aside, which is enough to see why the sentence is there. Pure.

import { folded } from '../shared/text.js';

/** @typedef {import('../shared/text.js').Segment} Segment */

const NEGATED = /(^|[\s(])(-|NOT\s+)("[^"]*"|\S+)/g;
const FIELD = /\b(author|source|lang|org|person|programme|place|topic|date|amount):("[^"]*"|\S+)/g;
const OPERATOR = /\b(AND|OR|NOT|NEAR(\/\d+)?)\b/g;
const WORD = /[\p{L}\p{N}]+/gu;

/** Words that stand in any sentence. */
const COMMON = new Set('les des une aux sur par pour dans avec est sont qui que the and for with from are was has its'.split(' '));

/** Case, accents and the ending of a plural or a feminine aside. @param {string} word */
function root(word) {
  const plain = folded(word);
  return plain.length > 4 ? plain.replace(/(es|s|x|e)$/, '') : plain;
}

/**
 * What to look for: the words asked for and those they were translated by; no operators, no fields but the title's, nothing excluded.
 *
 * @param {string} q
 * @param {{to: string[]}[]} [translations]
 * @returns {Set<string>} their roots
 */
export function rootsOf(q, translations = []) {
  const asked = q.replace(NEGATED, ' ').replace(FIELD, ' ').replace(OPERATOR, ' ').replace(/\btitle:/g, ' ');
  const words = [asked, ...translations.flatMap(({ to }) => to)].join(' ').match(WORD) ?? [];
  return new Set(words.filter((word) => word.length > 2 && !COMMON.has(word.toLowerCase())).map(root));
}

/**
 * @param {Segment[]} segments
 * @param {Set<string>} roots
 * @returns {Segment[]} with the words marked, too; joined, the same text
 */
export function withWords(segments, roots) {
  return segments.flatMap((segment) => {
    if (segment.match || roots.size === 0) {
      return [segment];
    }
    return segment.text.split(/([\p{L}\p{N}]+)/u).filter((part) => part !== '').map((text) => ({ text, match: roots.has(root(text)) }));
  });
}

// @ts-check
// Examples of the query language that are about what the index holds: made from the values of its facets. Each has a few candidates,
// the best first; the page shows the first that finds something.

/** @typedef {import('../facets/facets.js').Value} Value */
/** @typedef {Record<string, {values: Value[]}>} Facets as an answer has them */
/** @typedef {{meaning: string, queries: string[]}} Example "meaning" is the message that says what it finds */

/** Candidates tried for one example at most. */
const MOST_TRIED = 6;

/** @param {string} text @returns {string} as the query language takes it: in quotes where it is more than a word */
export function quoted(text) {
  return /^[\p{L}\p{N}]+$/u.test(text) ? text : `"${text.replace(/"/g, '')}"`;
}

/** @param {string} name @returns {string} its last word */
function lastWord(name) {
  return name.split(/\s+/).at(-1) ?? '';
}

/** @param {string[]} ones @param {string[]} others @param {(one: string, other: string) => string} write */
function pairs(ones, others, write) {
  return ones.flatMap((one) => others.filter((other) => other !== one).map((other) => write(one, other)));
}

/**
 * @param {Facets} facets
 * @param {string} language the page's
 * @returns {Example[]} those that the index has something for
 */
export function examplesFor(facets, language) {
  const values = (/** @type {string} */ facet) => facets[facet]?.values ?? [];
  const names = (/** @type {string} */ facet) => values(facet).map(({ value, label, labels }) => (labels?.[language] ?? label ?? value).replace(/\s*\(.*\)$/, ''));
  const [topics, organisations, places, programmes] = ['topic', 'organisation', 'place', 'programme'].map(names);
  const single = (/** @type {string[]} */ from) => from.filter((name) => /^\p{L}{4,}$/u.test(name));
  const subjects = single(topics).map((name) => name.toLowerCase());
  const phrases = [...topics, ...organisations].filter((name) => /^[\p{L}]+( [\p{L}]+)+$/u.test(name));
  const [year] = values('year').map(({ value }) => value);
  const examples = [
    { meaning: 'help.phrase', queries: phrases.map(quoted) },
    { meaning: 'help.not', queries: pairs(subjects.slice(0, 2), single(places).slice(0, 3), (subject, place) => `${subject} -${place}`) },
    { meaning: 'help.or', queries: pairs(organisations.slice(0, 2), organisations.slice(0, 3), (one, other) => `${quoted(one)} OR ${quoted(other)}`) },
    { meaning: 'help.wildcard', queries: single(topics).filter((name) => name.length > 5).map((name) => `${name.toLowerCase().slice(0, 5)}*`) },
    { meaning: 'help.near', queries: pairs(single(programmes).slice(0, 3), [...single(organisations), ...single(places)].slice(0, 6), (one, other) => `${one} NEAR/10 ${other}`) },
    { meaning: 'help.exact', queries: subjects.map((subject) => `=${subject}`) },
    { meaning: 'help.title.field', queries: [...single(programmes), ...single(organisations), ...subjects].map((name) => `title:${name}`) },
    { meaning: 'help.organisation', queries: organisations.map((name) => `org:${quoted(name)}`) },
    { meaning: 'help.amount', queries: ['100M', '10M', '1M'].map((sum) => `amount:>=${sum}`) },
    { meaning: 'help.author', queries: names('author').map((name) => `author:${quoted(lastWord(name))}`) },
    { meaning: 'help.source', queries: names('source').map((name) => `source:${quoted(name)}`) },
    { meaning: 'help.language', queries: values('language').some(({ value }) => value === language) ? [`lang:${language}`] : [] },
    { meaning: 'help.date', queries: year === undefined ? [] : [`date:${year}-01..${year}-06`, `date:${year}-07..${year}-12`] },
  ];
  return examples.map(({ meaning, queries }) => ({ meaning, queries: [...new Set(queries)].slice(0, MOST_TRIED) }))
    .filter(({ queries }) => queries.length > 0);
}

/**
 * The first candidate that finds articles as it is written, and how many.
 *
 * @param {Example} example
 * @param {(query: string) => Promise<number>} count
 * @returns {Promise<{meaning: string, query: string, count: number} | null>} nothing where none does
 */
export async function firstFound({ meaning, queries }, count) {
  for (const query of queries) {
    const found = await count(query);
    if (found > 0) {
      return { meaning, query, count: found };
    }
  }
  return null;
}

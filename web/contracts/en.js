// @ts-check
// The table of sums in English. Every key stands in fr.js too, with the same {parameters}.

/** @type {import('../shared/text.js').Messages} */
export const messages = {
  'contracts.count': { one: '{n} sum of money', other: '{n} sums of money' },
  'contracts.count.query': { one: '{n} sum of money for “{query}”', other: '{n} sums of money for “{query}”' },
  'contracts.caption': 'Sums of money in the articles of this search',
  'contracts.sum': 'Sum',
  'contracts.who': 'Who',
  'contracts.what': 'What',
  'contracts.day': 'Date',
  'contracts.sentence': 'In the article',
  'contracts.sort.largest': 'Largest first',
  'contracts.sort.smallest': 'Smallest first',
  'contracts.sort.newest': 'Newest first',
  'contracts.sort.oldest': 'Oldest first',
  'contracts.narrow': 'Narrow by size or currency',
  'contracts.how': 'Each sum once per article; of copies of one story, the newest. Who and what are named near the sum: read the sentence before you quote. Currencies are not converted; keep one to compare.',
  'contracts.csv.title': 'These sums as a spreadsheet, filters included',
  'contracts.none': 'No sum of money in the articles of this search.',
  'contracts.loosen': 'Without the last filter',
};

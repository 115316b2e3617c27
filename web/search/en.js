// @ts-check
// Help, keys and problems in English, loaded with them. Every key stands in fr.js too, with the same {parameters}.

/** @type {import('../shared/text.js').Messages} */
export const messages = {
  'help.title': 'How to search',
  'help.close': 'Close help',
  'help.intro': 'All the words are looked for, in French and in English, whatever their ending, case or accents. Type, or build the search with the filters.',
  'help.write': 'You write',
  'help.find': 'You find',
  'help.count': 'Articles',
  'help.phrase': 'the words side by side, in this order',
  'help.not': 'articles with the first word and without the second',
  'help.or': 'either; parentheses group',
  'help.wildcard': 'every word that begins so',
  'help.near': 'both words at most ten words apart',
  'help.exact': 'the word exactly as written',
  'help.title.field': 'the word in the headline',
  'help.organisation': 'articles that name this organisation, by any of its names; also person:, programme:, place:, topic:',
  'help.amount': 'articles with a sum of at least this; amount:50M..1B EUR, between two sums in euros',
  'help.author': 'articles by this author',
  'help.source': 'articles of this source',
  'help.language': 'articles in English; lang:fr, in French',
  'help.date': 'articles published in these months',
  'help.operators': 'AND, OR, NOT and NEAR are operators in capitals only.',

  'keys.title': 'On the keyboard',
  'keys.box': 'Ctrl K or ⌘ K',
  'keys.box.meaning': 'the search box',
  'keys.next': 'the next article',
  'keys.previous': 'the previous article',
  'keys.open': 'opens the article, as Enter does',
  'keys.help': 'this help',
  'keys.first': 'First article of the page',
  'keys.last': 'Last article of the page',
};

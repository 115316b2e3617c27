// @ts-check
// The article view in English. Every key stands in fr.js too, with the same {parameters}.

/** @type {import('../shared/text.js').Messages} */
export const messages = {
  'article.back': 'Results',
  'article.position': '{position} of {total}',
  'article.previous': 'Previous article',
  'article.next': 'Next article',
  'article.original': 'Read the original',
  'article.marks': { one: '{n} passage marked', other: '{n} passages marked' },
  'article.marks.at': 'Passage {position} of {n}',
  'article.marks.previous': 'Previous passage',
  'article.marks.next': 'Next passage',
  'article.marks.none': 'No word of the search stands in this article as written.',
  'article.names': 'Mark names and sums',
  'article.names.title': '{label} ({kind}): dossier',
  'article.names.none': 'No known name and no sum in this article.',
  'article.names.organisation': 'Organisations',
  'article.names.person': 'People',
  'article.names.programme': 'Programmes and systems',
  'article.names.place': 'Places',
  'article.names.amount': 'Sums',
  'article.copies': { one: '{n} other copy of this article', other: '{n} other copies of this article' },
  'article.similar': 'Similar articles',
  'article.similar.none': 'No similar article.',

  'cite.title': 'Cite',
  'cite.newsroom': 'French newsroom',
  'cite.apa': 'APA',
  'cite.chicago': 'Chicago',
  'cite.biblatex': 'BibLaTeX',
  'cite.copy': 'Copy',
  'cite.copy.label': 'Copy the {style} citation',
  'cite.copied': 'Copied',
  'cite.selected': 'The browser does not let the page copy: the text is selected, Ctrl C copies it.',
};

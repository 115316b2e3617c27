// @ts-check
// La vue d’un article en français. Chaque clef est aussi dans en.js, avec les mêmes {paramètres}.

/** @type {import('../shared/text.js').Messages} */
export const messages = {
  'article.back': 'Résultats',
  'article.position': '{position} sur {total}',
  'article.previous': 'Article précédent',
  'article.next': 'Article suivant',
  'article.original': 'Lire l’original',
  'article.marks': { one: '{n} passage marqué', other: '{n} passages marqués' },
  'article.marks.at': 'Passage {position} sur {n}',
  'article.marks.previous': 'Passage précédent',
  'article.marks.next': 'Passage suivant',
  'article.marks.none': 'Aucun mot de la recherche ne se trouve tel quel dans cet article.',
  'article.names': 'Marquer les noms et les sommes',
  'article.names.title': '{label} ({kind}) : dossier',
  'article.names.none': 'Aucun nom connu et aucune somme dans cet article.',
  'article.names.organisation': 'Organisations',
  'article.names.person': 'Personnes',
  'article.names.programme': 'Programmes et systèmes',
  'article.names.place': 'Lieux',
  'article.names.amount': 'Sommes',
  'article.copies': { one: '{n} autre copie de cet article', other: '{n} autres copies de cet article' },
  'article.similar': 'Articles semblables',
  'article.similar.none': 'Aucun article semblable.',

  'cite.title': 'Citer',
  'cite.newsroom': 'Rédaction française',
  'cite.apa': 'APA',
  'cite.chicago': 'Chicago',
  'cite.biblatex': 'BibLaTeX',
  'cite.copy': 'Copier',
  'cite.copy.label': 'Copier la citation {style}',
  'cite.copied': 'Copié',
  'cite.selected': 'Le navigateur ne laisse pas copier : le texte est sélectionné, Ctrl C le copie.',
};

// @ts-check
// L’aide, les touches et les difficultés en français, chargées avec elles. Chaque clef est aussi dans en.js, avec les mêmes {paramètres}.

/** @type {import('../shared/text.js').Messages} */
export const messages = {
  'help.title': 'Comment chercher',
  'help.close': 'Fermer l’aide',
  'help.intro': 'Tous les mots sont cherchés, en français et en anglais, quels que soient leur terminaison, leurs majuscules et leurs accents. Écrivez, ou composez la recherche avec les filtres.',
  'help.write': 'Vous écrivez',
  'help.find': 'Vous trouvez',
  'help.count': 'Articles',
  'help.phrase': 'les mots côte à côte, dans cet ordre',
  'help.not': 'les articles qui ont le premier mot et n’ont pas le second',
  'help.or': 'l’un ou l’autre ; les parenthèses groupent',
  'help.wildcard': 'tous les mots qui commencent ainsi',
  'help.near': 'les deux mots, à dix mots au plus l’un de l’autre',
  'help.exact': 'le mot exactement tel qu’il est écrit',
  'help.title.field': 'le mot dans le titre',
  'help.organisation': 'les articles qui nomment cette organisation, sous tous ses noms ; aussi person:, programme:, place:, topic:',
  'help.amount': 'les articles où figure une somme d’au moins autant ; amount:50M..1B EUR, entre deux sommes en euros',
  'help.author': 'les articles de cet auteur',
  'help.source': 'les articles de cette source',
  'help.language': 'les articles en français ; lang:en, en anglais',
  'help.date': 'les articles publiés pendant ces mois',
  'help.operators': 'AND, OR, NOT et NEAR ne sont des opérateurs qu’en capitales.',

  'keys.title': 'Au clavier',
  'keys.box': 'Ctrl K ou ⌘ K',
  'keys.box.meaning': 'la boîte de recherche',
  'keys.next': 'l’article suivant',
  'keys.previous': 'l’article précédent',
  'keys.open': 'ouvre l’article, comme Entrée',
  'keys.help': 'cette aide',
  'keys.first': 'Premier article de la page',
  'keys.last': 'Dernier article de la page',
};

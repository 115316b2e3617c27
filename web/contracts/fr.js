// @ts-check
// Le tableau des sommes en français. Chaque clé se trouve aussi dans en.js, avec les mêmes {paramètres}.

/** @type {import('../shared/text.js').Messages} */
export const messages = {
  'contracts.count': { one: '{n} somme d’argent', other: '{n} sommes d’argent' },
  'contracts.count.query': { one: '{n} somme d’argent pour « {query} »', other: '{n} sommes d’argent pour « {query} »' },
  'contracts.caption': 'Sommes d’argent dans les articles de cette recherche',
  'contracts.sum': 'Somme',
  'contracts.who': 'Qui',
  'contracts.what': 'Quoi',
  'contracts.day': 'Date',
  'contracts.sentence': 'Dans l’article',
  'contracts.sort.largest': 'Les plus grandes d’abord',
  'contracts.sort.smallest': 'Les plus petites d’abord',
  'contracts.sort.newest': 'Les plus récentes d’abord',
  'contracts.sort.oldest': 'Les plus anciennes d’abord',
  'contracts.narrow': 'Restreindre par montant ou devise',
  'contracts.how': 'Chaque somme une fois par article ; des copies d’une dépêche, la plus récente. Qui et quoi sont nommés près de la somme : lisez la phrase avant de citer. Les devises ne sont pas converties ; gardez-en une pour comparer.',
  'contracts.csv.title': 'Ces sommes dans un tableur, filtres compris',
  'contracts.none': 'Aucune somme d’argent dans les articles de cette recherche.',
  'contracts.loosen': 'Sans le dernier filtre',
};

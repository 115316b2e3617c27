import assert from 'node:assert/strict';
import test from 'node:test';
import { readAddress } from '../shared/address.js';
import { messages as shared } from '../shared/fr.js';
import { learn, speak } from '../shared/text.js';
import { messages } from './fr.js';
import { explanation } from './problem.js';

test('a parameter refused is explained in the page’s language, with its value', () => {
  speak('fr', shared);
  learn(messages);
  const search = readAddress('?q=org:personne&from=hier&amount_min=beaucoup&topic=rien&sort=foo&page=5000&per_page=100');
  for (const [parameter, sentence] of [
    ['from', 'La date «\u202fhier\u202f» ne se lit pas\u202f: écrivez 2025, 2025-06 ou 2025-06-17.'],
    ['amount_min', 'La somme «\u202fbeaucoup\u202f» ne se lit pas\u202f: écrivez 100000000, 100M ou 1.5B.'],
    ['topic', 'Vigie ne connaît pas «\u202frien\u202f»\u202f: choisissez ce nom parmi les suggestions ou les filtres.'],
    ['sort', '«\u202ffoo\u202f» n’est pas une valeur possible de «\u202fsort\u202f».'],
    ['page', 'Il n’y a pas de page «\u202f5000\u202f»\u202f: on peut voir les 10 000 premiers articles, 100 par page au plus.'],
    ['facets', null], ['to', null],
  ]) {
    assert.equal(explanation(parameter, search), sentence);
  }
  assert.match(explanation('q', search) ?? '', /^Dans «\u202forg:personne\u202f»/);
});

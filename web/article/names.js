// @ts-check
// Names of authors, as articles give them ("Ursula von der Leyen", "Agence France-Presse"), read so that a citation can turn
// them round: family name first, given names as initials. A name that does not look like a person's is kept whole.

/** @typedef {{family: string, given: string}} Name "given" is empty for what is kept whole: an agency, a newsroom, a single word */

/** Words that no person's name has, in French and English: folded, whole words. */
const NOT_A_PERSON = new Set((
  'afp ap agence agency agences bureau desk redaction newsroom press presse news staff team equipe service services correspondent correspondents '
  + 'correspondant correspondants editor editors editorial reuters avec with from and et the of media radio television tv institute institut ministry '
  + 'ministere department defense defence group groupe collectif ltd inc sa journal times magazine post tribune'
).split(' '));

/** Words that belong to the family name after them. */
const PARTICLES = new Set('al ap ben bin da das de degli del della den der di dos du el ibn la le ten ter van vom von y zu'.split(' '));

/** More words than a person's name has. */
const MOST_WORDS = 6;

/** @param {string} word without its accents, marks and capitals */
const folded = (word) => word.normalize('NFD').replace(/[^\p{L}]/gu, '').toLowerCase();

/** One line, single spaces. @param {string | undefined} text */
export function oneLine(text) {
  return (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** @param {string} word */
function isParticle(word) {
  return PARTICLES.has(word.toLowerCase());
}

/** @param {string} text a name in the order it is spoken, or as "Family, Given" @returns {Name} */
export function readName(text) {
  const whole = { family: oneLine(text), given: '' };
  const turned = /^([^,]+), ([^,]+)$/.exec(whole.family);
  const words = whole.family.split(' ');
  const strange = /[^\p{L}\p{M}\s.,'’-]/u.test(whole.family) || words.length > MOST_WORDS;
  if (strange || words.some((word) => NOT_A_PERSON.has(folded(word)))) {
    return whole;
  }
  if (turned !== null) {
    return { family: turned[1], given: turned[2] };
  }
  let family = words.length - 1;
  while (family > 1 && isParticle(words[family - 1])) {
    family -= 1;
  }
  return family < 1 || whole.family.includes(',') ? whole : { family: words.slice(family).join(' '), given: words.slice(0, family).join(' ') };
}

/** "Jean-Pierre Marie" is "J.-P. M.". @param {string} given */
export function initials(given) {
  return given.split(' ').map((word) => word.split('-').filter((part) => /\p{L}/u.test(part))
    .map((part) => `${/\p{L}/u.exec(part)?.[0].toUpperCase()}.`).join('-')).filter((word) => word !== '').join(' ');
}

/** "Kerdrel, Thibault". @param {Name} name */
export function turned({ family, given }) {
  return given === '' ? family : `${family}, ${given}`;
}

/** "Thibault Kerdrel". @param {Name} name */
export function spoken({ family, given }) {
  return given === '' ? family : `${given} ${family}`;
}

/**
 * @param {{authors?: string[], source?: string}} article
 * @returns {Name[]} its authors; an article signed by its own source has none
 */
export function authorsOf({ authors = [], source }) {
  const named = authors.map(oneLine).filter((name) => name !== '' && name !== oneLine(source));
  return [...new Set(named)].map(readName);
}

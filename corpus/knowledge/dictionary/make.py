#!/usr/bin/env python3
"""Makes words.tsv beside this file from Debian's FreeDict dictionaries (dict-freedict-fra-eng and -eng-fra; by way of Dutch -fra-nld,
-nld-fra, -eng-nld and -nld-eng) and what Apertium's say by way of a third language (apertium.py names the packages). Also needs python3-snowballstemmer.

Kept are single words for single words, at most four for each, the likelier first: a translation is the likelier the
earlier its dictionary names it, in whichever direction, and one that is far down a list and in one of them only is a
weak sense and left out, as are all beside the very same word. So are names, function words and what corpus/knowledge/lexicon says better. Beside a word stand the forms
of it that have another stem (obtient, said), which the search would not take for it."""
import argparse
import collections
import glob
import gzip
import os
import re

import snowballstemmer
from apertium import Apertium, words_of

FOLDER = os.path.dirname(os.path.abspath(__file__))
MOST = 4
BY_DUTCH = 0.5  # of a pair that both FreeDict dictionaries name first
STEMMERS = {"fra": snowballstemmer.stemmer("french"), "eng": snowballstemmer.stemmer("english")}
LEAST = 0.5  # second in one dictionary, unknown to the others
HEAD = """\
# General words, French and English: what the lexicon does not know. Columns as there.
# From FreeDict's French, English and Dutch dictionaries (Horst Eyermann, John Darrington and others; freedict.org), GNU General Public
# License 2 or later, and from Apertium's of French and English with Catalan, Spanish and Esperanto (Universitat d'Alacant, Hèctor Alòs i Font,
# Marc Riera Irigoyen, Francis M. Tyers, Jacob Nordfalk and others; apertium.org), GNU General Public License 2 or later and 3 or later;
# made by make.py; what it translates badly is put right in the lexicon.
"""
# Words that are no translation, by language: function words and what means too much, then what no page should show or look for unasked.
LEFT_OUT = {"eng": set("""
a an and any are but can did does for from had has have her him his how into its may not nor off one our out own per she
than that the their them then there these they this those thus was were what when where which while who whom whose why
will with would you your all also been being both each few had if more most much must no only other same shall should so
some such too under until very via about above after again against because before below between down during further here
itself just once over through up yes upon within without yet
across ahead although among around else even ever less many near never now often still though thus together too toward towards whether yet
arse asshole bastard bitch bollocks bugger cunt dyke fag faggot fart fuck hooker nigger piss prick pussy shit slut tits twat wank whore
""".split()), "fra": set("""
aller alors après au aucun aussi autre autres aux avant avec avoir beaucoup bien bon car ce ceci cela celle celui ces cet cette
ceux chaque chez ci comme comment dans de des dedans dehors depuis derrière dès deux devant doit donc dont du elle elles
en encore entre est et étaient était été être eu fait faire font hors ici il ils je jusque la laquelle le lequel les leur leurs là
ma mais me même mes mien moi moins mon ne ni nos notre nous on ont or ou où oui par parce pas pendant peu peut plus pour
pourquoi près puis quand que quel quelle qui quoi sa sans se selon ses si sien soi son sont sous suis sur ta tandis te tel tes
toi ton tous tout très trop tu un une vers voici voilà vos votre vous
ainsi contre déjà désormais ensuite envers jamais lors malgré parmi quelque quelques rien sauf soit souvent surtout tant toujours toutefois
baiser bordel bougnoul bougnoule chiasse chier chatte con connard conne cul débile enculer foutre gouine merde mec nègre négresse niquer
nichon pédé péter pisser pute putain salope youpin
""".split())}


def entries(root, name):
    """Headword and its senses, each a list of translations."""
    with gzip.open(os.path.join(root, f"usr/share/dictd/freedict-{name}.dict.dz")) as file:
        data = file.read()
    with open(os.path.join(root, f"usr/share/dictd/freedict-{name}.index"), encoding="utf-8") as index:
        for line in index:
            word, begin, length = line.rstrip("\n").split("\t")[:3]
            if word.startswith("00"):
                continue
            at, size = number(begin), number(length)
            lines = data[at:at + size].decode("utf-8").strip().split("\n")[1:]
            yield word, [terms(line) for line in lines if line.strip()]


def number(text):
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    value = 0
    for letter in text:
        value = value * 64 + alphabet.index(letter)
    return value


def terms(line):
    line = re.sub(r"\([^)]*\)|\[[^]]*\]|<[^>]*>", "", re.sub(r"^\s*\d+\.\s*", "", line))
    return [re.sub(r"^to ", "", term.strip()) for term in re.split(r"[,;]", line) if term.strip()]


def is_word(text, language):
    return len(text) > 2 and text.isalpha() and text == text.lower() and text not in LEFT_OUT[language]


class Pairs:
    """French and English words, and how likely each pair is by each family of sources."""

    def __init__(self):
        self.scores = collections.defaultdict(collections.Counter)

    def add(self, family, french, english, score):
        if is_word(french, "fra") and is_word(english, "eng"):
            self.scores[french, english][family] += score

    def likeliest(self, side):
        """Word (side 0: French, 1: English) → its translations."""
        found = collections.defaultdict(list)
        for pair, families in self.scores.items():
            found[pair[side]].append((-round(sum(families.values()), 6), pair[1 - side], set(families)))
        return {word: self.chosen(word, sorted(others)) for word, others in found.items()}

    @staticmethod
    def chosen(word, others):
        """Beside the very same word only what two families know; what Dutch alone knows, whose words are often of another
        sense, only where nothing else does."""
        if any(other == word for _, other, _ in others):
            return [word] + [other for _, other, families in others if other != word and len(families) > 1][:MOST - 1]
        likely = [(other, families) for score, other, families in others if -score >= LEAST]
        return [other for other, families in likely if families != {"Dutch"}][:MOST] or [other for other, _ in likely][:MOST]


def pairs_of(root, name):
    """Headword, translation, and how likely that is: 1 at most."""
    for word, senses in entries(root, name):
        for i, sense in enumerate(senses):
            for j, term in enumerate(sense):
                yield word, term, 1 / (1 + i + j)


def add_freedict(pairs, root):
    for word, term, score in pairs_of(root, "fra-eng"):
        pairs.add("FreeDict", word, term, score)
    for word, term, score in pairs_of(root, "eng-fra"):
        pairs.add("FreeDict", term, word, score)


def by_dutch(root, language):
    """Dutch word → words of the language, and how likely each is. Kept are those that Debian's lists hold: these dictionaries join
    the words of an expression (passaway)."""
    listed = words_of(language)
    found = collections.defaultdict(collections.Counter)
    for name in (f"nld-{language}", f"{language}-nld"):
        for word, term, score in pairs_of(root, name):
            dutch, other = (word, term) if name.startswith("nld") else (term, word)
            if other in listed:
                found[dutch][other] = max(found[dutch][other], score)
    return found


def add_by_dutch(pairs, root):
    french, english = by_dutch(root, "fra"), by_dutch(root, "eng")
    found = collections.Counter()
    for dutch in french.keys() & english.keys():
        for word, score in french[dutch].items():
            for other, other_score in english[dutch].items():
                found[word, other] += BY_DUTCH * score * other_score
    for pair, score in found.items():
        pairs.add("Dutch", *pair, min(1, score))


def add_apertium(pairs, apertium):
    for language in ("fra", "eng"):
        for family, found in apertium.pairs(language).items():
            for pair, score in found.items():
                pairs.add(family, *(pair if language == "fra" else pair[::-1]), score)


def known():
    """Words that the lexicon knows by themselves, and what they are in the other language."""
    french, english = collections.defaultdict(list), collections.defaultdict(list)
    for path in sorted(glob.glob(FOLDER + "/../lexicon/*.tsv")):
        with open(path, encoding="utf-8") as file:
            for line in file:
                columns = line.rstrip("\n").split("\t")
                if not line.startswith("#") and len(columns) > 1:
                    add_known(columns, french, english)
    return french, english


def add_known(columns, french, english):
    direction = columns[2] if len(columns) > 2 else "<>"
    sides = columns[0].split(" | "), columns[1].split(" | ")
    for here, there, words, sign in ((*sides, french, ">"), (*reversed(sides), english, "<")):
        for word in here if sign in direction else ():
            words[word] += [other for other in there if other not in words[word]]


def irregular(word, inflections, taken, language):
    """The forms of a word that its stem does not find, one of each stem."""
    stemmer = STEMMERS[language]
    found = {}
    for form in sorted(inflections.get(word, ()), key=lambda form: (len(form), form)):
        if is_word(form, language) and form not in taken:
            found.setdefault(stemmer.stemWord(form), form)
    found.pop(stemmer.stemWord(word), None)
    return list(found.values())


def lines(words, lexicon, inflections, language):
    """A word, its irregular forms, and the translations of all: of words that the lexicon does not know, or not in all forms."""
    taken = words.keys() | lexicon.keys()
    for word in sorted(taken):
        others = lexicon.get(word) or words.get(word, [])
        forms = irregular(word, inflections, taken, language)
        if others and (forms or word not in lexicon):
            yield " | ".join([word, *forms]), " | ".join(others)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default="/", help="holds the packages' usr/ (default: /)")
    root = parser.parse_args().root
    apertium = Apertium(root)
    pairs = Pairs()
    add_freedict(pairs, root)
    add_by_dutch(pairs, root)
    add_apertium(pairs, apertium)
    french, english = known()
    with open(FOLDER + "/words.tsv", "w", encoding="utf-8") as out:
        out.write(HEAD)
        for here, there in lines(pairs.likeliest(0), french, apertium.inflections("fra"), "fra"):
            out.write(f"{here}\t{there}\t>\n")
        for here, there in lines(pairs.likeliest(1), english, apertium.inflections("eng"), "eng"):
            out.write(f"{there}\t{here}\t<\n")


if __name__ == "__main__":
    main()

"""What Apertium's dictionaries know of French and English words: their forms, and pairs by way of Catalan, Spanish and Esperanto.

Debian's apertium-fra-cat, apertium-eng-cat, apertium-fr-es, apertium-eng-spa, apertium-eo-fr and apertium-eo-en hold them compiled; lt-proc (lttoolbox) reads
them. Of the words of Debian's lists (wfrench, wamerican-large) each is analysed, its dictionary form translated into the third language, and that into the other."""
import collections
import functools
import os
import re
import subprocess

PARTS_OF_SPEECH = ("n", "vblex", "adj", "adv")
WORDS = {"fra": "french", "eng": "american-english-large"}
# From French and from English: the third language's family (Catalan and Spanish are near each other, and count once), the package
# that knows the words, the way into the third language, the package and the way from there.
WAYS = {"fra": (("Romance", "fra-cat", "fra-cat", "eng-cat", "cat-eng"), ("Romance", "fr-es", "fr-es", "eng-spa", "spa-eng"),
                ("Esperanto", "eo-fr", "fr-eo", "eo-en", "eo-en")),
        "eng": (("Romance", "eng-cat", "eng-cat", "fra-cat", "cat-fra"), ("Romance", "eng-spa", "eng-spa", "fr-es", "es-fr"))}


class Apertium:
    """`root`: the folder that holds the packages' usr/, / where they are installed."""

    def __init__(self, root):
        self.root = root

    def process(self, option, pair, direction, lines):
        libraries = os.path.join(self.root, "usr/lib/x86_64-linux-gnu")
        table = f"usr/share/apertium/apertium-{pair}/{direction}.bin"
        done = subprocess.run([os.path.join(self.root, "usr/bin/lt-proc"), option, os.path.join(self.root, table)],
                              input="\n".join(lines), capture_output=True, text=True, check=True,
                              env=dict(os.environ, LD_LIBRARY_PATH=libraries))
        return done.stdout.split("\n")

    @functools.cache
    def analyses(self, pair, direction, language):
        """Form → lexical units, such as obtenir<vblex><pri><p3><sg>."""
        forms = {}
        for line in self.process("-w", pair, direction + ".automorf", sorted(words_of(language))):
            form, *units = line.strip("^$").split("/")
            forms[form] = [unit for unit in units if part_of(unit) in PARTS_OF_SPEECH]
        return forms

    def translate(self, pair, direction, units):
        """Unit → units of the other language, the likelier first."""
        units = sorted(units)
        translated = {}
        for unit, line in zip(units, self.process("-b", pair, direction + ".autobil", [f"^{unit}$" for unit in units])):
            others = [other for other in line.strip("^$").split("/")[1:] if part_of(other) in PARTS_OF_SPEECH]
            translated[unit] = list(dict.fromkeys(others))
        return translated

    def pairs(self, language):
        """By family: dictionary form in `language`, the other language's, and how likely that is, 1 at most."""
        found = collections.defaultdict(collections.Counter)
        for family, *way in WAYS[language]:
            found[family] |= self.pairs_by(language, way)
        return found

    def pairs_by(self, language, way):
        pair, direction, back, back_direction = way
        words = {unit for form, units in self.analyses(pair, direction, language).items() for unit in units if word_of(unit) == form}
        third = self.translate(pair, direction, words)
        others = self.translate(back, back_direction, {variant for units in third.values() for unit in units for variant in variants(unit)})
        found = collections.Counter()
        for word, units in third.items():
            for i, unit in enumerate(units):
                likely = dict.fromkeys(word_of(other) for variant in variants(unit) for other in others[variant]
                                       if part_of(other) == part_of(word))
                for j, other in enumerate(likely):
                    found[word_of(word), other] = max(found[word_of(word), other], 1 / (1 + i + j))
        return found

    def inflections(self, language):
        """Dictionary form → the forms that are of it and no other word, without those of literature."""
        found = collections.defaultdict(list)
        pair, direction = WAYS[language][0][1:3]
        for form, units in self.analyses(pair, direction, language).items():
            words = {word_of(unit) for unit in units}
            is_literary = all("<pis>" in unit or "<ifi>" in unit for unit in units)
            if len(words) == 1 and form not in words and not is_literary:
                found[words.pop()].append(form)
        return found


@functools.cache
def words_of(language):
    """The words of Debian's list."""
    with open("/usr/share/dict/" + WORDS[language], encoding="utf-8") as file:
        return {word for word in file.read().split("\n") if word.isalpha() and word == word.lower()}


def word_of(unit):
    return unit.split("<", 1)[0]


def part_of(unit):
    part = re.match(r"[^<@]+<(\w+)>", unit)
    return part.group(1) if part else None


def variants(unit):
    """The gender and number that the first dictionary leaves open, and none."""
    word, part = word_of(unit), part_of(unit)
    closed = unit.replace("<GD>", "<m>").replace("<ND>", "<sg>")
    return list(dict.fromkeys((closed, unit, f"{word}<{part}><m><sg>", f"{word}<{part}><f><sg>", f"{word}<{part}><mf><sg>",
                               f"{word}<{part}><sg>", f"{word}<{part}>")))

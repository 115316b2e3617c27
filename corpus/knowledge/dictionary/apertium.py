"""What Apertium's dictionaries know of French and English words: their forms, and pairs by way of Catalan.

Debian's apertium-fra-cat and apertium-eng-cat hold them compiled; lt-proc (lttoolbox) reads them. Of the words of Debian's lists (wfrench, wamerican-large) each is
analysed, its dictionary form translated into Catalan, and that into the other language."""
import collections
import os
import re
import subprocess

PARTS_OF_SPEECH = ("n", "vblex", "adj", "adv")


class Apertium:
    """`root`: the folder that holds the packages' usr/, / where they are installed."""

    def __init__(self, root):
        self.root = root
        self.forms = {}  # by language: form → lexical units, such as obtenir<vblex><pri><p3><sg>
        for language, pair, words in (("fra", "fra-cat", "french"), ("eng", "eng-cat", "american-english-large")):
            self.forms[language] = self.analyses(pair, words)

    def process(self, option, pair, direction, lines):
        libraries = os.path.join(self.root, "usr/lib/x86_64-linux-gnu")
        table = f"usr/share/apertium/apertium-{pair}/{direction}.bin"
        done = subprocess.run([os.path.join(self.root, "usr/bin/lt-proc"), option, os.path.join(self.root, table)],
                              input="\n".join(lines), capture_output=True, text=True, check=True,
                              env=dict(os.environ, LD_LIBRARY_PATH=libraries))
        return done.stdout.split("\n")

    def analyses(self, pair, words):
        with open("/usr/share/dict/" + words, encoding="utf-8") as file:
            words = [word for word in file.read().split("\n") if word.isalpha() and word == word.lower()]
        forms = {}
        for line in self.process("-w", pair, pair + ".automorf", words):
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
        """Dictionary form in `language`, the other language's, and how likely that is: 1 at most."""
        there, back = ("fra-cat", "eng-cat") if language == "fra" else ("eng-cat", "fra-cat")
        words = {unit for form, units in self.forms[language].items() for unit in units if word_of(unit) == form}
        catalan = self.translate(there, there, words)
        others = self.translate(back, "-".join(reversed(back.split("-"))),
                                {variant for units in catalan.values() for unit in units for variant in variants(unit)})
        found = collections.Counter()
        for word, units in catalan.items():
            for i, unit in enumerate(units):
                likely = dict.fromkeys(word_of(other) for variant in variants(unit) for other in others[variant]
                                       if part_of(other) == part_of(word))
                for j, other in enumerate(likely):
                    found[word_of(word), other] = max(found[word_of(word), other], 1 / (1 + i + j))
        return found

    def inflections(self, language):
        """Dictionary form → the forms that are of it and no other word, without those of literature."""
        found = collections.defaultdict(list)
        for form, units in self.forms[language].items():
            words = {word_of(unit) for unit in units}
            is_literary = all("<pis>" in unit or "<ifi>" in unit for unit in units)
            if len(words) == 1 and form not in words and not is_literary:
                found[words.pop()].append(form)
        return found


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

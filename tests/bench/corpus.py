"""Articles and queries to measure with; see synthetic() and reuters().

Synthetic articles: two fifths French, three fifths English, some 400 words each in sentences, drawn by a Zipf law from the system's word lists (Debian: wfrench,
wamerican-large); 40 sources, dates over ten years. Harder than news: every article draws from the whole of the language. The same number gives the same files,
and a smaller corpus is the beginning of a larger one, so that one set of queries is fit for all sizes."""
import bisect
import datetime
import itertools
import json
import lzma
import multiprocessing
import operator
import os
import pathlib
import random
import struct

LISTS = {"fr": "/usr/share/dict/french", "en": "/usr/share/dict/american-english-large"}
SHARES = {"fr": 0.4, "en": 0.6}
WORDS = 120000
FUNCTION_WORDS = {"fr": "de la le et les des du en un une que est pour qui dans par sur".split(),
                  "en": "the of and to in a is for on with as by at from it be this".split()}
# How many words of each band (h frequent, m medium, l rare), and how they are joined.
CLASSES = {"one frequent": "h", "one medium": "m", "frequent AND frequent": "hh", "frequent AND medium": "hm",
           "frequent OR medium": "h|m", "medium OR medium": "m|m", "2 frequent OR 2 medium": "h|h|m|m",
           "2 medium OR rare": "m|m|l", "phrase of 2 frequent": '"hh'}
BANDS = {"h": (20, 120), "m": (400, 2000), "l": (5000, 15000)}  # ranks by frequency, function words aside
CHUNK = 2000  # articles made at once
TRIES = 50  # to draw a query that was not drawn before


class Language:
    def __init__(self, name):
        with open(LISTS[name], encoding="utf-8") as lines:
            words = sorted({line.strip() for line in lines if line.strip().isalpha()})
        random.Random("words " + name).shuffle(words)
        self.words = FUNCTION_WORDS[name] + words[:WORDS]
        weights = [1 / (rank + 2.7) ** 1.05 for rank in range(len(self.words))]
        total = sum(weights)
        self.chances = [weight / total for weight in weights]
        self.bounds = [int(sum_ * 2 ** 32) for sum_ in itertools.accumulate(self.chances)]

    def draw(self, rng, count):
        numbers = struct.unpack(f"{count}I", rng.randbytes(4 * count))
        places = map(bisect.bisect_right, itertools.repeat(self.bounds, count), numbers)
        last = len(self.words) - 1  # the bounds are rounded down
        return operator.itemgetter(*[min(place, last) for place in places])(self.words)


LANGUAGES = {}


def languages():
    if not LANGUAGES:
        LANGUAGES.update({name: Language(name) for name in LISTS})
    return LANGUAGES


def sentences(words, rng):
    parts, begin = [], 0
    while begin < len(words):
        end = begin + rng.randrange(8, 30)
        parts.append(words[begin].capitalize() + " " + " ".join(words[begin + 1:end]))
        begin = end
    return ". ".join(parts) + "."


def article(number, rng, identifier=None):
    name = "fr" if rng.random() < SHARES["fr"] else "en"
    words = languages()[name].draw(rng, min(3000, int(rng.lognormvariate(5.8, 0.6))) + 20)
    day = datetime.date(2015, 1, 1) + datetime.timedelta(days=int(4000 * rng.random() ** 0.7))
    source = rng.choices(range(40), cum_weights=list(itertools.accumulate(1 / (i + 1) for i in range(40))))[0]
    return {"id": identifier or f"s{number}", "title": " ".join(words[:10]).capitalize(), "body": sentences(words[10:], rng),
            "language": name, "published": day.isoformat(), "source": f"source {source}"}


def chunk(begin, end):
    rng = random.Random(f"articles from {begin}")
    return [article(number, rng) for number in range(begin, end)]


def line_of(one):
    return json.dumps(one, ensure_ascii=False) + "\n"


def chunk_text(bounds):
    return "".join(map(line_of, chunk(*bounds)))


def chunks(count):
    return [(begin, min(count, begin + CHUNK)) for begin in range(0, count, CHUNK)]


def some_articles(count):
    """Those that synthetic() begins with."""
    return itertools.chain.from_iterable(chunk(*bounds) for bounds in chunks(count))


def other_articles(name, count, ids=None):
    """Articles that are in no corpus, or new versions of those whose ids are given."""
    rng = random.Random("others " + name)
    return [article(number, rng, ids[number] if ids else f"{name}-{number}") for number in range(count)]


def write_lines(path, articles):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(map(line_of, articles))


def synthetic(count, folder):
    """The path of a file of `count` articles as `indexer add` takes them; made where it is not there yet."""
    path = pathlib.Path(folder) / f"synthetic-{count}.jsonl"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with open(part, "w", encoding="utf-8") as out, multiprocessing.Pool(os.cpu_count()) as pool:
            for text in pool.imap(chunk_text, chunks(count)):
                out.write(text)
        part.rename(path)
    return path


def reuters(data, folder):
    """The path of Reuters-21578 as `indexer add` takes it; nothing where `data` does not hold it."""
    source, path = pathlib.Path(data) / "reuters" / "reuters.tsv.xz", pathlib.Path(folder) / "reuters.jsonl"
    if not source.exists():
        return None
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with lzma.open(source, "rt", encoding="utf-8", newline="\n") as lines:
            rows = [line.rstrip("\n").split("\t", 5) for line in lines]
        write_lines(path, ({"id": f"r{row[0]}", "title": row[4] or "Untitled", "body": row[5], "language": row[3], "source": row[2] or "none",
                            "published": f"{row[1][:4]}-{row[1][4:6]}-{row[1][6:]}"} for row in rows))
    return path


def rows(path):
    """The articles of such a file as the peers' programs take them: id, YYYYMMDD, source, language, title, body, between tabs."""
    table = path.with_suffix(".tsv")
    if not table.exists():
        part = table.with_suffix(".part-tsv")
        with open(path, encoding="utf-8") as lines, open(part, "w", encoding="utf-8") as out:
            for line in lines:
                one = json.loads(line)
                cells = [one["id"], one["published"].replace("-", ""), one["source"], one["language"], one["title"], one["body"]]
                out.write("\t".join(" ".join(cell.split()) for cell in cells) + "\n")
        part.rename(table)
    return table


def bands():
    """Small-letter words of each band, by the frequency that the generator gives them."""
    frequency = {}
    for name, language in languages().items():
        for word, chance in zip(language.words, language.chances):
            frequency[word] = frequency.get(word, 0) + SHARES[name] * chance
    known = set(itertools.chain(*FUNCTION_WORDS.values()))
    ranked = [word for word in sorted(frequency, key=frequency.get, reverse=True)
              if word not in known and len(word) > 3 and word.islower() and word.isascii()]
    return {letter: ranked[begin:end] for letter, (begin, end) in BANDS.items()}


def query(kind, words, rng):
    picked = [word for letter, count in sorted({letter: kind.count(letter) for letter in BANDS}.items())
              for word in rng.sample(words[letter], count)]
    if kind.startswith('"'):
        return '"' + " ".join(picked) + '"'
    return (" OR " if "|" in kind else " ").join(picked)


def queries(count, seed=3):
    """`count` different queries of each class, as pairs (class, query), the classes in turn; fewer of a class that has no more."""
    rng, words = random.Random(f"queries {seed}"), bands()
    found = {}
    for _ in range(count):
        for name, kind in CLASSES.items():
            tries = (query(kind, words, rng) for _ in range(TRIES))
            one = next((text for text in tries if text not in found), None)
            if one:
                found[one] = name
    return [(name, one) for one, name in found.items()]


def warming(measured):
    """Queries that use every word of the measured ones and are none of them: so the words' postings are in memory, but no answer."""
    words = sorted({word for _, text in measured for word in text.replace('"', "").replace(" OR ", " ").split()})
    random.Random("warming").shuffle(words)
    return [f"{a} OR {b} OR {c}" for a, b, c in zip(words, words[1:] + words[:1], words[2:] + words[:2])]

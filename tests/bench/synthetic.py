#!/usr/bin/env python3
"""Makes articles and queries to measure with: synthetic.py ARTICLES FOLDER

Writes FOLDER/articles.jsonl (what `indexer add` takes) and FOLDER/queries.tsv (class, query). Two fifths French, three fifths English; words from the
system's word lists (Debian: wfrench, wamerican-large) by a Zipf law, some 400 to an article; 40 sources, dates over ten years. The same number gives the same files.
Harder than news: every article draws from the whole of the language."""
import collections
import datetime
import itertools
import json
import pathlib
import random
import sys

LISTS = {"fr": "/usr/share/dict/french", "en": "/usr/share/dict/american-english-large"}
FUNCTION_WORDS = {"fr": "de la le et les des du en un une que est pour qui dans par sur".split(),
                  "en": "the of and to in a is for on with as by at from it be this".split()}
# Query classes: how many words of each band of article frequency (h frequent, m medium, l rare), and how they are joined.
CLASSES = {"one frequent": "h", "one medium": "m", "frequent AND frequent": "hh",
           "frequent AND medium": "hm", "frequent OR medium": "h|m", "medium OR medium": "m|m",
           "2 frequent OR 2 medium": "h|h|m|m", "2 medium OR rare": "m|m|l", "phrase of 2 frequent": '"hh'}
BANDS = {"h": (20, 120), "m": (400, 2000), "l": (5000, 15000)}


def vocabulary(language, rng):
    with open(LISTS[language], encoding="utf-8") as lines:
        words = sorted({line.strip() for line in lines if line.strip().isalpha()})
    rng.shuffle(words)
    words = FUNCTION_WORDS[language] + words[:120000]
    return words, list(itertools.accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(len(words))))


def query(kind, bands, rng):
    words = [rng.choice(bands[letter]) for letter in kind if letter in BANDS]
    if kind.startswith('"'):
        return '"' + " ".join(words) + '"'
    return (" OR " if "|" in kind else " ").join(words)


def main():
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(20)
    words = {language: vocabulary(language, rng) for language in LISTS}
    sources = list(itertools.accumulate(1 / (i + 1) for i in range(40)))
    frequency = collections.Counter()
    with open(folder / "articles.jsonl", "w", encoding="utf-8") as out:
        for i in range(count):
            language = "fr" if rng.random() < 0.4 else "en"
            vocabulary_words, weights = words[language]
            length = min(3000, int(rng.lognormvariate(5.8, 0.6))) + 10
            text = rng.choices(vocabulary_words, cum_weights=weights, k=length)
            if i % 10 == 0:
                frequency.update(set(text[10:]))
            day = datetime.date(2015, 1, 1) + datetime.timedelta(days=int(4000 * rng.random() ** 0.7))
            article = {"id": f"s{i}", "title": " ".join(text[:10]).capitalize(), "body": " ".join(text[10:]),
                       "language": language, "published": day.isoformat(),
                       "source": f"source {rng.choices(range(40), cum_weights=sources)[0]}"}
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
    known = set(FUNCTION_WORDS["fr"] + FUNCTION_WORDS["en"])
    ranked = [w for w, _ in frequency.most_common(20000) if w not in known and len(w) > 3 and w.islower()]
    bands = {letter: ranked[begin:end] for letter, (begin, end) in BANDS.items()}
    with open(folder / "queries.tsv", "w", encoding="utf-8") as out:
        for _ in range(60):
            for name, kind in CLASSES.items():
                out.write(f"{name}\t{query(kind, bands, rng)}\n")


if __name__ == "__main__":
    main()

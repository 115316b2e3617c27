#!/usr/bin/env python3
"""How well Vigie ranks, beside Lucene on the same text: tests/relevance/relevance.py

Indexes test collections with build/bin/indexer, asks build/bin/searchd their questions over HTTP (any of the words, so that Lucene does the same work), and
prints nDCG@10, MAP, MRR and success@5 (the share of questions with an answer among the first five), each also as its ratio to Lucene's.

A collection is a folder with docs.tsv (id, title, text), q.tsv (id, question) and qrels.tsv (question, document, grade; above 0 is relevant), and its language.
Without arguments they are cisi (English) and cnil (French) in $VIGIE_SHARED_DATA, else in ../shared/data beside the sources; where they are not there the test
is skipped (exit status 77). Others: relevance.py FOLDER:en FOLDER:fr …

Lucene is Debian's liblucene8-java, run by Java; where either is missing, its half is skipped and said. Exit status 1: a measure below Lucene's on a collection,
or the mean of the collections' nDCG@10 or MAP below --goal times Lucene's. Documents are judged, not stories, so copies are not collapsed. `--match all` shows what the default of a search would find; it has no peer and no goal."""
import argparse
import glob
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support"))
import programs

DEPTH = 1000
PER_PAGE = 100
MEASURES = ("nDCG@10", "MAP", "MRR", "success@5")
JUDGED = ("nDCG@10", "MAP")


class Collection:
    def __init__(self, folder, language):
        self.folder = folder
        self.language = language
        self.name = os.path.basename(os.path.normpath(folder))
        self.documents = read_tsv(folder, "docs.tsv", 3)
        known = {document[0] for document in self.documents}
        self.relevant = {}
        for question, document, grade in read_tsv(folder, "qrels.tsv", 3):
            if int(grade) > 0 and document in known:
                self.relevant.setdefault(question, set()).add(document)
        self.questions = [row for row in read_tsv(folder, "q.tsv", 2) if row[0] in self.relevant]


def read_tsv(folder, name, columns):
    with open(os.path.join(folder, name), encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t", columns - 1) for line in lines]


def plain_words(question):
    """The question without what the query language would read as more than words."""
    return re.sub(r'["“”„«»()*=:]|(?<!\w)-', " ", question).lower()


def measures(collection, found):
    """The mean of each measure over the questions; `found`: the documents of each, best first."""
    totals = dict.fromkeys(MEASURES, 0.0)
    for question, _ in collection.questions:
        relevant = collection.relevant[question]
        ranks = [rank for rank, document in enumerate(found.get(question, [])[:DEPTH], 1)
                 if document in relevant]
        gain = sum(1 / math.log2(rank + 1) for rank in ranks if rank <= 10)
        ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(10, len(relevant)) + 1))
        totals["nDCG@10"] += gain / ideal
        totals["MAP"] += sum(n / rank for n, rank in enumerate(ranks, 1)) / len(relevant)
        totals["MRR"] += 1 / ranks[0] if ranks else 0
        totals["success@5"] += 1 if ranks and ranks[0] <= 5 else 0
    return {name: total / len(collection.questions) for name, total in totals.items()}


def make_index(collection, folder_of_programs, folder):
    return programs.index_of(({"id": identifier, "title": title, "body": text, "language": collection.language}
                     for identifier, title, text in collection.documents), folder_of_programs, folder)


def documents(server, question, match, relevant):
    """The best documents, as deep as measures need them: until the last relevant one."""
    found = []
    for page in range(1, DEPTH // PER_PAGE + 1):
        hits = server.page({"q": plain_words(question), "match": match, "collapse": "false", "facets": "none", "page": page,
                            "per_page": PER_PAGE})["hits"]
        found += [hit["id"] for hit in hits]
        if len(hits) < PER_PAGE or relevant.issubset(found):
            break
    return found


def rank_with_vigie(collection, options):
    with tempfile.TemporaryDirectory() as folder:
        index = make_index(collection, options.programs, folder)
        with programs.Server(options.programs, index) as server:
            return {question: documents(server, text, options.match, collection.relevant[question])
                    for question, text in collection.questions}


def lucene_jars():
    """The class path; nothing where Lucene, or a Java that compiles, is not installed."""
    jars = [jar for name in ("core", "analyzers-common")
            for jar in glob.glob(f"/usr/share/java/lucene-{name}-8*.jar")]
    return ":".join(jars) if len(jars) >= 2 and shutil.which("javac") else None


def rank_with_lucene(collection, jars):
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "RankWithLucene.java")
    lines = subprocess.run(["java", "-cp", jars, program, collection.folder, collection.language],
                           check=True, capture_output=True, text=True).stdout.splitlines()
    found = {}
    for line in lines:
        question, document = line.split("\t")
        found.setdefault(question, []).append(document)
    return found


def print_row(name, engine, values, texts):
    print(f"{name:12} {engine:8}" + "".join(f"{text(values[measure]):>12}" for measure, text in texts))


def compare(collection, options, jars):
    """Prints the collection's rows. The ratios to Lucene's; nothing without it."""
    figure = [(measure, "{:.4f}".format) for measure in MEASURES]
    ours = measures(collection, rank_with_vigie(collection, options))
    print_row(collection.name, "vigie", ours, figure)
    if jars is None:
        return None
    theirs = measures(collection, rank_with_lucene(collection, jars))
    print_row(collection.name, "lucene", theirs, figure)
    ratios = {measure: ours[measure] / theirs[measure] for measure in MEASURES}
    print_row(collection.name, "ratio", ratios, [(measure, "{:.3f}".format) for measure in MEASURES])
    return ratios


def shortfalls(all_ratios, goal):
    """What is worse than it should be, a line each."""
    lines = [f"{name}: {measure} {ratios[measure]:.3f} of Lucene's"
             for name, ratios in all_ratios.items() for measure in JUDGED if ratios[measure] < 1]
    for measure in JUDGED:
        mean = sum(ratios[measure] for ratios in all_ratios.values()) / len(all_ratios)
        print(f"mean ratio of {measure}: {mean:.3f}")
        if mean < goal:
            lines.append(f"mean: {measure} {mean:.3f} of Lucene's, not {goal:.2f}")
    return lines


def collections(given):
    data = programs.data_folder()
    pairs = [one.rsplit(":", 1) for one in given] or [(os.path.join(data, "cisi"), "en"),
                                                      (os.path.join(data, "cnil"), "fr")]
    missing = [folder for folder, _ in pairs if not os.path.exists(os.path.join(folder, "qrels.tsv"))]
    if missing:
        print("SKIPPED: not there (VIGIE_SHARED_DATA): " + " ".join(missing))
        sys.exit(programs.SKIPPED)
    return [Collection(folder, language) for folder, language in pairs]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collections", nargs="*", metavar="FOLDER:LANGUAGE")
    parser.add_argument("--programs", default=os.path.join(programs.SOURCES, "build/bin"),
                        help="where indexer and searchd are (default: build/bin)")
    parser.add_argument("--match", default="any", choices=("any", "all"))
    parser.add_argument("--goal", type=float, default=1.05, help="of the mean ratios (default: 1.05)")
    options = parser.parse_args()
    jars = lucene_jars() if options.match == "any" else None
    if jars is None and options.match == "any":
        print("SKIPPED: Lucene's half: needs a JDK and /usr/share/java/lucene-*-8*.jar (apt-get install liblucene8-java)")
    print(f"{'collection':12} {'':8}" + "".join(f"{measure:>12}" for measure in MEASURES))
    all_ratios = {collection.name: compare(collection, options, jars)
                  for collection in collections(options.collections)}
    problems = [] if jars is None else shortfalls(all_ratios, options.goal)
    print("\n".join(problems), end="\n" if problems else "")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures searching across languages: translation.py BIN [--words 4,8] [--show N]

BIN holds indexer and searchd; $VIGIE_SHARED_DATA (else ../shared/data beside the sources) holds gc-quotes, statements that are the same in English and French. Each is added once in each
language. The rarest words of one version (of more than three letters, by the statements that hold them), asked for with match=any among the other
language's, are to find the other version in the first five. Prints the share that do, in each direction and with translate=false beside it."""
import argparse
import collections
import json
import os
import re
import sys
import tempfile

import relevance

FIRST = 5
OTHER = {"en": "fr", "fr": "en"}


def once(statements):
    """Some statements are repeated, word for word in one language at least."""
    seen = set()
    return [statement for statement in statements
            if not any(text in seen or seen.add(text) for text in (statement["en"], statement["fr"]))]


def words_of(text):
    return [word for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) > 3]


def rarest(statements, language, count):
    held = collections.Counter()
    for statement in statements:
        held.update(set(words_of(statement[language])))
    for statement in statements:
        words = list(dict.fromkeys(words_of(statement[language])))
        yield statement["id"], sorted(words, key=lambda word: held[word])[:count]


def make_index(programs, statements, folder):
    documents = [(f"{statement['id']}-{language}", statement[language], language, statement["date"])
                 for statement in statements for language in OTHER]
    return relevance.index_of(({"id": identifier, "title": "Statement", "body": body, "language": language, "published": day}
                               for identifier, body, language, day in documents), programs, folder)


def found(server, query, language, translate):
    return [hit["id"] for hit in server.page(
        {"q": query, "match": "any", "language": language, "per_page": FIRST, "facets": "none", "collapse": "false",
         "translate": translate})["hits"]]


def share(server, statements, language, count, translate, show):
    right = 0
    for name, words in rarest(statements, language, count):
        hit = f"{name}-{OTHER[language]}" in found(server, " ".join(words), OTHER[language], translate)
        right += hit
        if not hit and show > 0 and translate == "true":
            show -= 1
            print("missed", language, " ".join(words))
    return right / len(statements)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", metavar="BIN")
    parser.add_argument("--words", default="4,8")
    parser.add_argument("--show", type=int, default=0, help="so many misses of each direction")
    options = parser.parse_args()
    path = os.path.join(relevance.data_folder(), "gc-quotes", "gc-quotes.jsonl")
    if not os.path.exists(path):
        print("SKIPPED: not there (VIGIE_SHARED_DATA): " + path)
        sys.exit(relevance.SKIPPED)
    with open(path, encoding="utf-8") as lines:
        statements = once([json.loads(line) for line in lines])
    with tempfile.TemporaryDirectory() as folder, \
            relevance.Server(options.programs, make_index(options.programs, statements, folder)) as server:
        for count in map(int, options.words.split(",")):
            for translate in ("false", "true"):
                shares = [share(server, statements, language, count, translate, options.show) for language in OTHER]
                print(f"{count} words, translate={translate}: from English {shares[0]:.3f}, from French {shares[1]:.3f}, "
                      f"mean {sum(shares) / 2:.3f}")


if __name__ == "__main__":
    main()

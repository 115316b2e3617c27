#!/usr/bin/env python3
"""Measures searching across languages: translation.py BIN [--words 4,8] [--show N]

BIN holds indexer and searchd; $VIGIE_SHARED_DATA (else ../shared/data beside the sources) holds gc-quotes, statements that are the same in English and French. Each is added once in each
language, its speaker as the title. The rarest words of one version (of more than three letters, title and text, by the statements of that language that hold them), asked
for with match=any among the other language's, are to find the other version in the first five. Prints the share that do, in each direction and with
translate=false beside it; --text-only leaves the speakers out, whose names are the same in both, and --odd or --even keeps to the statements with such a number."""
import argparse
import collections
import json
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support"))
import programs

FIRST = 5
OTHER = {"en": "fr", "fr": "en"}


def once(statements):
    """Some statements are repeated, word for word in one language at least."""
    seen = set()
    return [statement for statement in statements
            if not any(text in seen or seen.add(text) for text in (statement["en"], statement["fr"]))]


def words_of(text):
    return [word for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) > 3]


def title_of(statement, language, text_only):
    return "" if text_only else statement["speaker_" + language] or ""


def rarest(statements, language, options, count):
    held = collections.Counter()
    texts = {statement["id"]: title_of(statement, language, options.text_only) + "\n" + statement[language] for statement in statements}
    for text in texts.values():
        held.update(set(words_of(text)))
    for statement in statements:
        words = list(dict.fromkeys(words_of(texts[statement["id"]])))
        yield statement["id"], sorted(words, key=lambda word: held[word])[:count]


def make_index(options, statements, folder):
    return programs.index_of(({"id": f"{statement['id']}-{language}", "title": title_of(statement, language, options.text_only) or "Statement",
                                "body": statement[language], "language": language, "published": statement["date"]}
                               for statement in statements for language in OTHER), options.programs, folder)


def found(server, query, language, translate):
    return [hit["id"] for hit in server.page(
        {"q": query, "match": "any", "language": language, "per_page": FIRST, "facets": "none", "collapse": "false",
         "translate": translate})["hits"]]


def share(server, statements, language, options, count, translate):
    right = asked = 0
    show = options.show
    for name, words in rarest(statements, language, options, count):
        if options.half is not None and int(name.rsplit("-", 1)[1]) % 2 != options.half:
            continue
        asked += 1
        hit = f"{name}-{OTHER[language]}" in found(server, " ".join(words), OTHER[language], translate)
        right += hit
        if not hit and show > 0 and translate == "true":
            show -= 1
            print("missed", language, " ".join(words))
    return right / asked


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", metavar="BIN")
    parser.add_argument("--words", default="4,8")
    parser.add_argument("--show", type=int, default=0, help="so many misses of each direction")
    parser.add_argument("--text-only", action="store_true")
    parser.add_argument("--odd", dest="half", action="store_const", const=1)
    parser.add_argument("--even", dest="half", action="store_const", const=0)
    options = parser.parse_args()
    path = os.path.join(programs.data_folder(), "gc-quotes", "gc-quotes.jsonl")
    if not os.path.exists(path):
        print("SKIPPED: not there (VIGIE_SHARED_DATA): " + path)
        sys.exit(programs.SKIPPED)
    with open(path, encoding="utf-8") as lines:
        statements = once([json.loads(line) for line in lines])
    with tempfile.TemporaryDirectory() as folder, \
            programs.Server(options.programs, make_index(options, statements, folder)) as server:
        for count in map(int, options.words.split(",")):
            for translate in ("false", "true"):
                shares = [share(server, statements, language, options, count, translate) for language in OTHER]
                print(f"{count} words, translate={translate}: from English {shares[0]:.3f}, from French {shares[1]:.3f}, "
                      f"mean {sum(shares) / 2:.3f}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures searching across languages: translation.py BIN [--words 4,8] [--show N]

BIN holds indexer and searchd; $VIGIE_SHARED_DATA holds gc-quotes, statements that are the same in English and French. Each is added once in each
language. The rarest words of one version (of more than three letters, by the statements that hold them), asked for with match=any among the other
language's, are to find the other version in the first five. Prints the share that do, in each direction and with translate=false beside it."""
import argparse
import collections
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

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


def make_index(binaries, statements, folder):
    lines = "".join(
        json.dumps({"id": f"{statement['id']}-{language}", "title": "Statement", "body": statement[language],
                    "language": language, "published": statement["date"]}) + "\n"
        for statement in statements for language in OTHER)
    subprocess.run([binaries + "/indexer", "add", "--db", folder, "--format", "jsonl", "-"], input=lines, text=True, check=True,
                   stdout=subprocess.DEVNULL)


def wait_until_ready(connection):
    for _ in range(600):
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        answer.read()
        if answer.status == 200:
            return
        time.sleep(0.05)
    sys.exit("searchd does not get ready")


def found(connection, query, language, translate):
    connection.request("GET", "/api/v1/search?" + urllib.parse.urlencode(
        {"q": query, "match": "any", "language": language, "per_page": FIRST, "facets": "none", "collapse": "false",
         "translate": translate}))
    answer = json.loads(connection.getresponse().read())
    if "hits" not in answer:
        sys.exit(f"{query}: {answer}")
    return [hit["id"] for hit in answer["hits"]]


def share(connection, statements, language, count, translate, show):
    right = 0
    for name, words in rarest(statements, language, count):
        hit = f"{name}-{OTHER[language]}" in found(connection, " ".join(words), OTHER[language], translate)
        right += hit
        if not hit and show > 0 and translate == "true":
            show -= 1
            print("missed", language, " ".join(words))
    return right / len(statements)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binaries")
    parser.add_argument("--words", default="4,8")
    parser.add_argument("--show", type=int, default=0, help="so many misses of each direction")
    options = parser.parse_args()
    data = os.environ.get("VIGIE_SHARED_DATA")
    if not data:
        sys.exit("VIGIE_SHARED_DATA is not set")
    with open(data + "/gc-quotes/gc-quotes.jsonl", encoding="utf-8") as lines:
        statements = once([json.loads(line) for line in lines])
    with tempfile.TemporaryDirectory() as folder:
        make_index(options.binaries, statements, folder + "/index")
        server = subprocess.Popen([options.binaries + "/searchd", "--db", folder + "/index", "--port", "0"], stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, text=True)
        try:
            address = re.search(r"127\.0\.0\.1:\d+", server.stdout.readline())[0]
            connection = http.client.HTTPConnection(address)
            wait_until_ready(connection)
            for count in map(int, options.words.split(",")):
                for translate in ("false", "true"):
                    shares = [share(connection, statements, language, count, translate, options.show) for language in OTHER]
                    print(f"{count} words, translate={translate}: from English {shares[0]:.3f}, from French {shares[1]:.3f}, "
                          f"mean {sum(shares) / 2:.3f}")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""SQLite's FTS5, with its porter tokenizer without accents: sqlite_peer.py index ROWS.tsv FOLDER | search FOLDER

A page: ten best by bm25, with snippets, the exact total, and counts by language, source and month. A query on each line of the input of `search`, and for each
a line "microseconds TAB total"."""
import os
import sqlite3
import sys
import time

BATCH = 10000
PAGE = "SELECT rowid, snippet(text, 1, '[', ']', '…', 32) FROM text WHERE text MATCH ? ORDER BY bm25(text, 2.0, 1.0) LIMIT 10"
COUNTS = "SELECT {0}, count(*) FROM text JOIN facts ON facts.rowid = text.rowid WHERE text MATCH ? GROUP BY {0}"


def index(rows, folder):
    os.makedirs(folder)
    database = sqlite3.connect(os.path.join(folder, "fts.db"))
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize = 'porter unicode61 remove_diacritics 2')")
    database.execute("CREATE TABLE facts (id TEXT, day INTEGER, source TEXT, language TEXT)")
    with open(rows, encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            identifier, day, source, language, title, body = line.rstrip("\n").split("\t", 5)
            database.execute("INSERT INTO text (rowid, title, body) VALUES (?, ?, ?)", (number, title, body))
            database.execute("INSERT INTO facts (rowid, id, day, source, language) VALUES (?, ?, ?, ?, ?)",
                             (number, identifier, int(day), source, language))
            if number % BATCH == 0:
                database.commit()
    database.commit()
    database.execute("INSERT INTO text (text) VALUES ('optimize')")
    database.commit()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def match_of(query):
    if query.startswith('"'):
        return query
    joined = " OR " if " OR " in query else " AND "
    return joined.join(f'"{word}"' for word in query.replace(" OR ", " ").split())


def page(database, query):
    match = match_of(query)
    database.execute(PAGE, (match,)).fetchall()
    for column in ("language", "source", "day / 100"):
        counts = database.execute(COUNTS.format(column), (match,)).fetchall()
    return sum(count for _, count in counts)


def search(folder):
    database = sqlite3.connect(os.path.join(folder, "fts.db"))
    for line in sys.stdin:
        begin = time.perf_counter()
        total = page(database, line.strip())
        print(f"{int(1e6 * (time.perf_counter() - begin))}\t{total}", flush=True)


if __name__ == "__main__":
    {"index": index, "search": search}[sys.argv[1]](*sys.argv[2:])

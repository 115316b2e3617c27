"""The engines that ours is held against, on the same text with the same work: Lucene 8.7 (peers/*.java), SQLite's FTS5 (peers/sqlite_search.py) and Xapian
as it is usually used (peers/xapian_*.cpp). Set up, from Debian's packages, only with --peers."""
import dataclasses
import glob
import os
import pathlib
import subprocess
import sys

import corpus
import store

SOURCES = pathlib.Path(__file__).resolve().parent / "peers"
THREADS = "2"  # of Lucene's indexing
HEAP = "-Xmx4g"
JARS = ("core", "analyzers-common", "highlighter", "memory", "queries")


@dataclasses.dataclass
class Peer:
    """`index` and `search` are commands, to be given rows and an index, and an index."""
    name: str
    index: list
    search: list


class Lines:
    """A peer's search program at work, to be used in a `with`: a query in, milliseconds and a total out."""

    def __init__(self, peer, index):
        self.process = subprocess.Popen([*peer.search, str(index)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def ask(self, query):
        self.process.stdin.write(query + "\n")
        self.process.stdin.flush()
        microseconds, total = self.process.stdout.readline().split()
        return int(microseconds) / 1000, int(total)


def lucene(folder):
    jars = [jar for name in JARS for jar in glob.glob(f"/usr/share/java/lucene-{name}-8.*.jar")]
    classes = folder / "lucene"
    path = ":".join([str(classes), *jars])
    subprocess.run(["javac", "-d", classes, "-cp", path, *SOURCES.glob("*.java")], check=True)
    java = ["java", HEAP, "-cp", path]
    return Peer("Lucene", [*java, "LuceneIndex"], [*java, "LuceneSearch"])


def xapian(folder):
    program = str(folder / "xapian_peer")
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "xapian-core"], check=True, capture_output=True, text=True).stdout.split()
    subprocess.run(["g++", "-std=c++20", "-O2", "-o", program, SOURCES / "xapian_peer.cpp", *flags], check=True)
    return Peer("Xapian", [program, "index"], [program, "search"])


def sqlite():
    program = [sys.executable, str(SOURCES / "sqlite_peer.py")]
    return Peer("FTS5", [*program, "index"], [*program, "search"])


def set_up(folder):
    folder = folder / "peers"
    os.makedirs(folder, exist_ok=True)
    return [lucene(folder), xapian(folder), sqlite()]


def index_command(peer, rows, index):
    return [*peer.index, rows, index, *([THREADS] if peer.name == "Lucene" else [])]


def index(bench, peer, articles):
    """The peer's index of so many synthetic articles, and its cost."""
    def make(path):
        rows = corpus.rows(bench.corpus(articles))
        cost = store.run(index_command(peer, rows, path))
        return {**dataclasses.asdict(cost), "bytes": store.bytes_of(path)}
    return store.kept(bench, f"index-{articles}-{peer.name.lower()}", make)

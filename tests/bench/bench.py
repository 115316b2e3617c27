#!/usr/bin/env python3
"""Measures: bench.py [search|index|serve|scale] … [--peers], as `./run bench` calls it; without a part all four.

Corpora and indexes are kept in the folder, build/bench, and made anew with --fresh. Each part prints a table and writes FOLDER/PART.json, with machine, versions
and commit. Absolute times depend on the machine and on what else it does; ratios to the peers, measured in turn, are what to compare."""
import argparse
import os
import pathlib
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support"))
import index
import peers
import programs
import report
import scale
import search
import serve
import store

PARTS = {"search": search, "index": index, "serve": serve, "scale": scale}
PACKAGES = ["libxapian30", "libicu72", "libroaring0", "libsqlite3-0", "liblucene8-java", "openjdk-17-jre-headless", "wrk", "wfrench", "wamerican-large"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help="search, index, serve, scale (default: all)")
    parser.add_argument("--peers", action="store_true", help="measure Lucene, Xapian as usually used and SQLite's FTS5 beside ours")
    parser.add_argument("--only", default="", help="of the peers, those named: Lucene,Xapian")
    parser.add_argument("--articles", type=int, default=200000, help="of the synthetic corpus (default: %(default)s)")
    parser.add_argument("--sizes", default="10000,100000,1000000", help="of scale (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=60, help="queries of each class (default: %(default)s)")
    parser.add_argument("--all-facets", action="store_true", help="eleven facets on a page, not three")
    parser.add_argument("--fresh", action="store_true", help="make indexes anew")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(programs.SOURCES) / "build/bench")
    parser.add_argument("--programs", type=pathlib.Path, default=pathlib.Path(programs.SOURCES) / "build/bin")
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    options.folder.mkdir(parents=True, exist_ok=True)
    bench = store.Bench(options.folder, options.programs, options.articles, [int(size) for size in options.sizes.split(",")],
                        options.rounds, options.all_facets, options.fresh)
    if options.peers:
        wanted = [name.lower() for name in options.only.split(",") if name]
        bench.peers = [peer for peer in peers.set_up(options.folder) if not wanted or peer.name.lower() in wanted]
    for name in options.parts or PARTS:
        report.write(options.folder, name, PARTS[name].run(bench), PACKAGES)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Counts the instructions of a fixed set of searches and of articles (valgrind's callgrind), and compares them with those kept in instructions.json:

  instructions.py [--programs build/bin] [--write]

Exit status 1: a count differs by more than 5 per cent from the one kept. Where that is meant, or the better for it, `--write` keeps the new counts; commit them
with the change. Counts do not depend on what else the machine does, but on compiler and libraries: they are compared only where these, and the vector
instructions that libraries choose by, are those they were counted with; elsewhere the test is skipped (exit status 77), as it is without valgrind, the release
build's `counted`, or the word lists."""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import corpus
import programs
import report
import search

KEPT = HERE / "instructions.json"
ARTICLES = 4000  # of the index that is searched
ADDED = 150
ROUNDS = 4  # searches of each class
TOLERANCE = 0.05
PACKAGES = ["libc6", "libstdc++6", "libxapian30", "libicu72", "libroaring0", "libsimdjson14", "valgrind", "wfrench", "wamerican-large"]


def system():
    """What counts depend on, beside our sources. Of packages the upstream version: Debian's security updates hardly matter."""
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        flags = next((line.split() for line in lines if line.startswith(("flags", "Features"))), [])
    found = report.versions(PACKAGES)
    del found["python"]
    upstream = {name: version.split("-")[0].split("+")[0] for name, version in found.items()}
    return {**upstream, "machine": os.uname().machine, "vectors": sorted({"sse4_2", "avx2"} & set(flags))}


def skip(reason):
    print("SKIPPED: " + reason)
    sys.exit(programs.SKIPPED)


def counted(folder, *command):
    """{name of the dump: instructions}"""
    dumps = folder / "callgrind.out"
    subprocess.run(["valgrind", "--tool=callgrind", "--instr-atstart=no", "--collect-atstart=no", f"--callgrind-out-file={dumps}", "-q",
                    *map(str, command)], check=True, stderr=subprocess.DEVNULL if "-v" not in sys.argv else None)
    counts = {}
    for path in folder.glob("callgrind.out.*"):
        text = path.read_text(encoding="utf-8")
        name = re.search(r"^desc: Trigger: Client Request: (.+)$", text, re.MULTILINE)
        if name:
            counts[name[1]] = int(re.search(r"^(?:totals|summary): (\d+)", text, re.MULTILINE)[1])
        path.unlink()
    return counts


def count_searches(where, folder):
    lines = folder / "articles.jsonl"
    corpus.write_lines(lines, corpus.some_articles(ARTICLES))
    index = folder / "index"
    # One job, so that the index is the same on every machine.
    subprocess.run([*programs.add_command(where, index, lines), "--jobs", "1"], check=True, stdout=subprocess.DEVNULL)
    queries = corpus.queries(ROUNDS)
    warming, asked = folder / "warming", folder / "queries"
    warming.write_text("".join(search.target(text) + "\n" for text in corpus.warming(queries)), encoding="utf-8")
    asked.write_text("".join(f"{name}\t{search.target(text)}\n" for name, text in queries), encoding="utf-8")
    return counted(folder, where / "counted", "searches", index, warming, asked)


def count_articles(where, folder):
    lines = folder / "added.jsonl"
    corpus.write_lines(lines, corpus.other_articles("counted", ADDED))
    return counted(folder, where / "counted", "articles", lines, programs.KNOWLEDGE, folder / "database")


def compare(kept, counts):
    """Prints a row for each; the names of those that differ too much."""
    names = sorted(set(kept) | set(counts))
    ratios = {name: counts.get(name, 0) / kept[name] if kept.get(name) else float("inf") for name in names}
    report.print_table(["instructions, thousands", "kept", "now", "ratio"],
                       [[name, kept.get(name, 0) // 1000, counts.get(name, 0) // 1000, f"{ratios[name]:.4f}"] for name in names])
    return [name for name in names if abs(ratios[name] - 1) > TOLERANCE]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", type=pathlib.Path, default=pathlib.Path(programs.SOURCES) / "build/bin")
    parser.add_argument("--write", action="store_true", help="keep the counts of now")
    options = parser.parse_args()
    missing = [path for path in (options.programs / "counted", *map(pathlib.Path, corpus.LISTS.values())) if not path.exists()]
    if missing or not shutil.which("valgrind"):
        skip("not there: " + " ".join(map(str, missing or ["valgrind"])))
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {"system": None, "counts": {}}
    if kept["system"] != system() and not options.write:
        skip(f"the counts kept are of another system\n  kept: {kept['system']}\n  this: {system()}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        counts = {**count_searches(options.programs, folder), **count_articles(options.programs, folder)}
    different = compare(kept["counts"], counts)
    if options.write:
        KEPT.write_text(json.dumps({"system": system(), "counts": dict(sorted(counts.items()))}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"written: {KEPT}")
    elif different:
        sys.exit(f"more than {TOLERANCE:.0%} away from what is kept: {', '.join(different)}. If that is meant, run\n"
                 f"  tests/bench/instructions.py --write\nand commit {KEPT.name} with the change")


if __name__ == "__main__":
    main()

"""Indexes to measure on, made once and kept in the bench folder with what making them cost; and processes, measured."""
import dataclasses
import json
import os
import pathlib
import shutil
import subprocess
import time

import corpus
import programs
import report


@dataclasses.dataclass
class Bench:
    """What all parts are given."""
    folder: pathlib.Path  # build/bench
    programs: pathlib.Path  # where indexer and searchd are
    articles: int
    sizes: list  # of scale
    rounds: int  # queries of each class
    all_facets: bool  # on a page, not three
    fresh: bool  # index anew what is there
    peers: list = dataclasses.field(default_factory=list)  # where they are asked for

    def corpus(self, articles):
        return corpus.synthetic(articles, self.folder / "data")


@dataclasses.dataclass
class Cost:
    """Of a process and its children."""
    seconds: float
    cpu_seconds: float
    peak_bytes: int


def run(command, **options):
    """Runs to its end; its cost. The program's own complaints are passed on where it fails."""
    begin = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    with process.stderr:
        complaints = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}: exit status {process.returncode}\n{complaints.decode()[-2000:]}")
    return Cost(time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, 1024 * usage.ru_maxrss)


def bytes_of(folder):
    """On disk, of all files under it."""
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


def resident_bytes(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as lines:
        return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def add(bench, index, *paths):
    """What it costs to add them to the index, which may not be there yet."""
    return run(programs.add_command(bench.programs, index, *paths))


def kept(bench, name, make):
    """The path `name` in the bench folder, and what make(path) said of it when it was made."""
    path, note = bench.folder / name, bench.folder / (name + ".made.json")
    if bench.fresh and name not in MADE or not note.exists():
        note.unlink(missing_ok=True)
        emptied(path)
        print(f"making {path}", flush=True)
        made = {"commit": report.commit(), **make(path)}
        note.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    MADE.add(name)
    return path, json.loads(note.read_text(encoding="utf-8"))


MADE = set()  # by this run: not made twice where all is asked for anew


def index(bench, articles):
    """The index of so many synthetic articles, and its cost."""
    def make(path):
        lines = bench.corpus(articles)
        cost = add(bench, path, lines)
        return {**dataclasses.asdict(cost), "bytes": bytes_of(path), "text_bytes": lines.stat().st_size}
    return kept(bench, f"index-{articles}", make)


def emptied(path):
    """The path, nothing being there any more."""
    shutil.rmtree(path, ignore_errors=True)
    return path


def copy_of(index_path, name):
    """A copy that may be changed."""
    return pathlib.Path(shutil.copytree(index_path, emptied(index_path.parent / name)))

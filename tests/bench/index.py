"""Adding articles: a whole cold process, seconds, bytes on disk, peak memory; and one small add to a large index that a server is reading."""
import dataclasses
import re
import threading
import time

import corpus
import peers
import programs
import report
import store

RUNS = 3
SMALL_ADDS = 10
POLLS = 0.002  # seconds between two


def once(bench, path, peer):
    """The cost of a new index of the file, by the peer or, where it is None, by us."""
    name = "index-once-" + (peer.name.lower() if peer else "ours")
    where = store.emptied(bench.folder / name)
    cost = store.run(peers.index_command(peer, corpus.rows(path), where)) if peer else store.add(bench, where, path)
    figures = {**dataclasses.asdict(cost), "bytes": store.bytes_of(where)}
    store.emptied(where)
    return figures


def natural(bench):
    """Reuters, engines in turn; of each the run with the median of seconds."""
    path = corpus.reuters(programs.data_folder(), bench.folder / "data")
    if path is None:
        print("SKIPPED: reuters/reuters.tsv.xz is not there (VIGIE_SHARED_DATA)")
        return {}
    if bench.peers:
        corpus.rows(path)
    runs = {}
    for _ in range(RUNS):
        for peer in [None, *bench.peers]:
            runs.setdefault(peer.name if peer else "ours", []).append(once(bench, path, peer))
    return {name: sorted(of, key=lambda figures: figures["seconds"])[RUNS // 2] for name, of in runs.items()}


def synthetic(bench):
    """As they were made, which takes minutes, once; `--fresh` makes them one after the other."""
    made = {"ours": store.index(bench, bench.articles)[1]}
    for peer in bench.peers:
        made[peer.name] = peers.index(bench, peer, bench.articles)[1]
    return made


def revision(server):
    return int(float(re.search(rb"^vigie_index_revision(?:\{.*\})? (\S+)", server.get("/metrics")[1], re.MULTILINE)[1]))


class Watch(threading.Thread):
    """Notes when a server sees another revision of its index."""

    def __init__(self, server):
        super().__init__()
        self.server, self.before, self.seen, self.stopped = server, revision(server), None, False

    def run(self):
        while self.seen is None and not self.stopped:
            if revision(self.server) != self.before:
                self.seen = time.perf_counter()
            time.sleep(POLLS)


def small_add(bench, index, server, article):
    """Milliseconds: of the process, and from its end until the server sees the article (below 0: before)."""
    path = bench.folder / "small.jsonl"
    corpus.write_lines(path, [article])
    watch = Watch(server)
    watch.start()
    cost = store.add(bench, index, path)
    returned = time.perf_counter()
    watch.join(timeout=30)
    watch.stopped = True
    path.unlink()
    if watch.seen is None:
        raise SystemExit("the server did not see a commit within 30 seconds")
    return 1000 * cost.seconds, 1000 * (watch.seen - returned)


def small_adds(bench, index):
    """Of one article each, to a copy of the index."""
    copy = store.copy_of(index, "index-changed")
    with programs.Server(bench.programs, copy) as server:
        server.wait_until_ready()
        found = [small_add(bench, copy, server, article) for article in corpus.other_articles("small", SMALL_ADDS)]
    store.emptied(copy)
    process, seen = zip(*found)
    return {"process_ms": report.summary(process), "visible_after_ms": report.summary(seen)}


def print_costs(name, figures):
    ours = figures["ours"]
    rows = [[who, of["seconds"], of["cpu_seconds"], of["bytes"] / 1e6, of["peak_bytes"] / 1e6, ours["seconds"] / of["seconds"],
             ours["bytes"] / of["bytes"]] for who, of in figures.items()]
    report.print_table([name, "seconds", "of processor", "MB on disk", "MB at most", "time: ours / it", "bytes: ours / it"], rows)


def run(bench):
    figures = {"reuters": natural(bench), f"synthetic {bench.articles}": synthetic(bench)}
    for name, costs in figures.items():
        if costs:
            print_costs(name, costs)
    added = small_adds(bench, store.index(bench, bench.articles)[0])
    print(f"one article added to {bench.articles}: the process {added['process_ms']['median']:.0f} ms (95 %: {added['process_ms']['p95']:.0f}), "
          f"seen {added['visible_after_ms']['median']:.0f} ms after its end (95 %: {added['visible_after_ms']['p95']:.0f})")
    return {**figures, "small_add": added}

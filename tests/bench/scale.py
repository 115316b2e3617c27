"""How costs grow with the number of articles, each with its exponent; and what many updates leave behind."""
import http.client
import threading
import time

import corpus
import index as adding
import programs
import report
import search
import store

COLD_WORDS = 10
UPDATES = 20000
UPDATED = 1000
BATCH = 100  # updates of one `add`


def cold_searches(server, bench):
    """Milliseconds of the first searches of frequent words, right after the start."""
    words = corpus.bands()["h"][:COLD_WORDS]
    return [search.ask(server, word, bench)["ours"] for word in words]


def measure(bench, articles):
    """The costs at one size, all to be small, by name."""
    index, made = store.index(bench, articles)
    with programs.Server(bench.programs, index) as server:
        ready = server.wait_until_ready()
        cold = cold_searches(server, bench)
        times = search.measure(bench, server, {})
        resident = store.resident_bytes(server.process.pid)
    medians = {"ms: " + name: report.summary(by["ours"])["median"] for name, by in times.items()}
    small = adding.small_adds(bench, index)
    return {"indexing, ms an article": 1000 * made["seconds"] / articles, "indexing, MB at most": made["peak_bytes"] / 1e6,
            "disk, bytes an article": made["bytes"] / articles, "memory, bytes an article": resident / articles, "memory, MB": resident / 1e6,
            "start until ready, s": ready, "worst first search, ms": max(cold), **medians, "worst class, ms": max(medians.values()),
            "one small add, ms": small["process_ms"]["median"], "commit to seen, ms": small["visible_after_ms"]["median"]}


def page_time(bench, server):
    """The geometric mean of the classes' medians, in milliseconds."""
    times = search.measure(bench, server, {})
    return report.geometric_mean([report.summary(by["ours"])["median"] for by in times.values()])


def update(bench, index):
    """So many updates of the same articles, all new texts."""
    path = bench.folder / "updates.jsonl"
    for begin in range(0, UPDATES, BATCH):
        ids = [f"s{number % UPDATED}" for number in range(begin, begin + BATCH)]
        corpus.write_lines(path, corpus.other_articles(f"update-{begin}", BATCH, ids))
        store.add(bench, index, path)
    path.unlink()


class Asking(threading.Thread):
    """Asks one search after the other until stopped, and counts those that failed."""

    def __init__(self, address, queries):
        super().__init__()
        self.connection, self.queries = http.client.HTTPConnection(address), queries
        self.stopped, self.asked, self.failed = False, 0, 0

    def run(self):
        while not self.stopped:
            query = self.queries[self.asked % len(self.queries)]
            self.asked += 1
            try:
                self.failed += programs.fetch(self.connection, search.target(query))[0] != 200
            except (OSError, http.client.HTTPException):
                self.connection.close()
                self.failed += 1


def compact_under_load(bench, index, address):
    """Searches asked meanwhile, and how many failed; seconds."""
    asking = [Asking(address, [query for _, query in corpus.queries(20, seed)]) for seed in ("left", "right")]
    for thread in asking:
        thread.start()
    begin = time.perf_counter()
    store.run([bench.programs / "indexer", "compact", "--db", index])
    seconds = time.perf_counter() - begin
    time.sleep(1)  # while the server goes over to what was made
    for thread in asking:
        thread.stopped = True
        thread.join()
    return {"seconds": seconds, "asked": sum(thread.asked for thread in asking), "failed": sum(thread.failed for thread in asking)}


def state(bench, server, index):
    return {"page_ms": page_time(bench, server), "resident_mb": store.resident_bytes(server.process.pid) / 1e6,
            "disk_mb": store.bytes_of(index) / 1e6}


def updates(bench, articles):
    """One server all the while; and one started after all of it."""
    copy = store.copy_of(store.index(bench, articles)[0], "index-updated")
    states = {}
    with programs.Server(bench.programs, copy) as server:
        server.wait_until_ready()
        states["before"] = state(bench, server, copy)
        update(bench, copy)
        states[f"after {UPDATES} updates of {UPDATED}"] = state(bench, server, copy)
        compacting = compact_under_load(bench, copy, server.address)
        states["after compact"] = state(bench, server, copy)
    with programs.Server(bench.programs, copy) as server:
        server.wait_until_ready()
        states["another server"] = state(bench, server, copy)
    store.emptied(copy)
    return {"articles": articles, "states": states, "compact": compacting}


def print_growth(by_size, exponents):
    sizes = list(by_size)
    report.print_table(["articles", *[str(size) for size in sizes], "exponent"],
                       [[name, *[by_size[size][name] for size in sizes], exponents[name]] for name in exponents])


def run(bench):
    by_size = {}
    for size in bench.sizes:
        by_size[size] = measure(bench, size)
        print(f"{size} articles measured", flush=True)
    exponents = {name: report.exponent(bench.sizes, [by_size[size][name] for size in bench.sizes]) for name in by_size[bench.sizes[0]]}
    print_growth(by_size, exponents)
    updated = updates(bench, bench.sizes[0])
    report.print_table([f"{updated['articles']} articles", "a page, ms", "resident MB", "MB on disk"],
                       [[name, *of.values()] for name, of in updated["states"].items()])
    print("compact: {seconds:.1f} s; {asked} searches meanwhile, {failed} failed".format(**updated["compact"]))
    return {"sizes": by_size, "exponents": exponents, "updates": updated}

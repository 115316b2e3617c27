"""Serving over HTTP: searches beside /healthz on a small index, and the times of different searches on a large one at half the rate that it can bear.

The first by `wrk`, the second by load.cpp, since wrk has no rate: there a time counts from when its request was due, so that a stall is not hidden."""
import json
import re
import statistics
import subprocess

import corpus
import programs
import report
import search
import store

CONNECTIONS = 16
SECONDS = 5
RUNS = 3
SEARCHES = 40
DIFFERENT = 2000
STARTER = "corpus/articles"
WRK = """
local paths, next_path = {}, 0
for path in io.lines("%s") do paths[#paths + 1] = path end
request = function()
  next_path = next_path %% #paths + 1
  return wrk.format("GET", paths[next_path])
end
"""


def write_targets(path, targets):
    path.write_text("".join(line + "\n" for line in targets), encoding="utf-8")
    return path


def rate_of(bench, server, paths, anew=False):
    """Requests a second, the paths in turn; made anew, or answers that were kept where there are any."""
    lines = write_targets(bench.folder / "wrk-paths.txt", paths)
    script = bench.folder / "wrk.lua"
    script.write_text(WRK % lines + ('wrk.headers["Cache-Control"] = "no-cache"' if anew else ""), encoding="utf-8")
    said = subprocess.run(["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", script, f"http://{server.address}"],
                          check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit("wrk met errors:\n" + said)
    return float(re.search(r"Requests/sec:\s*([\d.]+)", said)[1])


def title_words(server):
    """Searches for a small index: the longest word of each of the newest titles."""
    titles = [hit["title"] for hit in server.page({"q": "", "sort": "newest", "per_page": 2 * SEARCHES})["hits"]]
    text = ["".join(part["text"] for part in title) if isinstance(title, list) else title for title in titles]
    words = {max(re.findall(r"\w+", title), key=len).lower(): None for title in text}
    return list(words)[:SEARCHES]


def small(bench):
    """The starter corpus: searches a second beside /healthz, in turn, medians."""
    index, _ = store.kept(bench, "index-starter", lambda path: vars(store.add(bench, path, STARTER)))
    with programs.Server(bench.programs, index) as server:
        server.wait_until_ready()
        searches = [search.target(word, bench.all_facets) for word in title_words(server)]
        runs = [(rate_of(bench, server, ["/healthz"]), rate_of(bench, server, searches), rate_of(bench, server, searches, anew=True))
                for _ in range(RUNS)]
    health, kept, anew = (statistics.median(rates) for rates in zip(*runs))
    return {"searches": len(searches), "healthz_per_second": health, "kept_per_second": kept, "anew_per_second": anew,
            "ratio_kept": kept / health, "ratio_anew": anew / health}


def load(bench, server, queries, rate):
    """What load.cpp says of them: requests_per_second, p50_ms, p95_ms, p99_ms, failed. Rate 0: as fast as they are answered."""
    lines = write_targets(bench.folder / "load-paths.txt", [search.target(query, bench.all_facets) for query in queries])
    said = subprocess.run([bench.programs / "load", server.address, lines, str(CONNECTIONS), str(rate)], check=True, capture_output=True, text=True)
    return json.loads(said.stdout)


def large(bench):
    """Different searches of all classes; at half the rate others than those that told the rate."""
    index, _ = store.index(bench, bench.articles)
    queries = [query for _, query in corpus.queries(2 * DIFFERENT // len(corpus.CLASSES) + 100, "load")]
    first, second = queries[:DIFFERENT], queries[DIFFERENT:2 * DIFFERENT]
    with programs.Server(bench.programs, index) as server:
        server.wait_until_ready()
        load(bench, server, corpus.warming([("", query) for query in first + second]), 0)
        saturated = load(bench, server, first, 0)
        half = load(bench, server, second, saturated["requests_per_second"] / 2)
    return {"articles": bench.articles, "searches": len(second), "saturated": saturated, "at_half_the_rate": half}


def run(bench):
    figures = {"small": small(bench), "large": large(bench)}
    of = figures["small"]
    print(f"starter corpus, {CONNECTIONS} connections: /healthz {of['healthz_per_second']:.0f} a second, {of['searches']} searches in turn "
          f"{of['kept_per_second']:.0f} (ratio {of['ratio_kept']:.3f}), made anew {of['anew_per_second']:.0f} (ratio {of['ratio_anew']:.3f})")
    head = [f"{bench.articles} articles", "a second", "median ms", "95 %", "99 %", "worst", "failed"]
    report.print_table(head, [[name, *[figures["large"][key][figure] for figure in ("requests_per_second", "p50_ms", "p95_ms", "p99_ms", "worst_ms", "failed")]]
                              for name, key in (("as fast as they go", "saturated"), ("at half that rate", "at_half_the_rate"))])
    return figures

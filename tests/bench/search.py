"""A whole page of results: exact total, facets, timeline, ten snippets. Ours and the peers', one query each in turn.

Every query is asked once, so that no cache of answers helps; before, other queries with the same words bring the words' postings into memory (and Java's
programs to speed). Ours is `took_ms`, the server's own time for everything up to the answer's bytes; beside it the whole exchange over one connection."""
import contextlib
import re
import time
import urllib.parse

import corpus
import peers
import programs
import report
import store

STEPS = ("match", "order", "count", "show")
FACETS = "language,source,year"


def parameters(query, all_facets):
    return {"q": query, **({} if all_facets else {"facets": FACETS})}


def target(query, all_facets=False):
    return "/api/v1/search?" + urllib.parse.urlencode(parameters(query, all_facets))


def ask(server, query, bench):
    """Milliseconds: the server's own, in all and by step, and of the exchange; and how many articles match."""
    begin = time.perf_counter()
    answer = server.page(parameters(query, bench.all_facets))
    exchange = 1000 * (time.perf_counter() - begin)
    steps = {step: float(took) for step, took in re.findall(r"(\w+);dur=([\d.]+)", server.headers["Server-Timing"])}
    return {"ours": answer["took_ms"], "exchange": exchange, "matches": answer["total"], **steps}


def measure(bench, server, engines):
    """{class: {engine: times}} in milliseconds; of ours also of the exchange; and how many articles each found."""
    queries = corpus.queries(bench.rounds)
    for query in corpus.warming(queries) + [text for _, text in corpus.queries(bench.rounds, "others")]:
        ask(server, query, bench)
        for engine in engines.values():
            engine.ask(query)
    times = {name: {} for name in corpus.CLASSES}
    for name, query in queries:
        found = ask(server, query, bench)
        for engine_name, engine in engines.items():
            found[engine_name], found["matches of " + engine_name] = engine.ask(query)
        for what, value in found.items():
            times[name].setdefault(what, []).append(value)
    return times


def figures_of(times, engines):
    classes = {name: {who: report.summary(values) for who, values in by.items()} for name, by in times.items()}
    for by in classes.values():
        by["ratios"] = {engine: by["ours"]["median"] / by[engine]["median"] for engine in engines}
    ratios = {engine: [by["ratios"][engine] for by in classes.values()] for engine in engines}
    return {"classes": classes, "geometric_mean_ms": report.geometric_mean([by["ours"]["median"] for by in classes.values()]),
            "ratios": {engine: {"geometric_mean": report.geometric_mean(values), "worst": max(values)} for engine, values in ratios.items()}}


def print_figures(figures, engines):
    head = ["class", "matches", *STEPS, "ours: median", "95 %", "99 %", "exchange", *[cell for engine in engines for cell in (engine, "95 %", "99 %", "ratio")]]
    rows = []
    for name, by in figures["classes"].items():
        row = [name, by["matches"]["median"], *[by[step]["median"] for step in STEPS], by["ours"]["median"], by["ours"]["p95"], by["ours"]["p99"], by["exchange"]["median"]]
        for engine in engines:
            row += [by[engine]["median"], by[engine]["p95"], by[engine]["p99"], by["ratios"][engine]]
        rows.append(row)
    report.print_table(head, rows)
    for engine, ratio in figures["ratios"].items():
        print(f"ours / {engine}: geometric mean {ratio['geometric_mean']:.3f}, worst class {ratio['worst']:.3f}")


def run(bench):
    index, _ = store.index(bench, bench.articles)
    print(f"{bench.articles} synthetic articles; a page with {'all eleven' if bench.all_facets else 'three'} facets and the timeline, milliseconds")
    with contextlib.ExitStack() as stack:
        engines = {peer.name: stack.enter_context(peers.Lines(peer, peers.index(bench, peer, bench.articles)[0])) for peer in bench.peers}
        server = stack.enter_context(programs.Server(bench.programs, index))
        server.wait_until_ready()
        figures = figures_of(measure(bench, server, engines), list(engines))
        figures["resident_bytes"] = store.resident_bytes(server.process.pid)
    print_figures(figures, list(engines))
    return {"articles": bench.articles, "facets": 11 if bench.all_facets else 3, **figures}

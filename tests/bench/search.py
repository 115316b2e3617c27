#!/usr/bin/env python3
"""Measures a running searchd: search.py ADDRESS QUERIES.tsv [PARAMETERS], as in search.py 127.0.0.1:8080 /tmp/bench/queries.tsv facets=language,source,year

Asks each query once to warm up, then five times over one kept-alive connection; prints, per class, the medians and 95th percentiles of the server's own time
(`took_ms`: facets, timeline and ten snippets among it) and of the whole exchange, in milliseconds."""
import collections
import http.client
import json
import statistics
import sys
import time
import urllib.parse


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main():
    address, path = sys.argv[1], sys.argv[2]
    parameters = "&" + sys.argv[3] if len(sys.argv) > 3 else ""
    with open(path, encoding="utf-8") as lines:
        queries = [line.rstrip("\n").split("\t") for line in lines]
    connection = http.client.HTTPConnection(address)
    took, whole = collections.defaultdict(list), collections.defaultdict(list)
    for turn in range(6):
        for name, query in queries:
            begin = time.perf_counter()
            connection.request("GET", "/api/v1/search?q=" + urllib.parse.quote(query) + parameters)
            body = connection.getresponse().read()
            passed = 1000 * (time.perf_counter() - begin)
            if turn > 0:
                took[name].append(json.loads(body)["took_ms"])
                whole[name].append(passed)
    print(f"{'class':26} {'took: median':>13} {'95 %':>7} {'exchange: median':>17} {'95 %':>7}")
    for name in took:
        print(f"{name:26} {statistics.median(took[name]):13.2f} {percentile(took[name], 0.95):7.2f} "
              f"{statistics.median(whole[name]):17.2f} {percentile(whole[name], 0.95):7.2f}")


if __name__ == "__main__":
    main()

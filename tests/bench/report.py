"""Figures: statistics, the table on standard output, and the record in JSON that says where it was measured."""
import datetime
import json
import math
import os
import platform
import statistics
import subprocess

import programs


def percentile(values, share):
    """The nearest rank."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def summary(values):
    return {"median": statistics.median(values), "p95": percentile(values, 0.95), "p99": percentile(values, 0.99), "count": len(values)}


def geometric_mean(values):
    return math.exp(statistics.fmean(map(math.log, values)))


def exponent(sizes, costs):
    """Of the power law cost = c size^e, by least squares of the logarithms."""
    x, y = [math.log(size) for size in sizes], [math.log(max(cost, 1e-9)) for cost in costs]
    return statistics.linear_regression(x, y).slope if len(set(x)) > 1 else math.nan


def text_of(cell):
    if isinstance(cell, float):
        return f"{cell:.0f}" if abs(cell) >= 1000 else f"{cell:.3g}" if abs(cell) < 100 else f"{cell:.1f}"
    return "-" if cell is None else str(cell)


def print_table(head, rows):
    lines = [list(map(text_of, row)) for row in [head, *rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        print("  ".join([line[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(line[1:], widths[1:])]), flush=True)
    print(flush=True)


def output_of(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=programs.SOURCES).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {"processor": model, "cores": os.cpu_count(), "memory_bytes": memory, "kernel": platform.release(),
            "load": os.getloadavg()[0]}


def versions(packages):
    """Of those of the Debian packages that are installed, and of the compiler."""
    lines = output_of("dpkg-query", "-W", "-f=${db:Status-Abbrev} ${Package} ${Version}\n", *packages).splitlines()
    found = {line.split()[1]: line.split()[2] for line in lines if line.startswith("ii")}
    return {"g++": output_of("g++", "-dumpfullversion"), "python": platform.python_version(), **found}


def commit():
    changed = " changed" if output_of("git", "status", "--porcelain", "--untracked-files=no") else ""
    return (output_of("git", "rev-parse", "HEAD") or "unknown") + changed


def write(folder, part, figures, packages):
    """Writes build/bench/PART.json and says so."""
    path = os.path.join(folder, part + ".json")
    record = {"part": part, "commit": commit(), "date": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
              "machine": machine(), "versions": versions(packages), "figures": figures}
    with open(path, "w", encoding="utf-8") as out:
        json.dump(record, out, indent=1, ensure_ascii=False)
        out.write("\n")
    print(f"written: {path}\n", flush=True)

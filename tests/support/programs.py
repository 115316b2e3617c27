"""Starts indexer and searchd for the tests and benchmarks that are written in Python."""
import http.client
import json
import os
import subprocess
import sys
import time
import urllib.parse

SOURCES = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
KNOWLEDGE = os.path.join(SOURCES, "corpus", "knowledge")
SKIPPED = 77  # exit status of a test that could not be run
LONGEST_START = 600  # seconds


def data_folder():
    """Where collections that are not part of the project are."""
    return os.environ.get("VIGIE_SHARED_DATA") or os.path.join(SOURCES, "../shared/data")


def add_command(programs, index, *paths):
    return [os.path.join(programs, "indexer"), "add", "--db", str(index), "--knowledge", KNOWLEDGE, *map(str, paths)]


def index_of(articles, programs, folder):
    """The index of the articles, made in the folder, with our own knowledge files."""
    path = os.path.join(folder, "articles.jsonl")
    with open(path, "w", encoding="utf-8") as lines:
        for article in articles:
            lines.write(json.dumps(article) + "\n")
    index = os.path.join(folder, "index")
    subprocess.run(add_command(programs, index, path), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return index


ANEW = {"Cache-Control": "no-cache"}  # no answer that was kept


def fetch(connection, target):
    """(status, body, headers), made anew. A kept-alive connection that the server closed while it was idle, which it may, is opened again, once."""
    try:
        connection.request("GET", target, headers=ANEW)
        answer = connection.getresponse()
    except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
        connection.close()
        connection.request("GET", target, headers=ANEW)
        answer = connection.getresponse()
    return answer.status, answer.read(), answer.headers


class Server:
    """A searchd on a port of its own, for one thread; to be used in a `with`. `options` are searchd's."""

    def __init__(self, programs, index, *options):
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [os.path.join(programs, "searchd"), "--db", str(index), "--port", "0", "--log-level", "off", *options],
            stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().rsplit("//", 1)[1].strip()
        self.connection = http.client.HTTPConnection(self.address)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()

    def get(self, target):
        """(status, body); the headers are kept in `headers`."""
        status, body, self.headers = fetch(self.connection, target)
        return status, body

    def wait_until_ready(self):
        """Seconds from its start until it answers searches."""
        while self.get("/readyz")[0] != 200:
            if time.perf_counter() - self.started > LONGEST_START:
                sys.exit("searchd is not ready after ten minutes: " + self.get("/readyz")[1].decode())
            time.sleep(0.005)
        return time.perf_counter() - self.started

    def page(self, parameters):
        """The answer to /api/v1/search, once the index is loaded."""
        target = "/api/v1/search?" + urllib.parse.urlencode(parameters)
        status, body = self.get(target)
        if status == 503:
            self.wait_until_ready()
            status, body = self.get(target)
        if status != 200:
            sys.exit(f"{target}: status {status}: {body.decode()}")
        return json.loads(body)

"""The sources of the notes: how old they are, and whether their addresses still answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ground.page_source import PageSource
from small_guide import ROOT, small_guide
from sources.__main__ import main
from sources.ages import ages_in_words
from sources.answers import Manners, ask, ask_all
from sources.data_files import read_data_sources
from sources.footnotes import Source, read_sources
from sources.report import report

QUICK = Manners(timeout=5, tries=2, pause=0)


class _Host(BaseHTTPRequestHandler):
    """Answers as its path says: /404, /moved, /slow; counts every request."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, str]]
    released: threading.Event

    def answer(self) -> None:
        self.asked.append((self.command, self.path))
        again = self.asked.count((self.command, self.path))
        moves = {
            "/moved": "/well",
            "/for-now": "/well",
            "/to-404": "/404",
            "/circle": "/circle",
            "/file": "file:///etc/passwd",
            "/nowhere": "http://[x/",
        }
        if self.path == "/slow":
            self.released.wait(30)
        if self.path in moves:
            self.reply(302 if self.path == "/for-now" else 301, ("Location", moves[self.path]))
        elif self.path == "/no-head" and self.command == "HEAD":
            self.reply(405)
        elif self.path == "/ill-at-first" and again == 1:
            self.reply(503, ("Retry-After", "0"))
        elif self.path.strip("/").isdigit():
            self.reply(int(self.path.strip("/")))
        elif self.path == "/hangs-up":
            self.close_connection = True
        else:
            self.reply(200)

    do_HEAD = do_GET = answer  # noqa: N815

    def reply(self, status: int, *headers: tuple[str, str]) -> None:
        self.send_response(status, "<img src=x onerror=alert(1)> @everyone")
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def serving() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The address of a host, and what it was asked."""
    asked: list[tuple[str, str]] = []
    released = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Host", (_Host,), {"asked": asked, "released": released}))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    released.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def host() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    with serving() as served:
        yield served


@pytest.mark.parametrize(
    ("path", "state", "words"),
    [
        ("/well", "well", ""),
        ("/no-head", "well", ""),
        ("/ill-at-first", "well", ""),
        ("/moved", "moved", "{}/well"),
        ("/for-now", "moved", "{}/well"),
        ("/404", "dead", "404 Not Found"),
        ("/403", "dead", "403 Forbidden"),
        ("/500", "dead", "500 Internal Server Error"),
        ("/599", "dead", "599"),
        ("/to-404", "dead", "404 Not Found at {}/404"),
        ("/circle", "dead", "redirected more than 5 times"),
        ("/nowhere", "dead", "301 Moved Permanently, to no address"),
        ("/file", "dead", "no web address at file:///etc/passwd"),
    ],
)
def test_an_address_is_well_moved_or_dead(host: tuple, path: str, state: str, words: str) -> None:
    answer = ask(host[0] + path, QUICK)
    assert (answer.state, answer.words) == (state, words.format(host[0]))


def test_a_host_that_keeps_silent_is_given_up(host: tuple) -> None:
    answer = ask(f"{host[0]}/slow", Manners(timeout=0.2, tries=1))
    assert (answer.state, answer.words) == ("dead", "no answer within 0.2 s")


def test_a_host_that_hangs_up_gives_no_answer(host: tuple) -> None:
    answer = ask(f"{host[0]}/hangs-up", QUICK)
    assert answer.state == "dead"
    assert answer.words.startswith("no answer (")


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "https://host.invalid/x", "http://[::bad/", "http://127.0.0.1:port/"])
def test_what_cannot_be_reached_is_dead(url: str) -> None:
    answer = ask(url, QUICK)
    assert answer.state == "dead"
    assert answer.words.startswith("no answer (")
    assert "\n" not in answer.words


def test_a_page_is_asked_once_by_its_head(host: tuple) -> None:
    address, asked = host
    answers = ask_all([f"{address}/well#one", f"{address}/well#two", f"{address}/well"], QUICK)
    assert list(answers) == [f"{address}/well"]
    assert asked == [("HEAD", "/well")]


def test_an_ill_host_is_asked_again_and_a_sound_refusal_is_believed(host: tuple) -> None:
    address, asked = host
    ask_all([f"{address}/500", f"{address}/404"], QUICK)
    assert asked.count(("HEAD", "/500")) == 2
    assert asked.count(("HEAD", "/404")) == asked.count(("GET", "/404")) == 1


def guide_citing(folder: Path, address: str) -> Path:
    """A guide whose footnotes cite three addresses of the host, and whose data cites a fourth."""
    docs = small_guide(folder)
    notes = [("a", "/well", "2026-10"), ("b", "/404", "2026-10"), ("c", "/moved", "2024-02")]
    text = "".join(f"A fact.[^{n}]\n\n[^{n}]: AWS, [Page](https://h{path}), as of {at}.\n\n" for n, path, at in notes)
    (docs / "topic.md").write_text(text, encoding="utf-8")
    (docs / "index.md").unlink()
    (docs / "_data/questions").mkdir()
    (docs / "_data/questions/1.1.yml").write_text(
        f'- sources:\n    - {{url: "https://h/500", checked: 2026-10}}\n- note: {address}\n'
    )
    return docs


def test_the_command_says_one_line_a_place(
    host: tuple, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    address, _ = host
    docs = guide_citing(tmp_path, address)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sources.__main__.ask_all", lambda urls, _: here(ask_all, urls, address))
    out = tmp_path / "report.md"
    assert main(["check-links", "--docs", str(docs), "--report", str(out)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "docs/_data/questions/1.1.yml:2: https://h/500 is dead: 500 Internal Server Error; cite another page",
        "docs/topic.md:7: https://h/404 is dead: 404 Not Found; cite another page",
        "docs/topic.md:11: https://h/moved has moved; read and cite https://h/well",
        "docs/topic.md:11: https://h/moved was read in 2024-02; read it again",
    ]
    text = out.read_text(encoding="utf-8")
    assert "- `https://h/404`: 404 Not Found (docs/topic.md:7)" in text
    assert "- `https://h/moved` to `https://h/well` (docs/topic.md:11)" in text
    assert "## Read more than 12 months ago (1)\n\n- 2024-02 `https://h/moved` (docs/topic.md:11)" in text
    assert "@everyone" not in text


def here(ask_them: object, urls: object, address: str) -> dict:
    """The answers of the test's host for addresses of https://h."""
    asked = ask_them([url.replace("https://h", address) for url in urls], QUICK)  # type: ignore[operator, attr-defined]
    back = {url.replace(address, "https://h"): answer for url, answer in asked.items()}
    return {url: type(a)(url, a.state, a.words.replace(address, "https://h")) for url, a in back.items()}


def test_nothing_found_is_an_empty_report() -> None:
    source = Source("https://h/well", "2026-10", "docs/a.md", 1)
    seen = report([source], {}, 12, date(2026, 11, 23))
    assert not seen
    assert seen.markdown() == ""
    assert seen.lines() == []


def test_a_report_of_thousands_fits_an_issue() -> None:
    sources = [Source(f"https://h/{n}/{'x' * 500}", "2020", f"docs/{n % 7}.md", n) for n in range(5000)]
    text = report(sources, {}, 12, date(2026, 11, 23)).markdown()
    assert len(text) < 65_536
    assert "## Read more than 12 months ago (" in text
    assert "more" in text


@pytest.mark.parametrize(
    ("as_of", "old"), [("2025-11", False), ("2025-10", True), ("2025-11-01", False), ("2026", False), ("2025", True)]
)
def test_age_is_counted_in_calendar_months(as_of: str, old: bool) -> None:
    source = Source("https://h/", as_of, "docs/a.md", 1)
    assert bool(report([source], {}, 12, date(2026, 11, 23)).old) is old


def footnotes(*dates: str) -> PageSource:
    notes = [f"[^{n}]: AWS, [Page](https://docs.aws.amazon.com/{n}.html), as of {at}." for n, at in enumerate(dates)]
    return PageSource("a.md", "docs/a.md", "\n".join(notes))


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ((), ""),
        (("2026-10",), "2026-10 (1)"),
        (("2026-04", "2026-10", "2026-10-07"), "2026-10 (2), 2026-04 (1)"),
        (("2023-03", "2026-10", "2026-10", "2026-04", "2026-08"), "2026-10 (2), 2026-08 (1); oldest 2023-03 (1)"),
    ],
)
def test_the_ages_of_a_page_are_said_in_a_few_words(dates: tuple[str, ...], words: str) -> None:
    assert ages_in_words(read_sources([footnotes(*dates)])) == words


def test_a_page_of_aws_that_was_read_twice_counts_once_for_the_older_text() -> None:
    twice = [Source("https://h/x", at, "docs/a.md", 1) for at in ("2026-10", "2023-03")]
    assert ages_in_words(twice) == "2023-03 (1)"


def test_the_list_begins_with_the_oldest_and_knows_data_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--docs", str(ROOT / "docs")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 1000
    assert lines == sorted(lines)
    assert any("docs/_data/questions/" in line for line in lines)
    assert any("docs/_data/glossary/" in line for line in lines)


def test_the_list_of_one_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--docs", str(guide_citing(tmp_path, "")), "--page", "topic.md"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[:2] for line in lines] == [
        ["2024-02", "https://h/moved"],
        ["2026-10", "https://h/404"],
        ["2026-10", "https://h/well"],
    ]


def test_a_page_that_cites_nothing_has_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--docs", str(guide_citing(tmp_path, "")), "--page", "no such page"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_data_that_is_no_yaml_has_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "_data").mkdir()
    (tmp_path / "_data/x.yml").write_text("a: [\n")
    assert main(["--docs", str(tmp_path)]) == 2
    assert "x.yml:2: not readable as YAML" in capsys.readouterr().err


def test_dates_that_are_none_are_no_sources(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text(
        "- {source: 'https://h/', as_of: soon}\n- {source: 7, as_of: 2026-10}\n- {url: 'https://h/'}\n"
    )
    assert read_data_sources(tmp_path) == []

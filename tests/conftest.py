"""A real build and a real browser, each once a session."""

from __future__ import annotations

import functools
import itertools
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from windows import Windows

ROOT = Path(__file__).parent.parent
REPOSITORY = "https://git.example.org/someone/guide"
SITE_PATH = "/some/path/"
#: The windows of a telephone and of a desk.
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}

#: Its sitecustomize.py takes the network from every Python that has it on PYTHONPATH.
NO_NETWORK = Path(__file__).parent / "no_network"

_HOSTS = itertools.count()

# The same examples each time, however busy the machine is; `make fuzz` looks for new ones.
_UNTIMED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("test", derandomize=True, **_UNTIMED)
settings.register_profile("fuzz", max_examples=int(os.environ.get("EXAMPLES", "2000")), **_UNTIMED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))

# A browser that shares its cores with seven others may take longer than Playwright's five seconds to paint.
expect.set_options(timeout=20_000)


def mkdocs(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs MkDocs as `make build` does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def site_settings() -> dict[str, str]:
    """The environment of the tests' site: a repository and a sub-path that are not the defaults, and a clock that stands."""
    return {"SITE_URL": f"https://guide.example.org{SITE_PATH}", "REPO_URL": REPOSITORY, "SOURCE_DATE_EPOCH": "1795392000"}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The guide, built strictly once for all workers, for a repository and a sub-path that are not the defaults."""
    shared = _shared(tmp_path_factory, worker_id)
    if not (shared / "site.lock").exists():
        return _built(shared, "site", PYTHONHASHSEED="42")
    # While another worker builds it, this one builds what it is compared with.
    _built_again(shared)
    return _built(shared, "site")


@pytest.fixture(scope="session")
def site_again(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The same guide, built by a Python that orders its sets otherwise and has no network."""
    return _built_again(_shared(tmp_path_factory, worker_id))


def _built_again(shared: Path) -> Path:
    return _built(shared, "again", PYTHONHASHSEED="4711", PYTHONPATH=str(NO_NETWORK))


def _shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of all workers."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if worker_id != "master" else own


def _built(shared: Path, name: str, **environment: str) -> Path:
    """The site of this name, which the first worker to ask builds and the others wait for."""
    target, done = shared / name, shared / f"{name}.done"
    try:
        (shared / f"{name}.lock").touch(exist_ok=False)
    except FileExistsError:
        pause = threading.Event()
        while not done.exists():
            pause.wait(0.2)
        assert (target / "search/search_index.json").exists(), done.read_text(encoding="utf-8")
        return target
    built = mkdocs("build", "--strict", "--site-dir", str(target), **site_settings(), **environment)
    done.write_text(built.stderr, encoding="utf-8")
    assert built.returncode == 0, built.stderr
    return target


@pytest.fixture(scope="session")
def build_log(site: Path) -> str:
    """What the build printed."""
    return (site.parent / "site.done").read_text(encoding="utf-8")


def page_files(site: Path) -> list[Path]:
    """Every page, without what stands at the old addresses of renamed ones."""
    return [path for path in sorted(site.rglob("index.html")) if "<title>This page has moved<" not in path.read_text("utf-8")]


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves the site below SITE_PATH, as GitHub Pages serves a project's site: with its own page for what is missing."""

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(SITE_PATH)) if path.startswith(SITE_PATH) else "/nowhere"

    def send_error(self, code: int, *words: str | None) -> None:
        missing = Path(self.directory, "404.html")
        if code != 404 or not missing.exists():
            super().send_error(code, *words)
            return
        content = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content if self.command == "GET" else b"")

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def served(folder: Path, handler: type[SiteHandler] = SiteHandler) -> Iterator[str]:
    """The address at which the folder is served while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{SITE_PATH}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with served(site) as address:
        yield address


@pytest.fixture
def address(server: str) -> str:
    """Where the built site is served: at a host of the test's own, so that no other test sees what the browser keeps."""
    return server.replace("127.0.0.1", f"test-{next(_HOSTS)}.localhost")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chrome = os.environ.get("CHROME")
    assert chrome, "CHROME is not set: run `make test`, or CHROME=$(which chromium) pytest"
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chrome, args=quiet)


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest.fixture
def new_tab(windows: Windows) -> Iterator[Callable[..., Page]]:
    """Opens an empty tab, which is closed at the end of the test."""
    yield windows.new_tab
    windows.close_tabs()


@pytest.fixture
def open_page(new_tab: Callable[..., Page], windows: Windows, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site; at the end of the test, scripts must have raised no error and asked no other host."""
    errors, foreign = [], []

    def note(url: str) -> None:
        if not url.startswith((address, "data:", "blob:")):
            foreign.append(url)

    def open_(path: str = "", **options: object) -> Page:
        # Playwright's waiting functions are strings, which the site's policy forbids; test_security.py has the pages under it.
        page = new_tab(**{"bypass_csp": True, **options})
        page.on("request", lambda request: note(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address + path)
        return page

    yield open_
    windows.close_tabs()
    assert not errors
    assert not foreign

"""`make serve` shows an edit on every page that it concerns, and lives on after a mistake."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from small_guide import PAGE, ROOT
from test_bad_input import TERM_FILE, project

PATIENCE = 90.0


class Served:
    """A project under `mkdocs serve`, as the Makefile runs it."""

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        self.patience = patience
        self.docs = folder / "docs"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--livereload", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "SITE_URL": self.address},
            stderr=subprocess.PIPE,
            text=True,
        )
        self.log: list[str] = []
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()
        self.wait("Serving on")

    def read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.lines.put(line)

    def wait(self, *wanted: str, patience: float | None = None) -> str:
        """The first line that holds one of the texts."""
        end = time.monotonic() + (self.patience if patience is None else patience)
        while True:
            try:
                line = self.lines.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise TimeoutError(f"none of {wanted} in:\n{''.join(self.log)}") from None
            self.log.append(line)
            if any(text in line for text in wanted):
                return line

    def write(self, file: str, text: str | None) -> list[str]:
        """Gives the file its text, or deletes it; returns what the build says, once it has ended."""
        path = self.docs / file
        self.log.clear()
        for _ in range(5):
            if text is None:
                path.unlink(missing_ok=True)
            else:
                path.write_text(text, encoding="utf-8")
            # The server takes its first look at the files while it starts: an edit before that is seen at the next.
            with contextlib.suppress(TimeoutError):
                self.wait("Detected file changes", patience=self.patience / 5)
                break
        self.wait("Reloading browsers", "An error happened during the rebuild")
        return self.log

    def edit(self, file: str, old: str, new: str) -> list[str]:
        text = (self.docs / file).read_text(encoding="utf-8")
        assert old in text
        return self.write(file, text.replace(old, new))

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=self.patience) as answer:
            return str(answer.read().decode("utf-8"))

    def found(self) -> dict[str, str]:
        """The text of each entry of the search index."""
        docs = json.loads(self.get("search/search_index.json"))["docs"]
        assert len({entry["location"] for entry in docs}) == len(docs)
        return {entry["location"]: json.dumps(entry) for entry in docs}

    def words(self) -> list[str]:
        """What the search finds entries by, beside what they show."""
        return str(json.loads(self.get("search/search_index.json"))["words"]).split(" ")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(self.patience)
        self.reader.join(self.patience)
        assert self.process.stderr
        self.process.stderr.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    folder = project(tmp_path)
    (folder / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    server = Served(folder)
    yield server
    server.stop()


def test_an_edit_shows_and_the_other_pages_stay_whole(served: Served) -> None:
    topic, found = served.get("topic/"), served.found()
    served.edit("index.md", "A fact.", "A recent fact.")
    assert "A recent fact." in served.get("")
    assert topic.partition("\nvar livereload")[0] in served.get("topic/")
    assert served.found().keys() == found.keys()
    assert "recent" in served.words()
    assert {place: text for place, text in served.found().items() if place} == {p: t for p, t in found.items() if p}


def test_a_page_comes_and_goes(served: Served) -> None:
    served.write("new.md", PAGE.replace("Topic", "Novelty").replace("An endpoint.", "A variant."))
    assert "Novelty" in served.get("new/")
    assert "Novelty" in served.get("topic/")
    assert "Novelty" in served.get("glossary/")
    assert any("Novelty" in text for text in served.found().values())
    served.write("new.md", None)
    assert "Novelty" not in served.get("topic/")
    assert "Novelty" not in served.get("glossary/")
    assert not any("Novelty" in text for text in served.found().values())
    with pytest.raises(urllib.error.HTTPError, match="404"):
        served.get("new/")


def test_a_term_and_a_heading_show_on_other_pages(served: Served) -> None:
    served.edit(TERM_FILE, "short: Where a model answers.", "short: Where a request is answered.")
    assert 'title="Where a request is answered."' in served.get("")
    served.edit("topic.md", "# Topic", "# Subject")
    assert "Subject" in served.get("")
    assert "Subject" in served.get("exam/c02-domain-3/")
    served.edit("topic.md", "A fact.", "A fact on each variant.")
    assert "Subject" in served.get("glossary/").partition('id="variant"')[2]


def test_after_edits_all_is_as_a_fresh_build_writes_it(served: Served, tmp_path: Path) -> None:
    served.edit("index.md", "A fact.", "A fact of each variant.")
    served.edit("../overrides/main.html", "{% block extrahead %}", '{% block extrahead %}<meta name="of-all-pages">')
    assert "of-all-pages" in served.get("topic/")
    served.edit("topic.md", "A fact.", "A fact, moved down.\n\n## A section with a kiosk { #kiosk }\n\nText.")
    served.edit("index.md", "A fact", "[A fact](topic.md#kiosk)")
    fresh = tmp_path / "fresh"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(fresh)],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": served.address},
        check=True,
    )
    for file in sorted(file for kind in ("html", "json", "xml", "txt") for file in fresh.rglob(f"*.{kind}")):
        built = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", file.read_text(encoding="utf-8"))
        shown = served.get(file.relative_to(fresh).as_posix())
        assert re.sub(r"<script>\s*var livereload.*?</script>", "", shown, flags=re.DOTALL) == built, file


def test_a_mistake_is_one_line_and_can_be_mended(served: Served) -> None:
    said = served.edit("topic.md", ", as of 2026-10.", ".")
    assert sum("docs/topic.md:10: footnote" in line for line in said) == 1
    assert not any("Traceback" in line for line in said)
    said = served.edit("topic.md", "com/x.html).", "com/x.html), as of 2026-10.\n\n[Gone](#gone)")
    assert sum('docs/topic.md:12: the link "#gone" names no place' in line for line in said) == 1
    assert not any("Traceback" in line for line in said)
    served.edit("topic.md", "[Gone](#gone)", "Mended now.")
    assert "Mended now." in served.get("topic/")
    assert "mended" in served.words()

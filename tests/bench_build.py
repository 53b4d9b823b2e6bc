"""make bench: what a build costs beside plain Material's, how it grows, and how soon an edit shows under `make serve`.

All times but the last table's are seconds of processor time, each build in a process of its own, the least of RUNS runs.

Plain is the theme with the extensions and plugins of mkdocs.yml on the pages that authors wrote, without our hook, templates and
generated pages: `added` is all that is ours, the 28 generated pages with their 1,009 terms and 749 questions included, of which
`generated` is the part. Where we made the theme's own work quicker (see `tests/test_shortcuts.py`) that counts for us.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands import build as builder
from mkdocs.config import load_config

from bench_linking import fill, make_terms
from ground.page_source import read_pages
from small_guide import ROOT, small_guide
from test_serve import Served

RUNS = 2
MOST_ADDED = 0.20
SMALL, TIMES = 60, 10
EDITED = "sagemaker/clarify.md"
PATIENCE = 300.0
_FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)


def settings(*, plain: bool, nav: bool) -> str:
    """mkdocs.yml, without what is ours where `plain`."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    if plain:
        for ours in (r"hooks:\n(?:  - .*\n)+", r"  custom_dir: .*\n", r"  icon: .*\n", r"watch: .*\n", r"strict: .*\n"):
            text = re.sub(rf"^{ours}", "", text, flags=re.MULTILINE)
    return text if nav else text.partition("\nnav:")[0] + "\n"


def project(folder: Path, docs: Path, *, plain: bool, nav: bool = True) -> Path:
    """A project with these pages in `folder`."""
    for name, room in (("docs", docs), ("scripts", ROOT / "scripts"), ("overrides", ROOT / "overrides")):
        if not (folder / name).exists():
            (folder / name).symlink_to(room)
    (folder / "mkdocs.yml").write_text(settings(plain=plain, nav=nav), encoding="utf-8")
    return folder


def build_here(folder: Path) -> None:
    """Builds the project in this process and prints what it took, and the part of generated pages."""
    generated = 0.0

    def timed(work: Callable[..., None]) -> Callable[..., None]:
        def run(page: object, *arguments: object, **named: object) -> None:
            nonlocal generated
            start = time.process_time()
            work(page, *arguments, **named)
            if page.file.generated_by:  # type: ignore[attr-defined]
                generated += time.process_time() - start

        return run

    builder._populate_page = timed(builder._populate_page)
    builder._build_page = timed(builder._build_page)
    os.chdir(folder)
    start = time.process_time()
    with tempfile.TemporaryDirectory() as site:
        config = load_config("mkdocs.yml", site_dir=site)
        config.plugins.on_startup(command="build", dirty=False)
        builder.build(config)
        print(json.dumps([time.process_time() - start, generated]))


def cost(folder: Path) -> tuple[float, float]:
    """Seconds that a build takes, and those of its generated pages."""
    command = [sys.executable, __file__, "--build", str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    if said.returncode:
        sys.exit(said.stderr)
    whole, generated = json.loads(said.stdout.splitlines()[-1])
    return whole, generated


def beside_plain() -> float:
    """Prints the cost of the guide beside plain Material's; returns what ours adds, as a part of plain."""
    words = sum(len(_FRONT_MATTER.sub("", page.text).split()) for page in read_pages(ROOT / "docs"))
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        guide = project(Path(ours), ROOT / "docs", plain=False)
        stock = project(Path(theirs), ROOT / "docs", plain=True)
        pairs = [(cost(stock)[0], cost(guide)) for _ in range(RUNS)]
    plain = min(pair[0] for pair in pairs)
    whole, generated = min(pair[1] for pair in pairs)
    added = whole / plain - 1
    print(f"\na build of the guide, {words:,} words")
    print(f"{'plain':>8} {'ours':>8} {'generated':>10} {'added':>7} {'ms per 1,000 words':>19}")
    print(f"{plain:>8.2f} {whole:>8.2f} {generated:>10.2f} {added:>7.1%} {whole / words * 1e6:>19.1f}")
    return added


def growth() -> None:
    """Prints what ten times the pages with ten times the terms take."""
    print(f"\ngrowth of a build\n{'pages':>6} {'terms':>6} {'plain':>8} {'ours':>8} {'growth':>7}")
    before = 0.0
    for pages in (SMALL, SMALL * TIMES):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            docs = small_guide(folder)
            fill(docs, pages, make_terms(pages))
            plain = cost(project(folder, docs, plain=True, nav=False))[0]
            ours = cost(project(folder, docs, plain=False, nav=False))[0]
        print(f"{pages:>6} {pages:>6} {plain:>8.2f} {ours:>8.2f} {f'{ours / before:.1f}' if before else '':>7}")
        before = ours


def edits() -> None:
    """Prints how long an edit takes from the moment it is saved until the server gives the new page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "docs", folder / "docs")
        served = Served(project(folder, folder / "docs", plain=False), PATIENCE)
        try:
            print(f"\nfrom an edit to the new page under make serve, in seconds\n{'edit':<28} {'clock':>7} {'processor':>10}")
            page = (served.docs / EDITED).read_text(encoding="utf-8")
            served.write(EDITED, page + "\nThe first edit.\n")
            for what, texts in {
                "a sentence": [f"{page}\nSentence {number}.\n" for number in range(5)],
                "a mention of a term": [
                    page.replace("\n## ", f"\n{mention}\n\n## ", 1) for mention in ("AWS Lambda", "Amazon Polly", "")
                ],
            }.items():
                times = [edit(served, EDITED, text) for text in texts]
                print(
                    f"{what:<28} {statistics.median(t for t, _ in times):>7.2f} {statistics.median(p for _, p in times):>10.2f}"
                )
            file = "_data/glossary/training.yml"
            clock, processor = edit(served, file, (served.docs / file).read_text(encoding="utf-8") + "\n# An edit.\n")
            print(f"{'a term (all pages)':<28} {clock:>7.2f} {processor:>10.2f}")
        finally:
            served.stop()


def edit(served: Served, file: str, text: str) -> tuple[float, float]:
    """Seconds on the clock and of the server's processor time."""
    start, used = time.monotonic(), processor_time(served)
    served.write(file, text)
    served.get(EDITED.removesuffix(".md") + "/")
    return time.monotonic() - start, processor_time(served) - used


def processor_time(served: Served) -> float:
    """Seconds that the server has used; only Linux tells."""
    status = Path(f"/proc/{served.process.pid}/stat")
    if not status.exists():
        return float("nan")
    user, system = status.read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--build", type=Path)
    asked = arguments.parse_args()
    if asked.build:
        build_here(asked.build)
    else:
        too_much = beside_plain() > MOST_ADDED
        growth()
        edits()
        sys.exit(too_much)

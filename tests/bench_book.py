"""make bench-book: what printing costs, and how it grows from one area to half of the guide and to the whole.

Each row is a process of its own. `growth` is the time of a page over that of the first row. `MB` is the most that this
process and its workers can take together: its own peak and, for each worker, the largest of theirs.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from book.__main__ import STYLE
from book.binding import bind
from book.nav import Nav, read_nav
from book.printing import print_book, processes
from small_guide import ROOT

AREA = "security"
ROWS = ("area", "half", "whole")
_MB = 1024


def part_of(nav: Nav, row: str) -> Nav:
    """One area, every second chapter of the guide, or all of it."""
    if row == "area":
        return nav.only(AREA)
    if row == "whole":
        return nav
    parts = tuple(replace(part, chapters=part.chapters[::2]) for part in nav.parts)
    return replace(nav, parts=parts)


def measure(site: Path, row: str) -> None:
    """Prints one row's pages, seconds of all processors together, and memory in MB."""
    book = bind(site, part_of(read_nav(ROOT / "mkdocs.yml"), row))
    with tempfile.TemporaryDirectory() as folder:
        pages = print_book(book, ROOT / STYLE, "A4", Path(folder, "book.pdf"))
    own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime
    print(pages, seconds, (own.ru_maxrss + workers.ru_maxrss * processes(len(book.gatherings))) / _MB)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        site = Path(name, "site")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], cwd=ROOT, check=True)
        print(f"{'':>6} {'pages':>6} {'seconds':>8} {'s/page':>7} {'growth':>7} {'MB':>6}", flush=True)
        first = 0.0
        for row in ROWS:
            command = [sys.executable, __file__, str(site), row]
            printed = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, env=os.environ)
            pages, seconds, peak = map(float, printed.stdout.split())
            first = first or seconds / pages
            print(
                f"{row:>6} {pages:>6.0f} {seconds:>8.1f} {seconds / pages:>7.3f} {seconds / pages / first:>7.2f} {peak:>6.0f}",
                flush=True,
            )


if __name__ == "__main__":
    measure(Path(sys.argv[1]), sys.argv[2]) if sys.argv[1:] else main()

"""make bench-book: what printing costs, and how it grows from one area to the whole guide.

Each row is a process of its own, so that its peak memory is its own. `growth` is the time of a page over that of the first row.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from small_guide import ROOT

AREAS = ("ai-services", "bedrock", "sagemaker", "")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        site = Path(name, "site")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], cwd=ROOT, check=True)
        print(f"{'area':>12} {'pages':>6} {'seconds':>8} {'s/page':>7} {'growth':>7} {'peak MB':>8}")
        first = 0.0
        for area in AREAS:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            command = [sys.executable, "-m", "book", "--site", str(site), "--area", area, "--out", str(Path(name, "book.pdf"))]
            printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, env=os.environ)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            pages = int(printed.stdout.partition(": ")[2].partition(" ")[0])
            first = first or seconds / pages
            # The peak is that of the largest child so far: the rows go from small to large.
            peak = after.ru_maxrss / 1024
            row = f"{area or 'all':>12} {pages:>6} {seconds:>8.1f} {seconds / pages:>7.3f} {seconds / pages / first:>7.2f}"
            print(f"{row} {peak:>8.0f}")


if __name__ == "__main__":
    main()

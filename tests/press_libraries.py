"""Installs what the book is printed with, on Debian as root; elsewhere says in one line what is missing.

It never fails: without the libraries the tests of the book are skipped, or fail where CI is set.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from book.press import check_fonts, load
from ground.problem import BadInput

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-liberation", "fonts-dejavu-core")


def missing() -> str:
    """What is missing and the command that installs it; "" for nothing."""
    try:
        load()
        check_fonts()
    except BadInput as error:
        return str(error)
    return ""


def main() -> None:
    if missing() and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *PACKAGES]):
            subprocess.run(["apt-get", *command], stdout=sys.stderr, check=False)
    # A library that was missing once stays so for this process: look from another one.
    look = "import press_libraries; print(press_libraries.missing(), end='')"
    found = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=False)
    print(found.stdout, end="\n" if found.stdout else "", file=sys.stderr)


if __name__ == "__main__":
    main()

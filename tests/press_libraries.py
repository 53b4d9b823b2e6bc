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
        quiet = {"stdout": sys.stderr, "check": False}
        subprocess.run(["apt-get", "update", "-qq"], **quiet)  # type: ignore[call-overload]
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], **quiet)  # type: ignore[call-overload]
    found = subprocess.run([sys.executable, "-c", "import press_libraries; print(press_libraries.missing())"], capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    if found.stdout.strip():
        print(found.stdout.strip(), file=sys.stderr)


if __name__ == "__main__":
    main()

"""Prints the path of a Chromium for the tests: CHROME, else one on PATH, else installs one.

Installing is tried with Playwright, and on Debian as root with apt; what fails is said in one line.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")


def installed() -> str | None:
    """A browser that is there already."""
    named = os.environ.get("CHROME")
    if named:
        if not shutil.which(named):
            sys.exit(f"CHROME names {named}, which is no program: unset CHROME, or name a Chromium")
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None) or playwright_browser()


def playwright_browser() -> str | None:
    """The Chromium that Playwright has downloaded for itself."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def run(*command: str) -> bool:
    """Runs an installer; its words go to standard error, since standard output carries the path."""
    print("$", *command, file=sys.stderr)
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def install() -> str | None:
    if run(sys.executable, "-m", "playwright", "install", "chromium"):
        return playwright_browser()
    if os.geteuid() == 0 and shutil.which("apt-get") and run("apt-get", "update", "-qq"):
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core")
    return shutil.which("chromium")


if __name__ == "__main__":
    found = installed() or install()
    if not found:
        sys.exit("No Chromium found, and none could be installed: install chromium, or set CHROME to its path")
    print(found)

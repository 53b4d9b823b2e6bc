"""The same sources make the same site, byte for byte, and no build asks the network for anything."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from conftest import NO_NETWORK


def files(site: Path) -> dict[str, str]:
    """The path of each file and the digest of its bytes."""
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def test_another_build_without_network_gives_the_same_bytes(site: Path, site_again: Path) -> None:
    first, second = files(site), files(site_again)
    assert sorted(first.keys() ^ second.keys()) == []
    assert [name for name in first if first[name] != second[name]] == []
    assert {"sitemap.xml.gz", "search/search_index.json", "practice/mla-study-guide.apkg"} <= first.keys()


def test_the_network_is_really_off() -> None:
    asks = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    asked = subprocess.run(
        [sys.executable, "-c", asks],
        env={**os.environ, "PYTHONPATH": str(NO_NETWORK)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "the network is off" in asked.stderr

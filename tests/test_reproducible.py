"""The same sources make the same site, byte for byte, and no build asks the network for anything."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import mkdocs, site_settings

#: Loaded by every Python that has its folder on PYTHONPATH: any use of the network is an error, for root and for everyone else.
NO_NETWORK = """\
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"):
        raise RuntimeError(f"the network is off: {event} {arguments[1:]}")

sys.addaudithook(refuse)
"""


@pytest.fixture
def offline(tmp_path: Path) -> dict[str, str]:
    """Environment in which Python has no network."""
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return {"PYTHONPATH": str(tmp_path)}


def files(site: Path) -> dict[str, str]:
    """The path of each file and the digest of its bytes."""
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def test_another_build_without_network_gives_the_same_bytes(site: Path, tmp_path: Path, offline: dict[str, str]) -> None:
    again = tmp_path / "site"
    built = mkdocs("build", "--strict", "--site-dir", str(again), PYTHONHASHSEED="4711", **site_settings(), **offline)
    assert built.returncode == 0, built.stderr
    first, second = files(site), files(again)
    assert sorted(first.keys() ^ second.keys()) == []
    assert [name for name in first if first[name] != second[name]] == []
    assert {"sitemap.xml.gz", "search/search_index.json", "practice/mla-study-guide.apkg"} <= first.keys()


def test_the_network_is_really_off(offline: dict[str, str]) -> None:
    asks = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    asked = subprocess.run(
        [sys.executable, "-c", asks], env={**os.environ, **offline}, capture_output=True, text=True, check=False
    )
    assert "the network is off" in asked.stderr

"""Asking for files whose names authors wrote."""

from __future__ import annotations

from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no file can have, such as one that is too long, has none."""
    try:
        return path.is_file()
    except OSError:
        return False

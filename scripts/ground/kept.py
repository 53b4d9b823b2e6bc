"""What was made of files, kept until one of them changes: `make serve` reads only what was edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from os import stat_result
from pathlib import Path
from stat import S_ISREG
from typing import Any, TypeVar

_T = TypeVar("_T")


class Kept:
    """Lives as long as the process; a file is known by its path, its time and its size."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[object, Any]] = {}

    def get(self, name: str, files: Iterable[Path], make: Callable[[], _T]) -> _T:
        """What `make` returned when the files were last as they are now; what it raises is not kept."""
        stamp = stamps(files)
        kept = self._made.get(name)
        if kept and kept[0] == stamp:
            made: _T = kept[1]
            return made
        made = make()
        self._made[name] = (stamp, made)
        return made


def stamps(files: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """What tells that none of the files has changed, none was added and none is gone."""
    found = ((path, status) for path in files if (status := _status(path)) and S_ISREG(status.st_mode))
    return tuple((str(path), status.st_mtime_ns, status.st_size) for path, status in found)


def _status(path: Path) -> stat_result | None:
    """What the system knows of the path, which may be gone."""
    try:
        return path.stat()
    except OSError:
        return None

"""What was made of files, kept until one of them changes: `make serve` reads only what was edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
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
    found = ((path, path.stat()) for path in files if path.is_file())
    return tuple((str(path), status.st_mtime_ns, status.st_size) for path, status in found)

"""A folder as a zip whose bytes depend on nothing but the files: sorted names, one date, one mode."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: A zip knows no earlier date.
_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644
#: What only a server needs, and the gzipped map that dates itself.
_LEFT_OUT = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})


def pack(folder: Path, target: Path) -> int:
    """Writes the zip, the folder itself at its top, and returns the number of files. `target` is replaced only by a whole one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in _LEFT_OUT)
    try:
        with ZipFile(name, "w", ZIP_DEFLATED) as archive:
            for path in paths:
                entry = ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", _DATE)
                entry.compress_type = ZIP_DEFLATED
                entry.external_attr = _MODE << 16
                archive.writestr(entry, path.read_bytes())
        Path(name).chmod(_MODE)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)
    return len(paths)

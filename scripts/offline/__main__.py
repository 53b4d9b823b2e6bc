"""python -m offline FOLDER   (with PYTHONPATH=scripts, from the repository's root)

Packs a site that was built with OFFLINE=true into a zip.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ground.problem import BadInput, Problem, shown
from offline.archive import pack


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 packed, 2 the folder is no offline site."""
    parser = argparse.ArgumentParser(prog="offline", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("dist/mla-study-guide-offline.zip"))
    options = parser.parse_args(arguments)
    if not (options.folder / "search/search_index.js").is_file():
        lost = Problem(shown(options.folder), 0, "is no offline site", "build it with OFFLINE=true mkdocs build")
        print(BadInput([lost]), file=sys.stderr)
        return 2
    count = pack(options.folder, options.out)
    print(f"{shown(options.out)}: {count} files, {options.out.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

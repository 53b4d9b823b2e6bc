"""python -m plots   (with PYTHONPATH=scripts, from the repository's root): writes docs/assets/plots/*.svg."""

from __future__ import annotations

import sys
from pathlib import Path

from plots import learning, scoring


def drawings() -> dict[str, str]:
    """File name → SVG."""
    return {f"{chart.name}.svg": chart.svg() for chart in (*learning.charts(), *scoring.charts())}


def main(folder: Path = Path("docs/assets/plots")) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for name, svg in drawings().items():
        (folder / name).write_text(svg, encoding="utf-8")
    print(f"{len(drawings())} plots in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

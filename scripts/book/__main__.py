"""python -m book --site FOLDER   (with PYTHONPATH=scripts, from the repository's root)

Prints the built site as a PDF: the whole guide, one area of it, or with `--area all` the guide and each of its areas.
"""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from book.binding import bind
from book.nav import Nav, read_nav
from book.press import SIZES, check_fonts
from book.printing import print_book
from ground.problem import BadInput, shown

STYLE = Path("overrides/book/book.css")
#: The site links to these files too: see overrides/partials/area-pdf.html.
NAME = "mla-study-guide"
ALL = "all"


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 printed, 2 bad input or something missing."""
    parser = argparse.ArgumentParser(prog="book", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"))
    parser.add_argument("--size", choices=SIZES, default=SIZES[0])
    parser.add_argument(
        "--area", default="", help=f"the folder of one area, for example sagemaker; {ALL}: the guide, and each area"
    )
    parser.add_argument("--folder", type=Path, default=Path("dist"), help=f"where {NAME}.pdf and {NAME}-AREA.pdf are written")
    options = parser.parse_args(arguments)
    try:
        check_fonts()
        print(f"Reading {shown(options.site)}", file=sys.stderr)
        nav = read_nav(options.config)
        for area in ["", *nav.areas] if options.area == ALL else [options.area]:
            _print(options.site, nav, area, options.size, options.folder)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _print(site: Path, nav: Nav, area: str, size: str, folder: Path) -> None:
    out = folder / f"{NAME}{f'-{area}' if area else ''}.pdf"
    book = bind(site, nav, area)
    print(f"{book.title}: {book.chapters} chapters", file=sys.stderr)
    pages = print_book(book, STYLE, size, out)
    print(f"{shown(out)}: {pages} pages, {out.stat().st_size / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    # Told to end, it clears away what is half done, as when interrupted.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    sys.exit(main())

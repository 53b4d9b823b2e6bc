"""python -m book --site FOLDER   (with PYTHONPATH=scripts, from the repository's root)

Prints the built site as a PDF: the whole guide, or one area of it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from book.binding import bind
from book.nav import read_nav
from book.press import SIZES, check_fonts
from book.printing import print_book
from ground.problem import BadInput, shown

STYLE = Path("overrides/book/book.css")


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 printed, 2 bad input or something missing."""
    parser = argparse.ArgumentParser(prog="book", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"))
    parser.add_argument("--size", choices=SIZES, default=SIZES[0])
    parser.add_argument("--area", default="", help="the folder of one area, for example sagemaker")
    parser.add_argument("--out", type=Path, help="default: dist/mla-study-guide.pdf, with the area's name behind it")
    options = parser.parse_args(arguments)
    out = options.out or Path("dist", f"mla-study-guide{f'-{options.area}' if options.area else ''}.pdf")
    try:
        check_fonts()
        print(f"Reading {shown(options.site)}", file=sys.stderr)
        book = bind(options.site, read_nav(options.config), options.area)
        print(f"{book.title}: {book.chapters} chapters", file=sys.stderr)
        pages = print_book(book, STYLE, options.size, out)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{shown(out)}: {pages} pages, {out.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

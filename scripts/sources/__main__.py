"""python -m sources   (with PYTHONPATH=scripts, from the repository's root)

Every cited page with the date of the text that was read, the oldest first, and the pages of the guide that cite it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ground.page_source import read_pages
from sources.footnotes import read_sources


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="sources", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    options = parser.parse_args(arguments)
    cited: dict[tuple[str, str], set[str]] = {}
    for source in read_sources(read_pages(options.docs)):
        cited.setdefault((source.as_of, source.url), set()).add(source.page)
    for (as_of, url), pages in sorted(cited.items()):
        print(as_of, url, ", ".join(sorted(pages)), sep="\t")
    print(f"{len({url for _, url in cited})} pages cited", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

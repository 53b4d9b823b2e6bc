"""python -m sources [list | check-links]   (with PYTHONPATH=scripts, from the repository's root)

list         every cited page with the date of the text that was read, the oldest first, and the files of the guide that cite it;
             this is what it does when nothing is said
check-links  asks every cited page whether it still answers, and says what is dead, has moved, or was read too long ago
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ground.page_source import read_pages
from ground.problem import BadInput
from sources.answers import Manners, ask_all
from sources.data_files import read_data_sources
from sources.footnotes import Source, read_sources
from sources.report import report


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 nothing to look at, 1 something found by check-links, 2 bad input."""
    parser = argparse.ArgumentParser(prog="sources", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["list", "check-links"], nargs="?", default="list")
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    parser.add_argument("--page", default="", help="only what files cite whose path contains this, such as bedrock/agents.md")
    parser.add_argument("--older-than", type=int, default=12, metavar="MONTHS", help="what check-links calls too long ago")
    parser.add_argument("--report", type=Path, help="check-links writes this file too: what it found as Markdown")
    parser.add_argument("--timeout", type=float, default=Manners.timeout, metavar="SECONDS")
    options = parser.parse_args(arguments)
    try:
        found = [*read_sources(read_pages(options.docs)), *read_data_sources(options.docs / "_data")]
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    found = [source for source in found if options.page in source.page]
    if not found:
        print(f'no file below {options.docs} whose path contains "{options.page}" cites a page; name another', file=sys.stderr)
        return 2
    if options.command == "list":
        _list(found)
        return 0
    answers = ask_all((source.url for source in found), Manners(timeout=options.timeout))
    seen = report(found, answers, options.older_than, date.today())
    for line in seen.lines():
        print(line)
    if options.report:
        options.report.write_text(seen.markdown(), encoding="utf-8")
    print(f"{len(answers)} pages asked", file=sys.stderr)
    return 1 if seen else 0


def _list(sources: Sequence[Source]) -> None:
    cited: dict[tuple[str, str], set[str]] = {}
    for source in sources:
        cited.setdefault((source.as_of, source.url), set()).add(source.page)
    try:
        for (as_of, url), pages in sorted(cited.items()):
            print(as_of, url, ", ".join(sorted(pages)), sep="\t")
        sys.stdout.flush()
    except BrokenPipeError:  # `… | head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    print(f"{len({url for _, url in cited})} pages cited", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())

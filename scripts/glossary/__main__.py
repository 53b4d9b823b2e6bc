"""python -m glossary check | list | unused | missing   (with PYTHONPATH=scripts, from the repository's root)

check    reads the term files and says what is wrong
list     every term with its file, state and teaching page
unused   terms that no page mentions outside the one that teaches them
missing  capitalised acronyms of the pages without an entry, the most frequent first; docs/_data/glossary-exempt.yml names those
         that need none
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from glossary.store import check_pages, read_terms
from glossary.usage import missing_acronyms, read_exempt, used_terms
from ground.page_source import read_pages
from ground.problem import BadInput


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 nothing to say, 1 something found, 2 bad input."""
    parser = argparse.ArgumentParser(prog="glossary", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["check", "list", "unused", "missing"])
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    options = parser.parse_args(arguments)
    try:
        terms = read_terms(options.docs / "_data/glossary")
        pages = read_pages(options.docs)
        if options.command == "check":
            uris = {page.uri for page in pages}
            check_pages(terms, uris.__contains__)
            print(f"{len(terms)} terms, {sum(len(term.written_forms) for term in terms)} forms, no problem")
            return 0
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    if options.command == "list":
        for term in terms:
            print(
                term.name, term.status.state if term.status else "active", term.page or "-", f"{term.file}:{term.line}", sep="\t"
            )
        return 0
    if options.command == "unused":
        used = used_terms(terms, pages)
        unused = [term for term in terms if term.link and term.name not in used]
        for term in unused:
            print(f"{term.file}:{term.line}: {term.name}")
        print(f"{len(unused)} of {len(terms)} terms are mentioned by no other page", file=sys.stderr)
        return 1 if unused else 0
    acronyms = missing_acronyms(terms, pages, read_exempt(options.docs / "_data/glossary-exempt.yml"))
    for found in acronyms:
        print(f"{found.text}\t{found.count}\t{found.file}:{found.line}")
    return 1 if acronyms else 0


if __name__ == "__main__":
    sys.exit(main())

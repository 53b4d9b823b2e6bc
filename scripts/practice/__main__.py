"""python -m practice check | stats   (with PYTHONPATH=scripts, from the repository's root)

check  reads the questions and says what is wrong; the build checks the anchors of refs too
stats  counts by exam, type, domain, task, difficulty and objective, and whether the bank is as large as it must be
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ground.lined_yaml import load
from ground.page_source import read_pages
from ground.problem import BadInput
from practice.stats import stats
from practice.store import EXAM_IDS, check_refs, read_questions


def objective_ids(folder: Path) -> list[str]:
    """The ids of both outlines, MLA-C02 first."""
    return [
        f"{exam}-{objective['id']}"
        for exam in EXAM_IDS
        for domain in load(folder / f"mla-{exam}.yml")["domains"]
        for task in domain["tasks"]
        for objective in task["objectives"]
    ]


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 nothing to say, 1 the bank is too small, 2 bad input."""
    parser = argparse.ArgumentParser(prog="practice", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["check", "stats"])
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    options = parser.parse_args(arguments)
    try:
        known = objective_ids(options.docs / "_data/exam")
        questions = read_questions(options.docs / "_data/questions", known)
        check_refs(questions, {page.uri for page in read_pages(options.docs)}.__contains__)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    if options.command == "check":
        print(f"{len(questions)} questions, no problem")
        return 0
    found = stats(questions, known)
    print("\n".join(found.lines))
    return 1 if found.short else 0


if __name__ == "__main__":
    sys.exit(main())

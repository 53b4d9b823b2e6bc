"""A guide of one page, whole and right, for tests that break one thing."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent

PAGE = """\
---
description: A page.
reviewed: 2026-11-23
---

# Topic { objectives="c02-3.1.3" }

A fact.[^1] An endpoint.

[^1]: AWS, Guide, [Page](https://docs.aws.amazon.com/x.html), as of 2026-10.
"""
TERMS = """\
- term: endpoint
  short: Where a model answers.
  definition: Where a model answers requests.
  page: topic.md
- term: variant
  short: One of several models behind an endpoint.
  definition: One of several models behind an endpoint.
"""


def small_guide(folder: Path) -> Path:
    """Writes the guide into `folder` and returns its docs/."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs/_data/exam", docs / "_data/exam")
    (docs / "_data/glossary").mkdir()
    (docs / "assets/diagrams").mkdir(parents=True)
    shutil.copy(ROOT / "docs/_data/diagram-template.svg", docs / "_data")
    shutil.copy(ROOT / "docs/_data/diagram-template.svg", docs / "assets/diagrams/flow.svg")
    (docs / "_data/glossary/terms.yml").write_text(TERMS, encoding="utf-8")
    (docs / "topic.md").write_text(PAGE, encoding="utf-8")
    (docs / "index.md").write_text(PAGE.replace("Topic", "Home"), encoding="utf-8")
    return docs

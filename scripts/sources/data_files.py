"""The sources that data files name: a term's status, a question, a correction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ground.lined_yaml import Lined, load
from ground.problem import shown
from sources.footnotes import Source

#: The key of an address, and the key of the date of its text in the same mapping.
_PAIRS = (("url", "checked"), ("source", "as_of"))
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def read_data_sources(folder: Path) -> list[Source]:
    """Every address with a date in the YAML files below `folder`, whatever they are about; BadInput where one is no YAML."""
    return [source for path in sorted(folder.rglob("*.yml")) for source in _sources(load(path), shown(path))]


def _sources(data: Any, file: str) -> Iterator[Source]:
    if isinstance(data, Lined):
        for address, date in _PAIRS:
            url, as_of = data.get(address), data.get(date)
            if isinstance(url, str) and url.startswith("https://") and _DATE.fullmatch(str(as_of)):
                yield Source(url, str(as_of), file, data.line_of(address))
    children = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for child in children:
        yield from _sources(child, file)

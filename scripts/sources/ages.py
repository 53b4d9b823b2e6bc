"""How old the sources of a page are."""

from __future__ import annotations

from collections.abc import Iterable

from sources.footnotes import Source

#: Months shown with their counts before the line says "oldest".
_SHOWN = 2


def months_read(sources: Iterable[Source]) -> list[tuple[str, int]]:
    """How many pages of AWS were read in which month, the newest month first; one read twice counts for the older text."""
    oldest: dict[str, str] = {}
    for source in sources:
        month = source.as_of[:7]
        oldest[source.url] = min(month, oldest.get(source.url, month))
    months = list(oldest.values())
    return [(month, months.count(month)) for month in sorted(set(months), reverse=True)]


def ages_in_words(sources: Iterable[Source]) -> str:
    """Such as "2026-10 (12), 2026-04 (3); oldest 2023-03 (1)"; nothing where there is no source."""
    shown = [f"{month} ({count})" for month, count in months_read(sources)]
    if len(shown) <= _SHOWN:
        return ", ".join(shown)
    return f"{', '.join(shown[:_SHOWN])}; oldest {shown[-1]}"

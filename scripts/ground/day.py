"""Days as authors write them."""

from __future__ import annotations

from datetime import date


def is_day(text: str) -> bool:
    """Whether the text is YYYY-MM-DD and a day of the calendar."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

"""Words of the practice pages' Markdown."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"[\\*_\[\]<>{}|]")


def text(plain: str) -> str:
    """Plain text that Markdown leaves alone."""
    return _MARKUP.sub(r"\\\g<0>", plain)


def counted(questions: int) -> str:
    return "1 question" if questions == 1 else f"{questions} questions"

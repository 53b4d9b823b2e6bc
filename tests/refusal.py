"""What a loader says of bad input."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ground.problem import BadInput


def assert_refused(read: Callable[[], object], *said: str) -> None:
    """`read` must refuse what it is given, in a line that has all of this and says what to do."""
    with pytest.raises(BadInput) as caught:
        read()
    lines = str(caught.value).splitlines()
    assert any(all(part in line for part in (*said, "; ")) for line in lines), lines

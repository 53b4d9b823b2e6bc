"""Python's search for garbage, which a build does without: what to do once it is over and the server goes on."""

from __future__ import annotations

import gc


def sweep(whole: bool) -> None:
    """Frees the garbage of the builds so far. What is left after a whole build is in use until the next, and not looked at again:
    to look took a fifth of the time until an edit shows."""
    if whole:
        gc.unfreeze()
    gc.collect()
    if whole:
        gc.freeze()
    gc.enable()

"""Loaded by every Python that has this folder on PYTHONPATH: using the network is an error then, for root and for everyone."""

from __future__ import annotations

import sys

_USES = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _USES:
        raise RuntimeError(f"the network is off: {event} {arguments[1:]}")


sys.addaudithook(_refuse)

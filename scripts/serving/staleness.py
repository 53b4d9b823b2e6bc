"""Which pages an edit makes stale.

A build is made of what any page may show (terms, outlines, titles, templates, the set of files) and of each page's own text. When
the first changes, everything is made again; else the pages whose text changed, and the generated pages whose content did.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Inputs:
    """What a build is made of; `pages` is what each author's page alone is made of, by its path."""

    shared: object
    pages: Mapping[str, object]


class Staleness:
    """Remembers the last build that went well, and what a failed one left unfinished."""

    def __init__(self) -> None:
        self.everything = True
        self._built: Inputs | None = None
        self._now: Inputs | None = None
        self._stale: set[str] = set()
        self._unfinished: set[str] = set()
        self._contents: dict[str, object] = {}
        self._asked: set[str] = set()

    def begin(self) -> None:
        """A build begins; the one before went well unless `failed` was called."""
        if self._now:
            self._built, self._now = self._now, None
            self._unfinished.clear()
        self._asked.clear()

    def look(self, inputs: Inputs) -> None:
        """What the build is made of is read, and is all right as far as can be said before."""
        built, self._now = self._built, inputs
        self.everything = built is None or built.shared != inputs.shared
        if built is None or self.everything:
            self._contents.clear()
            self._stale = set(inputs.pages)
        else:
            self._stale = self._unfinished | {uri for uri, text in inputs.pages.items() if built.pages.get(uri) != text}

    def failed(self) -> None:
        """The build did not end well: the next one makes its pages again."""
        if not self._now:
            return
        self._now = None
        self._unfinished |= self._stale
        if self.everything:
            self._built = None

    def is_stale(self, uri: str, content: Callable[[], object] | None = None) -> bool:
        """Whether the page is to be made again; `content` tells what a generated page is made of, and is asked once a build."""
        if content and uri not in self._asked:
            self._asked.add(uri)
            found = content()
            if uri not in self._contents or self._contents[uri] != found:
                self._contents[uri] = found
                self._stale.add(uri)
        return uri in self._stale

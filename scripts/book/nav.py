"""The navigation of mkdocs.yml as the parts and chapters of a book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ground.problem import BadInput, Problem, shown

#: The site's front page; in the book cover and contents take its place.
FRONT_PAGE = "index.md"


@dataclass(frozen=True)
class Chapter:
    """`uri` is the page's path below docs/; `group` is the title that it stands under within its part, "" for none."""

    uri: str
    group: str = ""


@dataclass(frozen=True)
class Part:
    """An entry at the top of the navigation. A part that is a single page has no opening page of its own."""

    title: str
    chapters: tuple[Chapter, ...]
    is_page: bool = False

    @property
    def area(self) -> str:
        """The folder that its pages lie in; of a single page its name."""
        return self.chapters[0].uri.partition("/")[0].removesuffix(".md")


@dataclass(frozen=True)
class Nav:
    """What the book takes from mkdocs.yml."""

    name: str
    description: str
    parts: tuple[Part, ...]

    def only(self, area: str) -> Nav:
        """The same with one part."""
        found = tuple(part for part in self.parts if part.area == area)
        if not found:
            areas = ", ".join(part.area for part in self.parts)
            raise BadInput([Problem("mkdocs.yml", 0, f"nav has no area {area!r}", f"choose one of {areas}")])
        return Nav(self.name, self.description, found)

    @property
    def areas(self) -> tuple[str, ...]:
        """The parts that are books of their own too: those of several pages."""
        return tuple(part.area for part in self.parts if not part.is_page)

    def without(self, uris: frozenset[str]) -> Nav:
        """The same without some pages, and without parts that are then empty."""
        parts = []
        for part in self.parts:
            chapters = tuple(chapter for chapter in part.chapters if chapter.uri not in uris)
            if chapters:
                parts.append(Part(part.title, chapters, part.is_page))
        return Nav(self.name, self.description, tuple(parts))

    @property
    def uris(self) -> tuple[str, ...]:
        return tuple(chapter.uri for part in self.parts for chapter in part.chapters)


class _Loader(yaml.SafeLoader):
    """Reads past MkDocs' own tags such as `!ENV`, whose values no book needs."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_nav(path: Path) -> Nav:
    """The parts and chapters that `path`, an mkdocs.yml, names."""
    settings = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
    if not isinstance(settings, dict) or not settings.get("nav"):
        raise BadInput([Problem(shown(path), 0, "has no nav", "list the pages of the book there")])
    parts = tuple(part for entry in settings["nav"] for part in _parts(entry))
    description = " ".join(str(settings.get("site_description", "")).split())
    return Nav(str(settings.get("site_name", "")), description, parts)


def _parts(entry: Any) -> Iterator[Part]:
    title, value = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
    if isinstance(value, list):
        chapters = tuple(chapter for inner in value for chapter in _chapters(inner, ""))
        if chapters:
            yield Part(title, chapters)
    elif value != FRONT_PAGE:
        yield Part(title, (Chapter(value),), is_page=True)


def _chapters(entry: Any, group: str) -> Iterator[Chapter]:
    """The pages of an entry. A folder inside a folder counts as part of the outer one: bookmarks are three deep."""
    title, value = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
    if isinstance(value, list):
        for inner in value:
            yield from _chapters(inner, group or title)
    else:
        yield Chapter(value, group)

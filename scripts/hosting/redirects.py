"""Addresses of renamed pages, docs/_data/redirects.yml: the old address and the page that has its subject now."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ground.lined_yaml import Lined, load
from ground.place import lost_places
from ground.problem import BadInput, Problem, shown

#: Sends the reader on with the section that the old address named; without JavaScript the page itself does, without it.
SCRIPT_URI = "assets/javascripts/moved.js"
_ADDRESS = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._-]*/)+")
#: The page runs our script and loads nothing else.
_POLICY = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class Redirect:
    """`old` is an address below the site's root, such as area/old-name/; `to` is a page, area/name.md or area/name.md#section."""

    old: str
    to: str
    file: str
    line: int

    @property
    def page_uri(self) -> str:
        return self.to.partition("#")[0]

    @property
    def uri(self) -> str:
        """The file that answers at the old address."""
        return f"{self.old}index.html"

    def problem(self, what: str, todo: str) -> Problem:
        return Problem(self.file, self.line, what, todo)


def read_redirects(path: Path, pages: Collection[str]) -> tuple[Redirect, ...]:
    """Every redirect; a guide without the file has none. `pages` are the files of all pages below docs/.

    Raises BadInput for an old address that is none or is a page, and for a target that is no page or is redirected itself.
    """
    data = load(path) if path.exists() else None
    if data is None:
        return ()
    if not isinstance(data, Lined):
        raise BadInput([Problem(shown(path), 0, "the file is no list of redirects", "write area/old-name/: area/name.md")])
    redirects = [Redirect(old, str(to or ""), shown(path), data.line_of(old)) for old, to in data.items()]
    old = {redirect.old for redirect in redirects}
    problems = [problem for redirect in redirects for problem in _check(redirect, old, pages)]
    if problems:
        raise BadInput(problems)
    return tuple(redirects)


def _check(redirect: Redirect, old: Collection[str], pages: Collection[str]) -> Sequence[Problem]:
    if not _ADDRESS.fullmatch(redirect.old):
        return [redirect.problem(f'"{redirect.old}" is no address of a page', "write it such as area/old-name/")]
    if {f"{redirect.old[:-1]}.md", f"{redirect.old}index.md"} & set(pages):
        return [redirect.problem(f'"{redirect.old}" is a page', "delete this line or rename the page")]
    if redirect.page_uri in pages:
        return []
    address = redirect.page_uri.removesuffix(".md") + "/"
    if address in old:
        return [redirect.problem(f'"{redirect.to}" is redirected itself', "name the page where that leads")]
    return [redirect.problem(f'"{redirect.to}" does not exist', "name a page below docs/, such as area/name.md")]


def lost_targets(redirects: Sequence[Redirect], ids: Mapping[str, frozenset[str]]) -> list[Problem]:
    """A problem for every `page#section` that its rendered page (`ids`: page → the ids in it) does not have."""
    return lost_places(((redirect.to, redirect.file, redirect.line) for redirect in redirects), ids)


def moved_page(to: str, script: str, canonical: str) -> str:
    """The page at the old address; `to` and `script` are relative to it, `canonical` may be empty."""
    link = f'  <link rel="canonical" href="{escape(canonical)}">\n' if canonical else ""
    return f"""\
<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="{_POLICY}">
  <meta name="viewport" content="width=device-width,initial-scale=1">
  <meta name="robots" content="noindex">
  <title>This page has moved</title>
{link}  <noscript><meta http-equiv="refresh" content="0; url={escape(to)}"></noscript>
</head>
<body>
  <h1>This page has moved</h1>
  <p><a href="{escape(to)}">Go to its new address.</a></p>
  <script src="{escape(script)}"></script>
</body>
</html>
"""

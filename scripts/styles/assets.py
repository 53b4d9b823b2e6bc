"""Makes style sheets and scripts of a built site small: the theme's without what nothing uses, the guide's without comments."""

from __future__ import annotations

from collections.abc import Iterable, Set
from pathlib import Path

import rcssmin

from styles.unused import names_in_script, properties_asked, without_comments, without_unused_properties, without_unused_rules

#: Their scripts run beside the page, not in it.
_WORKERS = frozenset(("workers", "lunr"))
#: Its script puts the names of its classes together from parts.
_LIGHTBOX_SHEET = "glightbox.min.css"
#: What the theme's script names, but needs only where a page has it (annotations, versions, tabs, tags) or with a feature that is
#: off (tooltips).
_ONLY_WITH_A_PAGE = ("md-annotation", "md-version", "tabbed-", "md-tag", "md-tooltip")


def shrink(assets: Path, names: Set[str]) -> None:
    """Rewrites the files in `assets/stylesheets` and `assets/javascripts`; `names` are the classes and colours of all pages."""
    scripts = _texts(path for path in (assets / "javascripts").rglob("*.js") if path.parent.name not in _WORKERS)
    sheets = _texts((assets / "stylesheets").rglob("*.css"))
    words: set[str] = set().union(*map(names_in_script, scripts.values()))
    named = set(names) | {word for word in words if not word.startswith(_ONLY_WITH_A_PAGE)}
    theirs = [path for path in sheets if ".min" in path.suffixes and path.name != _LIGHTBOX_SHEET]
    for path in theirs:
        sheets[path] = without_unused_rules(sheets[path], named)
    asked = named.union(*map(properties_asked, sheets.values()))
    for path in theirs:
        path.write_text(without_unused_properties(sheets[path], asked), encoding="utf-8")
    for path in sheets.keys() - theirs:
        if path.name != _LIGHTBOX_SHEET:
            path.write_text(rcssmin.cssmin(sheets[path]), encoding="utf-8")
    for path, code in scripts.items():
        if ".min" not in path.suffixes:
            path.write_text(without_comments(code), encoding="utf-8")


def _texts(paths: Iterable[Path]) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in paths}

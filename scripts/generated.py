"""What the pages that the build makes say of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corrections.page import CORRECTIONS_URI
from glossary.term import GLOSSARY_URI
from guide import STATUS_URI, Guide
from practice.pages import PracticePage

_NO_RESULT = {"exclude": True}
#: A term's page says more than its entry.
_LATE_RESULT = {"boost": 0.5}
#: Leads on from a term, an objective or a question in a list to its place on another page.
_LEAD_ON = ("assets/javascripts/lead-on.js",)


@dataclass(frozen=True)
class About:
    """`made_of` is the file or folder below docs/_data/ to which the page's "edit" link leads; `search` is for the index.

    `title` is for a page that the navigation only numbers.
    """

    description: str
    made_of: str
    search: dict[str, Any]
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    title: str = ""


_OTHERS = {
    GLOSSARY_URI: About(
        "Every term of the guide from A to Z: its other names, the section that teaches it, the pages that mention it.",
        "glossary",
        _LATE_RESULT,
        _LEAD_ON,
    ),
    STATUS_URI: About(
        "AWS services and features that closed, ended, changed their name or came back: dates, successors, sources.",
        "glossary",
        _NO_RESULT,
    ),
    CORRECTIONS_URI: About(
        "What this guide or notes in circulation had wrong, what holds, and AWS's page that says so; with a feed.",
        "corrections.yml",
        _NO_RESULT,
    ),
}


def about(uri: str, guide: Guide) -> About:
    """Raises KeyError for a page that authors wrote."""
    if uri in guide.letters:
        said = f"The guide's terms under {guide.letters[uri]}: what each means, its other names, the section that teaches it."
        return About(said, "glossary", _LATE_RESULT)
    if uri in guide.exam_maps:
        said = f"Every objective of {guide.exam_maps[uri].code}, by domain and task, with the way to the sections that teach it."
        return About(said, "exam", _NO_RESULT, _LEAD_ON)
    if uri in guide.domain_maps:
        exam, domain = guide.domain_maps[uri]
        said = f"{exam.code}, domain {domain.number}: every objective with the sections of the guide that teach it."
        return About(said, "exam", _NO_RESULT)
    if uri in guide.practice:
        return _of_practice(guide.practice[uri])
    return _OTHERS[uri]


def _of_practice(page: PracticePage) -> About:
    scripts = tuple(f"assets/javascripts/practice/{name}.js" for name in page.scripts)
    styles = tuple(f"assets/stylesheets/{name}.css" for name in ("practice", *page.styles))
    return About(page.description, "questions", _NO_RESULT, (*scripts, *(_LEAD_ON if page.questions else ())), styles, page.title)

"""Takes out of a minified style sheet the rules that nothing on the site can match, and the properties that nothing asks for.

A rule may match when every class that its selector demands stands in a page or is a word of a script, which may set it later.
What `:not()`, `:is()` and `:where()` say demands nothing. So a part of the theme comes back by itself when a page uses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

_CLASSES = re.compile(r'class="([^"]*)"')
_WORD = re.compile(r"[\w-]+")
#: The theme's colours: each has rules of its own.
_COLOUR = re.compile(r'data-md-color-(?:primary|accent)="[\w-]+"')
_BODY = re.compile(r"<body [^>]*>")
_FUNCTION = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
_OTHER_ATTRIBUTE = re.compile(r"\[(?!data-md-color-(?:primary|accent)=)[^\]]*\]")
_DEMANDED = re.compile(r"\.(-?[A-Za-z_][\w-]*)|\[(data-md-color-[\w-]+=[\w-]+)\]")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_PROPERTY = re.compile(r'(?<=[{;])(--[\w-]+):(?:"[^"]*"|[^;{}"])*(?:;|(?=\}))')
_COMMENT_OR_INDENT = re.compile(r"^[ \t]*//.*\n|^[ \t]+|^\n", re.MULTILINE)
#: No page is written from right to left. While the scheme changes, the theme's script marks <body>, at every page's start too: a
#: rule for everything below made the browser style all of the page twice more.
_NEVER = ("[dir=rtl]", "[data-md-color-switching]")


def names_in_page(html: str) -> set[str]:
    """Every class that stands in the page, and its colours."""
    classes = {name for value in set(_CLASSES.findall(html)) for name in value.split()}
    body = _BODY.search(html)
    return classes | {found.replace('"', "") for found in _COLOUR.findall(body.group() if body else "")}


def names_in_script(code: str) -> set[str]:
    """Every word that a script might use as a class or as a property."""
    return set(_WORD.findall(code))


def properties_asked(css: str) -> set[str]:
    """The custom properties whose values the style sheet uses."""
    return set(_ASKED.findall(css))


def without_unused_rules(css: str, names: Set[str]) -> str:
    """The style sheet without rules that match nothing where only these names occur."""
    return "".join(_kept(css, names))


def without_unused_properties(css: str, asked: Set[str]) -> str:
    """The style sheet without custom properties other than those asked for."""
    return _PROPERTY.sub(lambda found: found.group() if found.group(1) in asked else "", css)


def without_comments(code: str) -> str:
    """The script without lines that are comments and without indentation: a minifier that knows less than all of JavaScript
    breaks it, and this is most of what one saves. Texts over several lines must not depend on either."""
    return _COMMENT_OR_INDENT.sub("", code)


def _kept(css: str, names: Set[str]) -> Iterator[str]:
    for head, body in _rules(css):
        statement, _, selector = head.rpartition(";")  # @charset and its like stand before a rule
        before = f"{statement};" if statement else ""
        if selector.startswith(("@media", "@supports")):
            inner = without_unused_rules(body, names)
            yield before + (f"{selector}{{{inner}}}" if inner else "")
        elif selector.startswith("@") or not body:
            yield head + (f"{{{body}}}" if body else "")
        else:
            matching = ",".join(one for one in _alternatives(selector) if _may_match(one, names))
            yield before + (f"{matching}{{{body}}}" if matching else "")


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """What stands before each outer brace, and what stands inside; at the end what follows the last one."""
    start = 0
    while (opening := css.find("{", start)) >= 0:
        closing = _closing(css, opening)
        yield css[start:opening], css[opening + 1 : closing]
        start = closing + 1
    yield css[start:], ""


_BRACE_OR_STRING = re.compile(r"""[{}]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""", re.DOTALL)


def _closing(css: str, opening: int) -> int:
    depth = 0
    for found in _BRACE_OR_STRING.finditer(css, opening):
        depth += {"{": 1, "}": -1}.get(found.group(), 0)
        if depth == 0:
            return found.start()
    raise ValueError(f"a brace stays open: {css[opening - 40 : opening + 1]}")


def _alternatives(selector: str) -> Iterator[str]:
    """The selectors of a list; a comma inside brackets separates none."""
    depth = start = 0
    for place, sign in enumerate(selector):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            yield selector[start:place]
            start = place + 1
    yield selector[start:]


def _may_match(selector: str, names: Set[str]) -> bool:
    demands = _FUNCTION.sub("", selector)
    plain = _OTHER_ATTRIBUTE.sub("", demands)
    if any(never in demands for never in _NEVER):
        return False
    return all((name or colour) in names for name, colour in _DEMANDED.findall(plain))

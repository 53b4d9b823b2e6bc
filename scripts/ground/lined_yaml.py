"""YAML in which every mapping knows the lines that it and its keys stand on.

Scalars stay what an author wrote: dates are not turned into date objects, so that `2026-07` and `2026-07-30` are both text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from ground.problem import BadInput, Problem, shown


class Lined(dict[str, Any]):
    """A mapping with the line of its first key and of each key."""

    line: int = 0
    lines: dict[str, int]

    def line_of(self, key: str) -> int:
        return self.lines.get(key, self.line)


#: What PyYAML raises at text that is no YAML, and at a tag whose value does not fit it (`!!bool perhaps`).
NOT_YAML = (yaml.YAMLError, ValueError, RecursionError, LookupError, AttributeError, TypeError, OverflowError)

_LONGEST_NUMBER = 100

#: libyaml where PyYAML was built with it: six times as fast on the question bank.
SafeLoader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(SafeLoader):  # type: ignore[misc, valid-type]  # chosen at run time
    """Safe loading with lines, without dates, and with an error for a key given twice."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Lined:
    loader.flatten_mapping(node)
    lined = Lined()
    lined.line = node.start_mark.line + 1
    lined.lines = {}
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node, deep=True))
        if key in lined:
            raise yaml.constructor.ConstructorError(None, None, f'key "{key}" is given twice', key_node.start_mark)
        lined.lines[key] = key_node.start_mark.line + 1
        lined[key] = loader.construct_object(value_node, deep=True)
    return lined


def _whole(loader: _Loader, node: yaml.ScalarNode) -> int:
    """A whole number of a size that Python writes out again."""
    if len(node.value) > _LONGEST_NUMBER:
        raise yaml.constructor.ConstructorError(None, None, f"a number of {len(node.value)} digits", node.start_mark)
    return int(loader.construct_yaml_int(node))


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
_Loader.add_constructor("tag:yaml.org,2002:int", _whole)
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path: Path) -> Any:
    """Reads one YAML file.

    Raises BadInput, with the line, where the text is no YAML, gives a key twice, or is not UTF-8.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput([Problem(shown(path), 0, f"not UTF-8 at byte {error.start}", "save the file as UTF-8")]) from None
    try:
        return yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        what = f"not readable as YAML ({error.problem or error.context})"
        raise BadInput([Problem(shown(path), line, what, "mend the YAML at this line")]) from None
    except NOT_YAML as error:
        what = f"not readable as YAML ({str(error).splitlines()[0] if str(error) else type(error).__name__})"
        raise BadInput([Problem(shown(path), 0, what, "mend the YAML")]) from None

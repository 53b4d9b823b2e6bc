"""Code that a reader may copy: Python parses, Boto3 calls exist with their parameters, JSON and templates are valid."""

from __future__ import annotations

import ast
import functools
import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cfnlint
import pytest
from botocore import xform_name
from botocore.model import Shape, StructureShape

from api_models import SERVICES, model
from small_guide import ROOT

DOCS = ROOT / "docs"
_FENCE = re.compile(r"^( *)(`{3,})([a-z]+)[^\n]*\n(.*?)^\1\2 *$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    page: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def blocks() -> Iterator[Block]:
    for path in sorted(DOCS.rglob("*.md")):
        source = path.read_text(encoding="utf-8")
        for found in _FENCE.finditer(source):
            line = source.count("\n", 0, found.start()) + 1
            yield Block(path.relative_to(DOCS).as_posix(), line, found.group(3), textwrap.dedent(found.group(4)))


BLOCKS = list(blocks())
PYTHON = [block for block in BLOCKS if block.language == "python"]
JSON = [block for block in BLOCKS if block.language == "json"]
TEMPLATES = [block for block in BLOCKS if block.language == "yaml" and "Type: AWS::" in block.text]


@functools.cache
def inputs(method: str) -> list[Shape | None]:
    """The input shapes of every operation that Boto3 calls `method`."""
    return [
        model(service).operation_model(name).input_shape
        for service in SERVICES
        for name in model(service).operation_names
        if xform_name(name) == method
    ]


def unknown(keys: list[ast.expr | None], values: list[ast.expr], shape: Shape | None) -> list[str]:
    """Names in a literal that the shape does not have, looked up as deep as the literal goes."""
    if not isinstance(shape, StructureShape):
        return []
    wrong = []
    for key, value in zip(keys, values, strict=True):
        if not isinstance(key, ast.Constant):
            continue
        if key.value not in shape.members:
            wrong.append(str(key.value))
            continue
        member = shape.members[key.value]
        if member.type_name == "list":
            items = value.elts if isinstance(value, ast.List) else []
            wrong += [
                name for item in items if isinstance(item, ast.Dict) for name in unknown(item.keys, item.values, member.member)
            ]
        elif isinstance(value, ast.Dict):
            wrong += unknown(value.keys, value.values, member)
    return wrong


def boto3_calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls of a method with keyword arguments as AWS spells them, with capitals; the SageMaker Python SDK has none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            named = [keyword.arg or "" for keyword in node.keywords]
            if any(name.lower() != name for name in named):
                yield node


@pytest.mark.parametrize("block", PYTHON, ids=str)
def test_python_parses_and_calls_what_exists(block: Block) -> None:
    for call in boto3_calls(ast.parse(block.text)):
        method = call.func.attr  # type: ignore[attr-defined]
        shapes = inputs(method)
        assert shapes, f"no service of the list has {method}"
        keys: list[ast.expr | None] = [ast.Constant(keyword.arg) for keyword in call.keywords if keyword.arg]
        values = [keyword.value for keyword in call.keywords if keyword.arg]
        found = [unknown(keys, values, shape) for shape in shapes]
        assert [] in found, f"{method}: {min(found, key=len)}"


@pytest.mark.parametrize("block", JSON, ids=str)
def test_json_is_valid(block: Block) -> None:
    text = block.text.strip()
    # A block of several lines that are each an object is JSON Lines.
    for part in text.splitlines() if "\n{" in text and text.startswith("{") and "\n " not in text else [text]:
        json.loads(part if part.startswith(("{", "[")) else f"{{{part}}}")  # a fragment begins with its key


@pytest.mark.parametrize("block", TEMPLATES, ids=str)
def test_templates_pass_cfn_lint(block: Block, tmp_path: Path) -> None:
    template = tmp_path / "template.yaml"
    template.write_text(block.text, encoding="utf-8")
    options = cfnlint.ManualArgs(regions=["us-east-1"])
    assert [str(match) for match in cfnlint.lint_file(template, options)] == []


def test_there_is_code_to_check() -> None:
    assert len(PYTHON) >= 30

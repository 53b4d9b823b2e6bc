"""Whatever authors write: a loader reads it, or says in single lines what is wrong; it never falls over.

`make test` tries the same few examples each time, `make fuzz` many new ones.
"""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from corrections.correction import read_corrections
from exam.outline import read_exam
from exam.services import read_services
from glossary.store import read_terms
from glossary.usage import read_exempt
from ground.problem import BadInput
from guide import read_guide
from guide_extension import Parts
from hosting.redirects import read_redirects
from markup.diagram_file import check_diagrams
from markup.quick_inline import QuickInline
from odd_pieces import KEYS, MARKDOWN, SIGNS, SVG, YAML
from practice.store import read_questions
from search.asked import read_asked
from small_guide import PAGE, ROOT, TERMS, small_guide
from sources.api_facts import read_facts
from sources.data_files import read_data_sources

DATA = ROOT / "docs/_data"


def entries(path: Path, count: int) -> str:
    """The first entries of a list of the guide."""
    parts = path.read_text(encoding="utf-8").split("\n- ")
    return "\n- ".join(parts[:count]) + "\n"


QUESTIONS = entries(DATA / "questions/1.1.yml", 3)
CORRECTIONS = entries(DATA / "corrections.yml", 3)
SERVICES = entries(DATA / "exam/services.yml", 4)
FACTS = (DATA / "api-facts.yml").read_text(encoding="utf-8")[:2500].rpartition("\n")[0]
EXEMPT = (DATA / "glossary-exempt.yml").read_text(encoding="utf-8")[:1500].rpartition("\n")[0]
OUTLINE = (DATA / "exam/mla-c02.yml").read_text(encoding="utf-8")[:2500].rpartition("\n")[0]
DIAGRAM = (DATA / "diagram-template.svg").read_text(encoding="utf-8")
TERM = """\
- term: AWS Old
  short: A service.
  definition: |
    A service, with `code`.
  aliases: [Old, Olds]
  formerly: [Older]
  see: [endpoint]
  tasks: [c02-3.1]
  status: {state: ended, since: 2026-07-30, successor: New, source: "https://docs.aws.amazon.com/x", as_of: 2026-10}
  match: exact
  link: false
"""

odd = st.sampled_from([*SIGNS, *YAML, *MARKDOWN, *SVG])
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | odd | st.dates()
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=6),
    max_leaves=25,
)


@st.composite
def mended(draw: st.DrawFn, source: str) -> bytes:
    """The source after a few cuts, copies and insertions."""
    text = source
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = draw(st.just("") | odd | st.just(text[start:end] * 2) | st.text(max_size=8))
        text = text[:start] + piece + text[end:]
    data = text.encode("utf-8", "surrogatepass")
    other = [b"\xef\xbb\xbf" + data, data.replace(b"\n", b"\r\n"), data + b"\xff", text.encode("utf-16", "surrogatepass")]
    return draw(st.sampled_from([data, data, data, data, *other]))


def written(source: str) -> st.SearchStrategy[bytes]:
    """A file: the source changed, any tree as YAML, any text, any bytes."""
    dumped = st.one_of(trees, st.lists(trees, max_size=3)).map(
        lambda tree: yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "surrogatepass")
    )
    text = st.lists(odd | st.text(max_size=10), max_size=12).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass"))
    return st.one_of(mended(source), mended(source), dumped, text, st.binary(max_size=60))


@functools.cache
def folder() -> Path:
    """One for all examples: only the file under test changes."""
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


def place(name: str, data: bytes) -> Path:
    path = folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def told(read: Callable[[], Any], file: str) -> Any:
    """What `read` gives; bad input must be told in single lines that name the file."""
    try:
        return read()
    except BadInput as error:
        assert error.problems
        for problem, line in zip(error.problems, str(error).split("\n"), strict=True):
            assert line == str(problem)
            assert line.isprintable(), line
            assert file in line
            assert problem.what and problem.todo
        return None


def diagrams(folder: Path) -> None:
    problems = check_diagrams(folder, DATA / "diagram-template.svg")
    if problems:
        raise BadInput(problems)


#: The loaders of files, each with a source to change.
LOADERS: dict[str, tuple[str, str, Callable[[Path], Any]]] = {
    "terms": ("terms/x.yml", TERMS + TERM, lambda path: read_terms(path.parent)),
    "questions": ("questions/x.yml", QUESTIONS, lambda path: read_questions(path.parent, ())),
    "outline": ("mla-c02.yml", OUTLINE, lambda path: read_exam(path, "c02")),
    "services": ("services.yml", SERVICES, read_services),
    "exempt words": ("exempt.yml", EXEMPT, read_exempt),
    "facts": ("api-facts.yml", FACTS, read_facts),
    "sources of data": ("data/x.yml", QUESTIONS, lambda path: read_data_sources(path.parent)),
    "corrections": ("corrections.yml", CORRECTIONS, lambda path: read_corrections(path, lambda uri: True)),
    "redirects": (
        "redirects.yml",
        "area/old/: topic.md#a\narea/older/: topic.md\n",
        lambda path: read_redirects(path, ["topic.md"]),
    ),
    "asked": ("asked.yml", "topic.md:\n  - what is it\ntopic.md#a:\n  - how big\n", lambda path: read_asked(path, ["topic.md"])),
    "diagrams": ("diagrams/x.svg", DIAGRAM, lambda path: diagrams(path.parent)),
}


@pytest.mark.parametrize("loader", LOADERS)
@given(data=st.data())
def test_loaders_of_data_files(loader: str, data: st.DataObject) -> None:
    name, source, read = LOADERS[loader]
    path = place(name, data.draw(written(source)))
    told(lambda: read(path), path.name)


@functools.cache
def guide() -> Path:
    """A small guide, whole; each example changes a file and puts it back."""
    return small_guide(folder() / "guide")


STOCK = [
    "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.arithmatex", "pymdownx.details",
    "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.superfences",
]  # fmt: skip
CONFIGS = {"pymdownx.arithmatex": {"generic": True}, "toc": {"permalink": True}}


def rendered(parts: Parts, uri: str, source: str, meta: dict[str, Any]) -> str:
    parts.begin(uri, meta)
    return markdown.Markdown(extensions=[*STOCK, *parts.extensions, QuickInline()], extension_configs=CONFIGS).convert(source)


@given(data=written(PAGE))
def test_pages(data: bytes) -> None:
    page = guide() / "topic.md"
    page.write_bytes(data)
    read = told(lambda: read_guide(guide()), "topic.md")
    if read:
        parts = Parts()
        parts.take(read, guide())
        for source in read.pages:
            assert rendered(parts, source.uri, source.body, source.front_matter) is not None


@given(parts=st.lists(odd | st.text(max_size=20), max_size=25), joint=st.sampled_from(["", " ", "\n", "\n\n"]))
@example(parts=["![x](" + "b" * 300 + "/assets/diagrams/x.svg)"], joint="")
def test_markdown(parts: list[str], joint: str) -> None:
    """What no loader refuses reaches the extensions."""
    (guide() / "topic.md").write_text(PAGE, encoding="utf-8")
    ours = Parts()
    ours.take(read_guide(guide()), guide())
    assert rendered(ours, "topic.md", joint.join(parts), {}) is not None


def teardown_module() -> None:
    shutil.rmtree(folder())

"""What the notes say of AWS's APIs is what botocore's models say: the facts of api-facts.yml, and every name of an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import botocore
import pytest

from api_models import description, model, names, operations, shape_at, values_at, waiters
from ground.page_source import read_pages
from guide import read_guide
from refusal import assert_refused
from small_guide import ROOT, small_guide
from sources.api_facts import Fact, lost_facts, read_facts

FACTS = read_facts(ROOT / "docs/_data/api-facts.yml")
PAGES = {page.uri: page for page in read_pages(ROOT / "docs")}

#: What looks like an operation and is none, by what it is.
NO_OPERATIONS = {
    "IAM actions without an operation": {
        "ListBucket",
        "bedrock-mantle:CreateInference",
        "s3:ListAllMyBuckets",
        "s3:ListBucket",
        "sts:GetServiceBearerToken",
        "sts:TagSession",
    },
    "classes of the SageMaker Python SDK": {"CreateModelStep"},
    "rules of AWS Glue Data Quality": {"DetectAnomalies"},
    "metrics": {"SearchOCU"},
    "hooks of CodeDeploy": {"ValidateService"},
    "streams in two directions, which botocore leaves out": {"InvokeEndpointWithBidirectionalStream", "StartConversation"},
}
#: What looks like a value of an enum and is none, by what it is.
NO_VALUES = {
    "environment variables": {
        "AWS_BATCH_JOB_ARRAY_INDEX",
        "PIP_CACHE_DIR",
        "SAGEMAKER_BIND_TO_PORT",
        "SAGEMAKER_MANAGED_WARMPOOL_CACHE_DIRECTORY",
        "SAGEMAKER_PROGRAM",
        "SM_CURRENT_HOST",
        "SM_HOSTS",
        "SM_HPS",
        "SM_HP_VAL_F1",
        "SM_MODEL_DIR",
        "SM_NUM_CPUS",
        "SM_NUM_GPUS",
        "SM_NUM_NEURONS",
    },
    "steps of DataBrew recipes": {
        "CATEGORICAL_MAPPING",
        "MEAN_NORMALIZATION",
        "MIN_MAX",
        "MODIFIED_Z_SCORE",
        "ONE_HOT_ENCODING",
        "SCALE_BETWEEN",
        "Z_SCORE",
    },
    "kinds of Personalize recipes": {
        "PERSONALIZED_ACTIONS",
        "PERSONALIZED_RANKING",
        "POPULAR_ITEMS",
        "RELATED_ITEMS",
        "USER_PERSONALIZATION",
        "USER_SEGMENTATION",
    },
    "values that models take as free text": {
        "FILE_FSX_SMB",
        "FILE_S3",
        "GENERIC_INDEX",
        "INNER_PRODUCT",
        "LONG_TERM",
        "NEW_SESSION",
    },
    "words in logs": {
        "BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE",
        "EMBEDDING_FAILED",
        "INVALID_ENCRYPTION",
        "RESOURCE_IGNORED",
        "USAGE_LOGS",
    },
    "words of languages": {"AT_LEAST", "CAP_SYS_ADMIN", "JSON_PARSE", "RANDOM_CUT_FOREST"},
}
_CODE = re.compile(r"`([^`]+)`")
_OPERATION = re.compile(
    r"(?:[a-z0-9-]+:)?(?:Accept|Add|Analyze|Apply|Associate|Assume|Batch|Cancel|Compare|Contains|Copy|Count|Create|Delete|Deploy"
    r"|Deregister|Describe|Detect|Disable|Disassociate|Enable|Execute|Export|Generate|Get|Import|Index|Infer|Ingest|Invoke|List|Modify"
    r"|Optimize|Prepare|Publish|Put|Query|Receive|Recognize|Register|Render|Replicate|Request|Restore|Retrieve|Retry|Rollback|Run"
    r"|Search|Send|Start|Stop|Submit|Synthesize|Tag|Test|Translate|Untag|Update|Upload|Validate)[A-Z]\w+"
)
_VALUE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_MODEL_OF = re.compile(r"botocore [\d.]+, model of \[[^\]]*\]\([^)]*/API_(?!Operations_)(?:\w+_)?([A-Za-z0-9]+)\.html\)")


def wrong(fact: Fact) -> str:
    """What botocore says instead, or nothing."""
    if fact.kind == "operation":
        return "" if fact.place in model(fact.service).operation_names else "no such operation"
    if fact.kind == "waiter":
        return "" if fact.place in waiters(fact.service) else f"the waiters {sorted(waiters(fact.service))}"
    if fact.kind == "text":
        told = description(fact.service, fact.place)
        return "" if fact.says in told else f"this of it: {told}"
    shape = shape_at(fact.service, fact.place)
    if shape is None:
        return f"no {fact.place}"
    if fact.kind == "enum":
        values = values_at(fact.service, fact.place)
        fits = values == set(fact.values) if fact.complete else values >= set(fact.values)
        return "" if fits else f"the values {sorted(values)}"
    bounds = {key: shape.metadata.get(key) for key, said in (("min", fact.least), ("max", fact.most)) if said is not None}
    said = {key: value for key, value in (("min", fact.least), ("max", fact.most)) if value is not None}
    return "" if fact.kind != "limit" or bounds == said else f"{bounds}"


def complaint(fact: Fact) -> str:
    """One line for an author, or nothing."""
    found = wrong(fact)
    page = PAGES[fact.page]
    where = f"{page.file}:{page.line_of(fact.words)}"
    about = f"{fact.kind} {fact.place} of {fact.service}"
    return (
        found
        and f'{where}: notes say "{fact.words}" ({about}), botocore {botocore.__version__} says {found}: '
        f"mend the page, or the fact at {fact.file}:{fact.line}"
    )


def test_pages_say_what_the_facts_quote() -> None:
    assert [str(problem) for problem in lost_facts(FACTS, PAGES.values())] == []


@pytest.mark.parametrize("service", sorted({fact.service for fact in FACTS}))
def test_botocore_says_what_the_pages_say(service: str) -> None:
    assert [line for fact in FACTS if fact.service == service if (line := complaint(fact))] == []


def test_there_are_facts_of_every_kind() -> None:
    assert len(FACTS) >= 250
    assert {fact.kind for fact in FACTS} == {"operation", "shape", "member", "waiter", "enum", "limit", "text"}
    assert sum(fact.kind in ("limit", "enum") for fact in FACTS) >= 150


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "limit", "place": "InvokeEndpointAsync.RequestTTLSeconds", "least": 60, "most": 3600}, "'max': 21600"),
        ({"kind": "limit", "place": "InvokeEndpointAsync.Patience", "least": 60}, "no InvokeEndpointAsync.Patience"),
        ({"kind": "operation", "place": "InvokeEndpointLater"}, "no such operation"),
        ({"kind": "text", "place": "InvokeEndpointAsync.InvocationTimeoutSeconds", "says": "a week"}, "15 minutes"),
    ],
    ids=["bound", "member", "operation", "text"],
)
def test_a_fact_that_moved_is_told_with_page_and_line(change: dict[str, object], said: str) -> None:
    page = "sagemaker/inference/asynchronous.md"
    fact = Fact(page, "60 to 21,600 seconds", "sagemaker-runtime", "limit", "x", "docs/_data/api-facts.yml", 7)
    line = complaint(replace(fact, **change))  # type: ignore[arg-type]
    assert re.match(rf'docs/{page}:\d+: notes say "60 to 21,600 seconds"', line)
    assert said in line
    assert line.endswith("mend the page, or the fact at docs/_data/api-facts.yml:7")


@dataclass(frozen=True)
class Name:
    """A name in backticks, in the prose of a page, in a term or in a question."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: `{self.text}` is in no model of botocore: mend it, or say in the test what it is"


def lines() -> Iterator[tuple[str, int, str]]:
    for page in PAGES.values():
        yield from ((page.file, number, text) for number, text in page.prose())
    for path in sorted((ROOT / "docs/_data").glob("*/*.yml")):
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield path.relative_to(ROOT).as_posix(), number, text


def written(pattern: re.Pattern[str]) -> Iterator[Name]:
    for file, number, text in lines():
        yield from (Name(file, number, code) for code in _CODE.findall(text) if pattern.fullmatch(code))


def test_every_operation_that_the_notes_name_exists() -> None:
    excepted = set().union(*NO_OPERATIONS.values())
    found = list(written(_OPERATION))
    assert len(found) > 500
    unknown = [name for name in found if name.text not in excepted and name.text.rpartition(":")[2] not in operations() | names()]
    assert [str(name) for name in unknown] == []
    assert sorted(excepted - {name.text for name in found}) == []


def test_every_value_that_the_notes_name_exists() -> None:
    excepted = set().union(*NO_VALUES.values())
    found = list(written(_VALUE))
    assert [str(name) for name in found if name.text not in names() | excepted] == []
    assert sorted(excepted - {name.text for name in found}) == []


def test_footnotes_cite_models_that_exist() -> None:
    cited = [(page, number, name) for page in PAGES.values() for number, line in page.prose() for name in _MODEL_OF.findall(line)]
    assert len(cited) > 500
    known = operations() | names()
    assert [f"{page.file}:{number}: {name}" for page, number, name in cited if name not in known] == []


FACT = "topic.md:\n- {words: A fact of 7, service: s3, limit: A.b, max: 7}\n"
# what is broken, text to replace, replacement, message expected
BROKEN = [
    ("no mapping", FACT, "- topic.md", "yml: the file is not a mapping from pages to facts"),
    ("no list", FACT, "topic.md: x", 'yml:1: the facts of "topic.md" are no list'),
    ("a page that is none", "topic.md:", "tropic.md:", 'yml:2: there is no page "tropic.md"'),
    ("words that are not there", "A fact", "A rumour", 'topic.md does not say "A rumour of 7"'),
    ("a number that is not there", "max: 7", "max: 8", 'topic.md does not say "8"'),
    ("two kinds", "limit: A.b", "limit: A.b, shape: A", "yml:2: a fact is not a mapping with one kind"),
    ("an unknown key", "max: 7", "most: 7", 'yml:2: unknown key "most" in a fact of kind limit'),
    ("a number that is text", "max: 7", 'max: "7"', "yml:2: max of a limit is no number"),
    ("no number", ", max: 7", "", "yml:2: a limit has neither min nor max"),
    ("no values", "limit: A.b, max: 7", "enum: A.b", "yml:2: an enum has no list of texts"),
    ("no name", "limit: A.b", "limit: a b", 'yml:2: limit "a b" is no name'),
]


@pytest.mark.parametrize(("_kind", "old", "new", "expected"), BROKEN, ids=[kind[0] for kind in BROKEN])
def test_a_bad_fact_gets_one_line(tmp_path: Path, _kind: str, old: str, new: str, expected: str) -> None:
    docs = small_guide(tmp_path)
    page = docs / "topic.md"
    page.write_text(page.read_text(encoding="utf-8").replace("A fact.", "A fact of 7."), encoding="utf-8")
    assert old in FACT
    (docs / "_data/api-facts.yml").write_text(FACT.replace(old, new), encoding="utf-8")
    assert_refused(lambda: read_guide(docs), expected)

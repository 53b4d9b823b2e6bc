"""botocore's models of AWS's services, which the tests compare the notes with."""

from __future__ import annotations

import functools
import html
import re
from typing import Any

import botocore.session
from botocore import xform_name
from botocore.model import ListShape, MapShape, ServiceModel, Shape, StructureShape

#: The services whose operations the notes name; the next one is added with the page that needs it.
# fmt: off
SERVICES = [
    "accessanalyzer", "apigateway", "application-autoscaling", "athena", "autoscaling", "batch", "bcm-data-exports",
    "bedrock", "bedrock-agent", "bedrock-agent-runtime", "bedrock-agentcore", "bedrock-agentcore-control",
    "bedrock-runtime", "budgets", "ce", "cloudformation", "cloudfront", "cloudtrail", "cloudwatch", "codeartifact",
    "codebuild", "codecommit", "codeconnections", "codedeploy", "codeguru-reviewer", "codepipeline", "comprehend",
    "comprehendmedical", "compute-optimizer", "compute-optimizer-automation", "config", "cost-optimization-hub",
    "databrew", "datasync", "devops-guru", "directconnect", "dynamodb", "ec2", "ecr", "ecs", "eks", "elasticache",
    "emr", "emr-serverless", "events", "firehose", "forecast", "forecastquery", "frauddetector", "fsx", "glue",
    "guardduty", "healthlake", "iam", "inspector2", "kendra", "kinesis", "kinesis-video-archived-media",
    "kinesis-video-media", "kinesisvideo", "kms", "lakeformation", "lambda", "lex-models", "lex-runtime",
    "lexv2-models", "lexv2-runtime", "logs", "lookoutequipment", "macie2", "mwaa", "neptune-graph", "opensearch",
    "organizations", "personalize", "personalize-runtime", "polly", "qbusiness", "quicksight", "rds", "rekognition",
    "s3", "s3vectors", "sagemaker", "sagemaker-a2i-runtime", "sagemaker-featurestore-runtime", "sagemaker-metrics",
    "sagemaker-runtime", "savingsplans", "scheduler", "secretsmanager", "securityhub", "serverlessrepo",
    "service-quotas", "servicecatalog", "sns", "sqs", "ssm", "stepfunctions", "storagegateway", "sts", "textract",
    "transcribe", "translate", "trustedadvisor", "wellarchitected", "xray",
]
# fmt: on
_TAG = re.compile(r"<[^>]+>")


@functools.cache
def session() -> botocore.session.Session:
    return botocore.session.get_session()


@functools.cache
def model(service: str) -> ServiceModel:
    return session().get_service_model(service)


@functools.cache
def waiters(service: str) -> frozenset[str]:
    """The names of the service's waiters, as Boto3 has them."""
    return frozenset(map(xform_name, session().get_waiter_model(service).waiter_names))


def shape_at(service: str, place: str) -> Shape | None:
    """The shape at `CreateTrainingJob.HyperParameters.*`, that is an operation's input or a shape, then members; or None."""
    head, *names = place.split(".")
    known = model(service)
    shape: Shape | None = None
    if head in known.operation_names:
        shape = known.operation_model(head).input_shape
    elif head in known.shape_names:
        shape = known.shape_for(head)
    for name in names:
        shape = _inside(shape) if name == "*" else _member(shape, name)
    return shape


def values_at(service: str, place: str) -> frozenset[str]:
    """The values of the enum at the place, or of the items there."""
    shape = shape_at(service, place)
    while isinstance(shape, (ListShape, MapShape)):
        shape = _inside(shape)
    return frozenset(getattr(shape, "enum", ()))


def _inside(shape: Shape | None) -> Shape | None:
    if isinstance(shape, ListShape):
        return shape.member
    return shape.value if isinstance(shape, MapShape) else None


def _member(shape: Shape | None, name: str) -> Shape | None:
    while isinstance(shape, (ListShape, MapShape)):
        shape = _inside(shape)
    return shape.members.get(name) if isinstance(shape, StructureShape) else None


def description(service: str, place: str) -> str:
    """AWS's own words about an operation, a shape or a member, as plain text."""
    known = model(service)
    found = known.operation_model(place) if place in known.operation_names else shape_at(service, place)
    return " ".join(html.unescape(_TAG.sub("", found.documentation)).split()) if found else ""


@functools.cache
def operations() -> frozenset[str]:
    """The operations of all services."""
    return frozenset(name for service in SERVICES for name in _written(service)["operations"])


@functools.cache
def names() -> frozenset[str]:
    """Everything else that a model of a service names: shapes, their members, the values of enums."""
    found: set[str] = set()
    for service in SERVICES:
        for name, shape in _written(service)["shapes"].items():
            found.add(name)
            found.update(shape.get("members", ()))
            found.update(shape.get("enum", ()))
    return frozenset(found)


def _written(service: str) -> dict[str, Any]:
    """The model as its file has it; a walk over botocore's own shapes takes ten times as long."""
    return session().get_component("data_loader").load_service_model(service, "service-2")

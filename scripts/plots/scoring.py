"""Curves about scores: ROC, precision and recall, thresholds, log loss, temperature, drift. Every number is computed here."""

from __future__ import annotations

import math
from itertools import pairwise
from statistics import NormalDist

from plots.chart import Axis, Chart, Curve, curve

_GOOD, _WEAK = (NormalDist(0, 1), NormalDist(2, 1)), (NormalDist(0, 1), NormalDist(0.7, 1))
_SHARE_POSITIVE = 0.1
_TICKS = (0, 0.2, 0.4, 0.6, 0.8, 1)
_THRESHOLDS = [n / 50 for n in range(-200, 301)]


def _rates(model: tuple[NormalDist, NormalDist]) -> list[tuple[float, float]]:
    """(false positive rate, true positive rate) for falling thresholds; `model` gives the scores of negatives and positives."""
    negative, positive = model
    return [(1 - negative.cdf(t), 1 - positive.cdf(t)) for t in reversed(_THRESHOLDS)]


def area(points: list[tuple[float, float]]) -> float:
    """Area under a curve by trapezoids."""
    return sum((x2 - x1) * (y1 + y2) / 2 for (x1, y1), (x2, y2) in pairwise(points))


def roc() -> Chart:
    good, weak = _rates(_GOOD), _rates(_WEAK)
    return Chart(
        "roc",
        "ROC curves of two classifiers",
        f"True positive rate against false positive rate over all thresholds. The better model bends toward "
        f"the upper left corner "
        f"(AUC {area(good):.2f}), the weak one less (AUC {area(weak):.2f}), guessing is the diagonal (AUC 0.5).",
        Axis("false positive rate", _TICKS, 1),
        Axis("true positive rate (recall)", _TICKS, 1),
        (
            Curve(f"AUC {area(good):.2f}", tuple(good), 215, below=True),
            Curve(f"AUC {area(weak):.2f}", tuple(weak), 285, below=True),
            curve("guessing 0.50", (0.0, 0.7, 1.0), (0.0, 0.7, 1.0), 1, below=True),
        ),
    )


def _precision(recall: float, false_rate: float, share: float) -> float:
    found = recall * share
    return found / (found + false_rate * (1 - share))


def precision_recall() -> Chart:
    points = [(tpr, _precision(tpr, fpr, _SHARE_POSITIVE), _precision(tpr, fpr, 0.5)) for fpr, tpr in _rates(_GOOD) if tpr > 0.01]
    recalls = [point[0] for point in points]
    return Chart(
        "precision-recall",
        "Precision against recall, balanced and rare",
        "The same classifier, with half of the examples positive and with one in ten. ROC and AUC are equal "
        "for both; precision is "
        "much lower where positives are rare, which is why the precision-recall curve is read for imbalanced classes.",
        Axis("recall", _TICKS, 1),
        Axis("precision", _TICKS, 1),
        (
            curve("half positive", recalls, [point[2] for point in points], -120),
            curve("1 in 10 positive", recalls, [point[1] for point in points], -190, below=True),
        ),
    )


def threshold() -> Chart:
    negative, positive = _GOOD
    xs = [t for t in _THRESHOLDS if -1 <= t <= 3]
    recall = [1 - positive.cdf(t) for t in xs]
    precision = [_precision(1 - positive.cdf(t), 1 - negative.cdf(t), 0.3) for t in xs]
    f1 = [2 * p * r / (p + r) for p, r in zip(precision, recall, strict=True)]
    best = xs[f1.index(max(f1))]
    return Chart(
        "threshold",
        "Precision, recall and F1 against the threshold",
        f"Three in ten examples are positive. A higher threshold raises precision and lowers recall; F1 is "
        f"largest between, here at "
        f"{best:.2f}. The threshold is chosen after training, by the cost of each kind of error.",
        Axis("threshold on the score", (-1, 0, 1, 2, 3)),
        Axis("metric", _TICKS, 1),
        (curve("precision", xs, precision, 175), curve("recall", xs, recall, 40), curve("F1", xs, f1, -14)),
        (best, "highest F1"),
    )


def log_loss() -> Chart:
    xs = [n / 100 for n in range(2, 99)]
    return Chart(
        "log-loss",
        "Log loss of one prediction",
        "The loss when the true class is positive, and when it is negative, against the predicted "
        "probability of positive. Being sure and "
        "wrong costs far more than being unsure.",
        Axis("predicted probability of the positive class", _TICKS, 1),
        Axis("log loss", (0, 1, 2, 3, 4)),
        (
            curve("truth: positive", xs, [-math.log(x) for x in xs], 12),
            curve("truth: negative", xs, [-math.log(1 - x) for x in xs], 66),
        ),
    )


def temperature() -> Chart:
    logits = (4.0, 3.2, 2.5, 1.5, 1.0, 0.2)
    ranks = list(range(1, len(logits) + 1))

    def softmax(heat: float) -> list[float]:
        powers = [math.exp(logit / heat) for logit in logits]
        return [power / sum(powers) for power in powers]

    return Chart(
        "temperature",
        "The next token at three temperatures",
        "Probabilities of six candidate tokens, the likeliest first. At temperature 0.3 nearly all weight is "
        "on the first; at 2 the six come "
        "close to each other; the order never changes.",
        Axis("candidate token by rank", tuple(ranks)),
        Axis("probability", _TICKS, 1),
        (
            curve("temperature 1", ranks, softmax(1), 1),
            curve("0.3", ranks, softmax(0.3), 0),
            curve("2", ranks, softmax(2), 4),
        ),
    )


def drift() -> Chart:
    xs = [n / 20 for n in range(-80, 141)]
    return Chart(
        "data-drift",
        "A feature that drifts",
        "The distribution of one feature at training time and months later: its mean has moved and it has "
        "spread. A drift check "
        "compares the two distributions, not single values.",
        Axis("value of the feature", (-4, -2, 0, 2, 4, 6)),
        Axis("density", (0, 0.1, 0.2, 0.3, 0.4, 0.5), 1, high=0.5),
        (
            curve("training", xs, [NormalDist(0, 1).pdf(x) for x in xs], 62),
            curve("production", xs, [NormalDist(1.8, 1.4).pdf(x) for x in xs], 122),
        ),
    )


def charts() -> list[Chart]:
    return [roc(), precision_recall(), threshold(), log_loss(), temperature(), drift()]

"""Curves about training: fit, learning rate, regularization, early stopping. Every number is computed here."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from plots.chart import Axis, Chart, Curve, curve, within

_NOISE = 0.25


def _wave(count: int, seed: int) -> tuple[list[float], list[float]]:
    """Points of sin(2πx) with noise: the truth that the models below look for."""
    dice = random.Random(seed)  # noqa: S311 - data for a picture
    xs = [(n + 0.5) / count for n in range(count)]
    return xs, [math.sin(2 * math.pi * x) + dice.gauss(0, _NOISE) for x in xs]


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination with pivoting, for the few unknowns of a polynomial."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, size):
            factor = rows[row][column] / rows[column][column]
            rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    answer = [0.0] * size
    for row in reversed(range(size)):
        rest = sum(rows[row][column] * answer[column] for column in range(row + 1, size))
        answer[row] = (rows[row][size] - rest) / rows[row][row]
    return answer


def _basis(x: float, degree: int) -> list[float]:
    """Legendre polynomials on [0, 1]: they keep the equations solvable at high degrees."""
    t = 2 * x - 1
    values = [1.0, t]
    for n in range(1, degree):
        values.append(((2 * n + 1) * t * values[n] - n * values[n - 1]) / (n + 1))
    return values[: degree + 1]


def _fit(xs: Sequence[float], ys: Sequence[float], degree: int, ridge: float = 1e-9) -> list[float]:
    """Weights of the polynomial of least squares, with an L2 penalty."""
    rows = [_basis(x, degree) for x in xs]
    size = degree + 1
    matrix = [[sum(row[i] * row[j] for row in rows) + (ridge if i == j else 0) for j in range(size)] for i in range(size)]
    return _solve(matrix, [sum(row[i] * y for row, y in zip(rows, ys, strict=True)) for i in range(size)])


def _error(weights: Sequence[float], xs: Sequence[float], ys: Sequence[float]) -> float:
    """Root mean squared error."""
    degree = len(weights) - 1
    squares = [
        (sum(w * b for w, b in zip(weights, _basis(x, degree), strict=True)) - y) ** 2 for x, y in zip(xs, ys, strict=True)
    ]
    return math.sqrt(sum(squares) / len(squares))


def complexity() -> Chart:
    """Training and validation error of polynomials of degree 1 to 11."""
    (tx, ty), (vx, vy) = _wave(14, 3), _wave(200, 11)
    degrees = list(range(1, 12))
    fits = [_fit(tx, ty, degree) for degree in degrees]
    best = min(degrees, key=lambda degree: _error(fits[degree - 1], vx, vy))
    return Chart(
        "bias-variance",
        "Error against model complexity",
        "Polynomials fitted to 14 noisy points. Training error only falls; validation error falls while the "
        "model is too simple "
        "(underfitting, high bias) and rises when it follows the noise (overfitting, high variance).",
        Axis("degree of the polynomial (complexity)", (1, 3, 5, 7, 9, 11)),
        Axis("RMSE", (0, 0.2, 0.4, 0.6, 0.8), 1),
        (
            Curve("validation", within([(d, _error(fit, vx, vy)) for d, fit in zip(degrees, fits, strict=True)], 0.8), 7),
            curve("training", degrees, [_error(fit, tx, ty) for fit in fits], 4, below=True),
        ),
        (best, f"best: {best}"),
    )


def learning_curve(name: str, degree: int, title: str, description: str) -> Chart:
    """Training and validation error of one model against the number of training examples, the mean over 40 drawings of data."""
    sizes = [12, 16, 20, 30, 40, 60, 80, 100]
    vx, vy = _wave(200, 99)
    train, validation = [], []
    for size in sizes:
        runs = [_wave(size, seed) for seed in range(40)]
        fits = [_fit(xs, ys, degree) for xs, ys in runs]
        train.append(sum(_error(fit, xs, ys) for fit, (xs, ys) in zip(fits, runs, strict=True)) / len(runs))
        validation.append(sum(min(_error(fit, vx, vy), 1) for fit in fits) / len(runs))
    return Chart(
        name,
        title,
        description,
        Axis("training examples", (20, 40, 60, 80, 100), low=12),
        Axis("RMSE", (0, 0.2, 0.4, 0.6, 0.8), 1),
        (curve("validation", sizes, [min(v, 0.8) for v in validation], 4), curve("training", sizes, train, 4, below=True)),
    )


def learning_curves() -> list[Chart]:
    return [
        learning_curve(
            "learning-curve-underfitting",
            1,
            "Learning curve of an underfitting model",
            "A straight line on wave-shaped data: training and validation error meet early at a high level. More "
            "data does not help, "
            "a more complex model does.",
        ),
        learning_curve(
            "learning-curve-overfitting",
            9,
            "Learning curve of an overfitting model",
            "A polynomial of degree 9 on few examples: training error is low, validation error high. The gap "
            "closes as examples are "
            "added.",
        ),
    ]


def _descend(rate: float, steps: int) -> list[float]:
    """Loss (w - 3)² of gradient descent from w = 0."""
    weight, losses = 0.0, []
    for _ in range(steps + 1):
        losses.append((weight - 3) ** 2)
        weight -= rate * 2 * (weight - 3)
    return losses


def learning_rates() -> Chart:
    """Loss per step for a rate too low, one that fits, and one too high."""
    steps = list(range(13))
    limit = 14.0
    return Chart(
        "learning-rates",
        "Loss for three learning rates",
        "Gradient descent on the loss (w - 3) squared from w = 0. At 0.02 the loss falls too slowly, at 0.2 "
        "it is near zero after six "
        "steps, at 1.03 each step overshoots and the loss grows.",
        Axis("step", (0, 2, 4, 6, 8, 10, 12)),
        Axis("loss", (0, 4, 8, 12), 0, high=limit),
        (
            curve("0.2 fits", steps, _descend(0.2, 12), 4),
            curve("0.02 too low", steps, _descend(0.02, 12), 9),
            Curve("1.03 too high", within(list(enumerate(_descend(1.03, 12))), limit), 3),
        ),
    )


def early_stopping() -> Chart:
    """Training and validation loss over the epochs of gradient descent on a model with more weights than it needs."""
    (tx, ty), (vx, vy) = _wave(12, 5), _wave(200, 21)
    degree, rate, epochs = 10, 0.06, 4000
    rows = [_basis(x, degree) for x in tx]
    weights = [0.0] * (degree + 1)
    kept: list[tuple[int, float, float]] = []
    for epoch in range(epochs + 1):
        if epoch % 50 == 0:
            kept.append((epoch, _error(weights, tx, ty), _error(weights, vx, vy)))
        errors = [sum(w * b for w, b in zip(weights, row, strict=True)) - y for row, y in zip(rows, ty, strict=True)]
        for i in range(degree + 1):
            weights[i] -= rate * 2 / len(rows) * sum(e * row[i] for e, row in zip(errors, rows, strict=True))
    best = min(kept, key=lambda entry: entry[2])[0]
    xs = [entry[0] for entry in kept]
    return Chart(
        "early-stopping",
        "Early stopping",
        f"Loss over the epochs of a model with eleven weights and twelve examples. Training loss keeps "
        f"falling; validation loss is "
        f"lowest at epoch {best} and rises after it. Early stopping keeps the model of that epoch.",
        Axis("epoch", (0, 1000, 2000, 3000, 4000)),
        Axis("RMSE", (0, 0.2, 0.4, 0.6, 0.8), 1),
        (
            curve("validation", xs, [entry[2] for entry in kept], 45),
            curve("training", xs, [entry[1] for entry in kept], 45, below=True),
        ),
        (best, "stop here"),
    )


def penalties() -> Chart:
    """A weight of 2 under growing L1 and L2 penalties, for orthonormal features (closed form)."""
    strengths = [n / 20 for n in range(81)]
    return Chart(
        "l1-l2",
        "What L1 and L2 do to a weight",
        "A weight that would be 2 without a penalty. L1 takes the same amount off at every strength and "
        "reaches exactly zero: the feature "
        "is dropped. L2 shrinks it in proportion and never reaches zero.",
        Axis("strength of the penalty", (0, 1, 2, 3, 4)),
        Axis("weight", (0, 0.5, 1, 1.5, 2), 1),
        (
            curve("L2 (ridge, weight decay)", strengths, [2 / (1 + s) for s in strengths], 30),
            curve("L1 (lasso)", strengths, [max(0.0, 2 - s) for s in strengths], 22, below=True),
        ),
    )


def charts() -> list[Chart]:
    return [complexity(), *learning_curves(), learning_rates(), early_stopping(), penalties()]

"""Draws line charts in the style of the diagrams: one file for the light and the dark scheme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 480, 300
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 14, 52
#: Pixels that a character of a label takes, and the least distance of two labels.
CHARACTER, LINE = 7.6, 18

_STYLE = """\
    text { font: 15px system-ui, sans-serif; fill: #1d2733 }
    .tick { font-size: 13px; fill: #46525f }
    .middle { text-anchor: middle }
    .end { text-anchor: end }
    .axis { stroke: #46525f; stroke-width: 1.5; fill: none }
    .grid { stroke: #d5dbe1; stroke-width: 1 }
    .curve { fill: none; stroke-width: 2.5; stroke-linejoin: round }
    .a { stroke: #1f6f5f } .b { stroke: #8f5b00; stroke-dasharray: 8 4 } .c { stroke: #4b45b2; stroke-dasharray: 2 4 }
    .label { paint-order: stroke; stroke: #ffffff; stroke-width: 4; stroke-linejoin: round; stroke-dasharray: none }
    text.a { fill: #1f6f5f } text.b { fill: #8f5b00 } text.c { fill: #4b45b2 }
    .mark { stroke: #46525f; stroke-width: 1.25; stroke-dasharray: 4 4 }
    #only-dark:target text { fill: #e6ebf0 }
    #only-dark:target .tick { fill: #b4c0cc }
    #only-dark:target .axis, #only-dark:target .mark { stroke: #b4c0cc }
    #only-dark:target .grid { stroke: #323c46 }
    #only-dark:target .a { stroke: #6cc5b1 }
    #only-dark:target .b { stroke: #e3b04b }
    #only-dark:target .c { stroke: #a9a4f5 }
    #only-dark:target text.a { fill: #6cc5b1 }
    #only-dark:target text.b { fill: #e3b04b }
    #only-dark:target text.c { fill: #a9a4f5 }
    #only-dark:target .label { stroke: #161b21 }
"""


@dataclass(frozen=True)
class Curve:
    """Points in the units of the axes; `label` stands at the point number `label_at` (negative counts from the end)."""

    label: str
    points: tuple[tuple[float, float], ...]
    label_at: int = -1
    below: bool = False


@dataclass(frozen=True)
class Axis:
    """`ticks` are the places with numbers; the range runs from the first to the last unless `low`, `high` widen it."""

    label: str
    ticks: tuple[float, ...]
    decimals: int = 0
    low: float | None = None
    high: float | None = None

    @property
    def range(self) -> tuple[float, float]:
        return (self.ticks[0] if self.low is None else self.low, self.ticks[-1] if self.high is None else self.high)


@dataclass(frozen=True)
class Chart:
    """`title` names the picture, `description` says what it teaches; `mark` is a vertical line with a label."""

    name: str
    title: str
    description: str
    x: Axis
    y: Axis
    curves: tuple[Curve, ...]
    mark: tuple[float, str] | None = None

    def svg(self) -> str:
        """The drawing as a whole SVG file."""
        body = "\n".join(f"  {line}" for line in [*self._axes(), *self._marks(), *self._curves()])
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" id="only-dark" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
            ' aria-labelledby="title desc">\n'
            f'  <title id="title">{escape(self.title)}</title>\n  <desc id="desc">{escape(self.description)}</desc>\n'
            f"  <style>\n{_STYLE}  </style>\n{body}\n</svg>\n"
        )

    def _x(self, value: float) -> float:
        low, high = self.x.range
        return round(LEFT + (value - low) / (high - low) * (WIDTH - LEFT - RIGHT), 1)

    def _y(self, value: float) -> float:
        low, high = self.y.range
        return round(HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

    def _axes(self) -> list[str]:
        floor, ceiling = HEIGHT - BOTTOM, TOP
        lines = []
        for tick in self.y.ticks:
            lines.append(f'<path class="grid" d="M{LEFT} {self._y(tick)}H{WIDTH - RIGHT}"/>')
            lines.append(f'<text class="tick end" x="{LEFT - 6}" y="{self._y(tick) + 4}">{tick:.{self.y.decimals}f}</text>')
        for tick in self.x.ticks:
            lines.append(f'<text class="tick middle" x="{self._x(tick)}" y="{floor + 18}">{tick:.{self.x.decimals}f}</text>')
        lines.append(f'<path class="axis" d="M{LEFT} {ceiling}V{floor}H{WIDTH - RIGHT}"/>')
        lines.append(
            f'<text class="tick middle" x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}">{escape(self.x.label)}</text>'
        )
        middle = (ceiling + floor) / 2
        lines.append(
            f'<text class="tick middle" x="14" y="{middle}" transform="rotate(-90 14 {middle})">{escape(self.y.label)}</text>'
        )
        return lines

    def _marks(self) -> list[str]:
        if not self.mark:
            return []
        at, label = self._x(self.mark[0]), escape(self.mark[1])
        side = "end" if at > WIDTH / 2 else ""
        x = at - 6 if side else at + 6
        return [
            f'<path class="mark" d="M{at} {TOP}V{HEIGHT - BOTTOM}"/>',
            f'<text class="tick {side}" x="{x}" y="{TOP + 12}">{label}</text>',
        ]

    def _curves(self) -> list[str]:
        lines: list[str] = []
        taken: list[tuple[float, float, float]] = []
        for letter, curve in zip("abc", self.curves, strict=False):
            path = " ".join(f"{self._x(x)} {self._y(y)}" for x, y in curve.points)
            lines.append(f'<path class="curve {letter}" d="M{path}"/>')
            if not curve.label:
                continue
            x, y = curve.points[curve.label_at]
            width = len(curve.label) * CHARACTER
            left = min(self._x(x) + 6, WIDTH - RIGHT - width)
            top = self._y(y) + (LINE if curve.below else -8)
            while any(abs(top - other) < LINE and abs(left - start) < max(width, wide) for start, other, wide in taken):
                top += LINE if curve.below else -LINE
            top = max(TOP + 12, min(top, HEIGHT - BOTTOM - 6))
            taken.append((left, top, width))
            lines.append(f'<text class="label {letter}" x="{left:.1f}" y="{top:.1f}">{escape(curve.label)}</text>')
        return lines


def within(points: Sequence[tuple[float, float]], limit: float) -> tuple[tuple[float, float], ...]:
    """The points up to where the curve first rises above `limit`, which it meets."""
    kept: list[tuple[float, float]] = []
    for x, y in points:
        if y > limit and kept:
            (x0, y0) = kept[-1]
            return (*kept, (x0 + (x - x0) * (limit - y0) / (y - y0), limit))
        if y <= limit:
            kept.append((x, y))
    return tuple(kept)


def curve(label: str, xs: Sequence[float], ys: Sequence[float], label_at: int = -1, below: bool = False) -> Curve:
    """A curve from two lists of the same length."""
    return Curve(label, tuple(zip(xs, ys, strict=True)), label_at, below)

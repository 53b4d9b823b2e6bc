"""The plots in the repository are the ones that the script computes."""

from __future__ import annotations

from statistics import NormalDist
from xml.etree import ElementTree

import pytest

from plots.__main__ import drawings
from plots.chart import within
from plots.scoring import _GOOD, _rates, area
from small_guide import ROOT

DRAWINGS = drawings()


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_the_file_is_the_drawing(name: str) -> None:
    ElementTree.fromstring(DRAWINGS[name])
    assert (ROOT / "docs/assets/plots" / name).read_text(encoding="utf-8") == DRAWINGS[name], "run python -m plots"


def test_no_plot_is_left_over() -> None:
    assert {path.name for path in (ROOT / "docs/assets/plots").glob("*.svg")} == set(DRAWINGS)


def test_the_area_is_the_known_one() -> None:
    """Two normal scores at distance d and deviation 1 have AUC = Φ(d / √2)."""
    assert area(_rates(_GOOD)) == pytest.approx(NormalDist().cdf(2 / 2**0.5), abs=1e-3)


def test_a_curve_ends_where_it_leaves_the_picture() -> None:
    assert within([(0, 0), (1, 1), (2, 3), (3, 9)], 2) == ((0, 0), (1, 1), (1.5, 2))

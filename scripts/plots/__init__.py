"""Curves as SVG, computed from small data that stands in the code: `python -m plots` writes docs/assets/plots/.

`chart.py` draws; `learning.py` and `scoring.py` compute what is drawn. The files are kept in the repository, so that a build
draws nothing; a test draws them again and compares.
"""

"""Other names and badges at the section that teaches a term."""

from __future__ import annotations

import pytest

from glossary.teaching import in_words
from glossary.term import Status
from rendering import teach, term

ENDED = Status("ended", "2026-01-27", "Managed Service for Apache Flink", "https://docs.aws.amazon.com/x", "2026-10")


def test_the_page_of_a_term_shows_its_other_names() -> None:
    firehose = term("Amazon Data Firehose", aliases=("Firehose",), formerly=("Kinesis Firehose",), page="area/page.md")
    html = teach("# Data Firehose", firehose)
    assert '<p class="known-as no-gloss" data-search-exclude="">Also known as: Firehose. Formerly: Kinesis Firehose.</p>' in html


def test_the_section_of_a_term_shows_them_there() -> None:
    html = teach("# A\n\n## Bias metrics\n\nText", term("bias metric", abbr=("BM",), page="area/page.md#bias-metrics"))
    assert html.index('id="bias-metrics"') < html.index("Also known as: bias metric, BM.")


def test_many_terms_of_one_page_do_not_clutter_it() -> None:
    html = teach("# A", term("one", aliases=("eins",), page="area/page.md"), term("two", aliases=("zwei",), page="area/page.md"))
    assert "known-as" not in html


def test_a_status_becomes_a_badge_with_date_successor_and_source() -> None:
    html = teach("# A", term("Kinesis Data Analytics for SQL", status=ENDED, page="area/page.md"))
    assert (
        "Ended</strong> Kinesis Data Analytics for SQL, since 27 January 2026. Instead: Managed Service for Apache Flink." in html
    )
    assert '<a href="https://docs.aws.amazon.com/x">AWS, as of 2026-10</a>' in html


def test_other_pages_stay_as_they_are() -> None:
    assert "known-as" not in teach("# A", term("one", aliases=("eins",), page="other/page.md"))


@pytest.mark.parametrize(("date", "words"), [("2026", "2026"), ("2026-07", "July 2026"), ("2026-07-05", "5 July 2026")])
def test_dates_as_precise_as_the_source(date: str, words: str) -> None:
    assert in_words(date) == words

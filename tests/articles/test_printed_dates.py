"""Date lines in the styles of many outlets, and the dates at the end of other lines."""

from __future__ import annotations

import pytest

from geotui.articles.markers import load_markers
from geotui.articles.printed_dates import date_line, dated_tail


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Issued on: 02/05/2024 - 07:15  Modified: 02/05/2024 - 11:40", "02/05/2024 - 07:15"),
        ("Published on May 2, 2024, at 7:15 am (Oslo)", "May 2, 2024, at 7:15 am (Oslo)"),
        ("2 May 2024, 07:15 PM (NO)", "2 May 2024, 07:15 PM (NO)"),
        ("Friday, 23:14", "Friday, 23:14"),
    ],
)
def test_a_date_line_is_told_in_many_styles(line, printed):
    assert date_line(line, load_markers()) == printed


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("OSLO May 2, 2024 - 7:15 pm GMT+2", ("OSLO", "May 2, 2024 - 7:15 pm GMT+2")),
        ("islands Updated: May 02, 2024 07:15 IST", ("islands", "May 02, 2024 07:15 IST")),
        ("Norland Herald, Thursday 2 May 2024 07.15 GMT", ("Norland Herald", "Thursday 2 May 2024 07.15 GMT")),
    ],
)
def test_a_place_section_or_outlet_may_stand_before_the_date(line, found):
    assert dated_tail(line, load_markers()) == found


@pytest.mark.parametrize(
    "line",
    [
        "Ferry service to end on May 2",
        "What the islands voted for in May 2024",
        "The ferry sank on Thursday, 2 May 2024.",
    ],
)
def test_a_headline_or_sentence_with_a_date_is_no_date_line(line):
    assert date_line(line, load_markers()) is None
    assert dated_tail(line, load_markers()) is None


def test_a_date_far_above_the_headline_counts_where_its_label_says_what_it_is(read):
    text = (
        "The harbour was closed on Friday, the minister said, and no ship left it until the evening.\n\n"
        "The tugs held the tanker until the tide came in, and the harbour master said that it was safe."
    )
    page = "Home\n\n{}\n\nWorld\n\nThe harbour is closed after the accident\nBy Jane Doe\n\n" + text
    assert read(page.format("Published: 4 March 2022")).drafts[0].date == "4 March 2022"
    assert read(page.format("Friday, 4 March 2022")).drafts[0].date is None

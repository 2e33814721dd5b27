"""Spans written as EDTF and read back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.dates import units
from geotui.model import Granularity, Span
from geotui.model.edtf import read_edtf

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
YEARS = st.integers(1000, 2999)
UNITS = st.one_of(
    st.builds(Span.day, DAYS),
    st.builds(Span.month, YEARS, st.integers(1, 12)),
    st.builds(Span.year, YEARS),
    st.builds(units.decade, YEARS),
    st.builds(units.quarter, YEARS, st.integers(1, 4)),
    st.builds(units.iso_week, YEARS, st.integers(1, 52)),
)


@given(st.tuples(st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS)), st.booleans())
@settings(max_examples=200, deadline=None)
def test_a_span_is_read_back_as_it_was_written(ends: tuple[date | None, date | None], vague: bool) -> None:
    start, end = ends
    if start is not None and end is not None:
        start, end = min(start, end), max(start, end)
    if start is None and end is None:
        assert read_edtf(Span(None, None).edtf()) is None
        return
    read = read_edtf(Span(start, end, Granularity.RANGE, vague).edtf())
    assert read is not None
    assert (read.start, read.end, read.approximate) == (start, end, vague)


@given(UNITS)
@settings(max_examples=200, deadline=None)
def test_units_of_the_calendar_keep_what_they_are(span: Span) -> None:
    assert read_edtf(span.edtf()) == span


@given(st.text(alphabet="0123456789-/.X?~%Y ", max_size=24))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_the_reading_of_edtf(text: str) -> None:
    read = read_edtf(text)
    assert read is None or read_edtf(read.edtf()) == read


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2022-02-04~", "2022-02-04~"),
        ("2022-02?", "2022-02~"),
        ("2022-02-XX", "2022-02"),
        ("2022-XX-XX", "2022"),
        ("202X", "202X"),
        ("20XX", "2000-01-01/2099-12-31"),
        ("2022-21", "2022-03-01/2022-05-31"),
        ("2022-24", "2022-12-01/2023-02-28"),
        ("2020-03/2021", "2020-03-01/2021-12-31"),
        ("2022-02-04/..", "2022-02-04/.."),
        ("../2022-02", "../2022-02-28"),
        ("2022-02-04~/2022-03", "2022-02-04~/2022-03-31~"),
    ],
)
def test_level_one_is_read(text: str, edtf: str) -> None:
    read = read_edtf(text)
    assert read is not None
    assert read.edtf() == edtf


@pytest.mark.parametrize(
    "text", ["", "/", "../..", "2022-13", "2022-02-30", "202X-02", "2022/2021", "Y17000", "22", "0000"]
)
def test_what_is_no_edtf_or_no_day_is_none(text: str) -> None:
    assert read_edtf(text) is None

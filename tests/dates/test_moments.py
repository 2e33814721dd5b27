"""Phrases after `added:` keep the time of day."""

from __future__ import annotations

from datetime import datetime

import pytest

from geotui.dates import read_moments
from geotui.settings import Settings

NOW = datetime(2023, 6, 14, 15, 30)  # noqa: DTZ001 - local time, as the reader's clock gives it


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("12h", "2023-06-14T03:30:00", "2023-06-14T15:30:00"),
        ("last 36 hours", "2023-06-13T03:30:00", "2023-06-14T15:30:00"),
        ("30 min", "2023-06-14T15:00:00", "2023-06-14T15:30:00"),
        ("newer than 2 hours", "2023-06-14T13:30:00", None),
        ("older than 2h", None, "2023-06-14T13:29:59.999999"),
        ("yesterday", "2023-06-13T00:00:00", "2023-06-13T23:59:59.999999"),
        ("since 1 june", "2023-06-01T00:00:00", None),
        ("2d", "2023-06-13T00:00:00", "2023-06-14T23:59:59.999999"),
    ],
)
def test_hours_are_counted_from_now_and_days_are_whole(phrase: str, first: str | None, last: str | None) -> None:
    assert read_moments(phrase, NOW, Settings()) == tuple(t and datetime.fromisoformat(t) for t in (first, last))


@pytest.mark.parametrize("phrase", ["tariffs", "feb 31", "", "hours"])
def test_what_is_no_date_is_none(phrase: str) -> None:
    assert read_moments(phrase, NOW, Settings()) is None

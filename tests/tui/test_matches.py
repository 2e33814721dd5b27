"""From match to match, around the end, and from where one is."""

from __future__ import annotations

from geotui.tui.matches import Match, Matches

FOUND = [((0, 3), (10, 12)), (), ((5, 6),)]


def test_it_goes_on_and_back_and_says_when_it_goes_round() -> None:
    matches = Matches(FOUND)
    assert [matches.step(1, None) for _ in range(4)] == [
        "match 1/3",
        "match 2/3",
        "match 3/3",
        "match 1/3, from the top",
    ]
    assert matches.step(-1, None) == "match 3/3, from the end"
    assert matches.current == Match(2, 5, 6)


def test_it_begins_where_one_is() -> None:
    matches = Matches(FOUND)
    assert matches.step(1, (0, 4)) == "match 2/3"
    assert matches.step(1, (2, 6)) == "match 1/3, from the top"
    assert matches.step(-1, (2, 0)) == "match 2/3"
    assert matches.step(-1, (0, 0)) == "match 3/3, from the end"


def test_one_match_is_always_the_first_of_one() -> None:
    matches = Matches([((0, 1),)])
    assert matches.step(1, None) == "match 1/1"
    assert matches.step(1, None) == "match 1/1, from the top"

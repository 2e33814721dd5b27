from __future__ import annotations

from collections.abc import Mapping

from geotui.stories.event_linkage import linked


def alike(pairs: Mapping[tuple[int, int], float], count: int) -> dict[int, dict[int, float]]:
    rows: dict[int, dict[int, float]] = {number: {} for number in range(count)}
    for (one, other), value in pairs.items():
        rows[one][other] = rows[other][one] = value
    return rows


def inside(value: float, *blocks: range) -> dict[tuple[int, int], float]:
    return {(one, other): value for block in blocks for one in block for other in block if one < other}


def test_what_nothing_is_like_stays_alone() -> None:
    assert linked(alike({}, 2)) == [[0], [1]]


def test_two_that_are_alike_are_one_group() -> None:
    assert linked(alike({(0, 1): 0.3}, 3)) == [[0, 1], [2]]


def test_two_alone_need_more_than_many_do() -> None:
    across = {(one, other): 0.11 for one in range(3) for other in range(3, 6)}
    assert linked(alike({(0, 1): 0.11}, 2)) == [[0], [1]]
    assert linked(alike({**across, **inside(0.17, range(3), range(3, 6))}, 6)) == [[0, 1, 2, 3, 4, 5]]


def test_a_chain_is_not_one_group() -> None:
    assert linked(alike({(0, 1): 0.3, (1, 2): 0.17}, 3)) == [[0, 1], [2]]


def test_two_coherent_groups_stay_apart_though_alike() -> None:
    across = {(one, other): 0.2 for one in range(4) for other in range(4, 8)}
    assert linked(alike({**inside(0.38, range(4), range(4, 8)), **across}, 8)) == [[0, 1, 2, 3], [4, 5, 6, 7]]

"""Which word of one text stands in the place of which of another, and which passages were moved.

Words that stand in both texts in an order that both have are found as in a patience diff (Bram Cohen): runs of words
that each text has once are anchors, the longest chain of them in the order of both texts holds, and what lies between
two of them is compared in the same way, in the end word by word (longest common subsequence).
What must not be in here: texts and their spelling, paragraphs as a reader sees them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

_ANCHORS = (4, 4, 2, 2, 1, 1)
"""Words in an anchor, pass by pass: long ones first, which seldom stand in two texts by chance."""

_CELLS = 4_000_000
"""Two stretches whose lengths multiply to no more are compared word by word."""

_MOST_HOLDERS = 8
"""What stands in more stretches than this tells none from another."""

NONE = -1


def align(one: Sequence[str], other: Sequence[str]) -> list[int]:
    """For each word of the one text the place of the word that it is in the other, else `NONE`; places only rise.

    Takes time in proportion to the length of the texts; what no pass can tell is left as different.
    """
    if one == other:
        return list(range(len(one)))
    found = [NONE] * len(one)
    waiting = [((0, len(one), 0, len(other)), 0)]
    while waiting:
        window, passed = waiting.pop()
        if passed:
            window = _without_ends(one, other, window, found)
        start, end, low, high = window
        if start == end or low == high or passed == len(_ANCHORS):
            continue
        if passed and (end - start) * (high - low) <= _CELLS:
            pairs = _common(one[start:end], other[low:high])
            chained = [(start + place, low + at) for place, at in pairs]
        else:
            chained = _chain(one, other, window, _ANCHORS[passed])
            waiting += [(gap, passed + 1) for gap in _gaps(chained, window)]
        for place, at in chained:
            found[place] = at
    return found


_Window = tuple[int, int, int, int]


def _without_ends(one: Sequence[str], other: Sequence[str], window: _Window, found: list[int]) -> _Window:
    """What is left of two stretches once the words at their beginning and end that are the same are told of."""
    start, end, low, high = window
    while start < end and low < high and one[start] == other[low]:
        found[start] = low
        start, low = start + 1, low + 1
    while start < end and low < high and one[end - 1] == other[high - 1]:
        end, high = end - 1, high - 1
        found[end] = high
    return start, end, low, high


def _common(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    blocks = Indel.editops(one, other).as_matching_blocks()
    return [(block.a + step, block.b + step) for block in blocks for step in range(block.size)]


def _chain(one: Sequence[str], other: Sequence[str], window: _Window, size: int) -> list[tuple[int, int]]:
    """Pairs of places of the same words in the longest chain of anchors, both rising."""
    start, end, low, high = window
    ours, theirs = _once(one, start, end, size), _once(other, low, high, size)
    pairs = [(place, theirs[run]) for run, place in ours.items() if run in theirs]
    chained: list[tuple[int, int]] = []
    place, at = start - 1, low - 1
    for first, first_at in _rising(pairs):
        for step in range(size):
            if first + step > place and first_at + step > at:
                place, at = first + step, first_at + step
                chained.append((place, at))
    return chained


def _once(words: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    """The runs of words that a stretch has once, and where; in the order of their places."""
    runs = _runs_of(words, start, end, size)
    often = Counter(runs)
    return {run: start + place for place, run in enumerate(runs) if often[run] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of pairs, in order of their first, whose second rises too (patience sorting)."""
    lasts: list[int] = []
    numbers: list[int] = []
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        pile = bisect_left(lasts, at)
        before.append(numbers[pile - 1] if pile else NONE)
        lasts[pile : pile + 1] = [at]
        numbers[pile : pile + 1] = [number]
    chosen: list[tuple[int, int]] = []
    number = numbers[-1] if numbers else NONE
    while number != NONE:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _gaps(chained: Sequence[tuple[int, int]], window: _Window) -> Iterator[_Window]:
    start, end, low, high = window
    for place, at in (*chained, (end, high)):
        if place > start and at > low:
            yield start, place, low, at
        start, low = place + 1, at + 1


def without_chance(found: list[int], lengths: Sequence[int], other_lengths: Sequence[int], kept: Sequence[int]) -> None:
    """Takes back runs of same words that are shorter than what differs on either side of them, counted in letters.

    `lengths` are those of the words; a run with a place of `kept` stays.
    """
    ours, theirs = _sums(lengths), _sums(other_lengths)
    runs: list[_Window] = []
    differing: list[int] = []
    at = low = 0
    end_of_both = (len(found), len(found), len(other_lengths), len(other_lengths))
    for start, end, first, behind in (*in_a_row(found), end_of_both):
        size = max(ours[start] - ours[at], theirs[first] - theirs[low])
        while runs and ours[runs[-1][1]] - ours[runs[-1][0]] < min(size, differing[-1]):
            from_, to, *_ = runs[-1]
            if _has_any(kept, from_, to):
                break
            runs.pop()
            found[from_:to] = [NONE] * (to - from_)
            size += differing.pop() + ours[to] - ours[from_]
        runs.append((start, end, first, behind))
        differing.append(size)
        at, low = end, behind


def in_a_row(found: Sequence[int]) -> list[_Window]:
    """Runs of words whose places rise by one: (start, end) here and there."""
    runs: list[_Window] = []
    for place, at in enumerate(found):
        if at == NONE:
            continue
        if runs and runs[-1][1] == place and runs[-1][3] == at:
            start, _, low, _ = runs[-1]
            runs[-1] = (start, place + 1, low, at + 1)
        else:
            runs.append((place, place + 1, at, at + 1))
    return runs


def _sums(lengths: Sequence[int]) -> list[int]:
    sums = [0]
    for length in lengths:
        sums.append(sums[-1] + length)
    return sums


def _has_any(places: Sequence[int], start: int, end: int) -> bool:
    number = bisect_left(places, start)
    return number < len(places) and places[number] < end


def moved(
    one: Sequence[str],
    other: Sequence[str],
    ours: Sequence[tuple[int, int]],
    theirs: Sequence[tuple[int, int]],
    least: float,
    size: int = 3,
) -> Iterator[tuple[int, int]]:
    """Which of the stretches `ours` is which of `theirs`, by number: at least that part of the shorter one's runs.

    Each is at most one other.
    """
    holding: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    lengths: list[int] = []
    for number, (start, end) in enumerate(theirs):
        runs = set(_runs_of(other, start, end, size))
        lengths.append(len(runs))
        for run in runs:
            holding[run].append(number)
    taken: set[int] = set()
    for number, (start, end) in enumerate(ours):
        runs = set(_runs_of(one, start, end, size))
        shared: Counter[int] = Counter()
        for run in runs:
            shared.update(holding[run] if run in holding and len(holding[run]) <= _MOST_HOLDERS else ())
        for there, count in shared.most_common(_MOST_HOLDERS):
            if there not in taken and count >= least * min(len(runs), lengths[there]):
                taken.add(there)
                yield number, there
                break


def _runs_of(words: Sequence[str], start: int, end: int, size: int) -> list[tuple[str, ...]]:
    """The runs of so many words in a stretch."""
    ends = max(start, end - size + 1)
    return list(zip(*(words[start + step : ends + step] for step in range(size)), strict=True))

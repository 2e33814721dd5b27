"""How two texts differ, paragraph by paragraph, as a reader is shown it. Judges nothing; see `relations`.

Words are compared in the form in which outlets' spellings of one are the same, credits and datelines are passed over;
what is told is the text as it stands. Paragraphs that were joined or parted, or moved, are the same paragraphs.
What must not be in here: which of two texts is the earlier; how a paragraph is painted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from geotui.model import Compared, Difference, Recount, Standing, Stretch
from geotui.stories.alignment import NONE, align, moved, without_chance
from geotui.stories.recounts import recounts
from geotui.stories.wording import Wording

STILL_THE_SAME = 0.5
"""A paragraph was changed, not taken out and another put in, where so much of the shorter one's words is left."""

MOVED_WORDS = 8
"""Fewer words that stand elsewhere are words taken out and put in."""

_PASSES = 4


def difference(one: str, other: str, titles: tuple[str, str] = ("", "")) -> Difference:
    """How two texts differ, and their titles, in the reading order of the first. Total; takes time in proportion."""
    title = _Comparing(Wording(titles[0]), Wording(titles[1])).compared()
    comparing = _Comparing(Wording(one), Wording(other))
    paragraphs = comparing.compared()
    of_one, of_other = comparing.shares()
    return Difference(
        title=title if any(part.standing is not Standing.SAME for part in title) else (),
        paragraphs=paragraphs,
        numbers=recounts((*title, *paragraphs)),
        of_one=of_one,
        of_other=of_other,
    )


def turned(found: Difference) -> Difference:
    """The same difference told from the other side, in the same order."""
    return Difference(
        title=tuple(map(_turned, found.title)),
        paragraphs=tuple(map(_turned, found.paragraphs)),
        numbers=tuple(Recount(number.before, number.other, number.one, number.after) for number in found.numbers),
        of_one=found.of_other,
        of_other=found.of_one,
    )


def _turned(paragraph: Compared) -> Compared:
    sides = {Standing.ONLY_ONE: Standing.ONLY_OTHER, Standing.ONLY_OTHER: Standing.ONLY_ONE}
    stretches = tuple(Stretch(stretch.other, stretch.one, stretch.same) for stretch in paragraph.stretches)
    return Compared(sides.get(paragraph.standing, paragraph.standing), stretches)


@dataclass(slots=True)
class _Unit:
    """A paragraph of the one text, or a part of it that is a paragraph of the other: its words.

    `added`: words of the other text, and before which of its own words they stand.
    """

    first: int
    behind: int
    added: list[tuple[int, int, int]] = field(default_factory=list)


class _Comparing:
    """Two texts, and for each word of them the place of its counterpart."""

    def __init__(self, one: Wording, other: Wording) -> None:
        self._one, self._other = one, other
        self._there = align(one.words, other.words)
        kept = sorted(self._whole_paragraphs())
        without_chance(self._there, [*map(len, one.words)], [*map(len, other.words)], kept)

    def compared(self) -> tuple[Compared, ...]:
        """The paragraphs of both."""
        self._drop_weak()
        if self._take_moved():
            self._drop_weak()
        return tuple(self._composed())

    def shares(self) -> tuple[float, float]:
        """The part of each text's words that is in the other."""
        shared = sum(at != NONE for at in self._there)
        return (
            shared / len(self._one.words) if shared else 0.0,
            shared / len(self._other.words) if shared else 0.0,
        )

    def _here(self) -> list[int]:
        """For each word of the other text its place in the one."""
        here = [NONE] * len(self._other.words)
        for place, at in enumerate(self._there):
            if at != NONE:
                here[at] = place
        return here

    def _whole_paragraphs(self) -> Iterator[int]:
        """The first words of paragraphs of either text that stand whole in the other."""
        here, there = self._here(), self._there
        for paragraph in self._one.paragraphs:
            if _is_run(there[paragraph.first : paragraph.behind]):
                yield paragraph.first
        for paragraph in self._other.paragraphs:
            if _is_run(here[paragraph.first : paragraph.behind]):
                yield here[paragraph.first]

    # ------------------------------------------------------------------ which words are counterparts

    def _drop_weak(self) -> None:
        """Counterparts in paragraphs that have little more in common are none."""
        for _ in range(_PASSES):
            units = self._units()
            weak = [unit for unit in units if self._is_weak(unit)]
            for unit in weak:
                self._there[unit.first : unit.behind] = [NONE] * (unit.behind - unit.first)
            if not weak:
                return

    def _is_weak(self, unit: _Unit) -> bool:
        same = sum(at != NONE for at in self._there[unit.first : unit.behind])
        of_other = same + sum(behind - first for _, first, behind in unit.added)
        return 0 < same < STILL_THE_SAME * min(unit.behind - unit.first, of_other)

    def _take_moved(self) -> bool:
        """Finds the counterparts of passages that stand elsewhere; whether there are any."""
        ours = _gaps(self._there, [(p.first, p.behind) for p in self._one.paragraphs])
        theirs = _gaps(self._here(), [(p.first, p.behind) for p in self._other.paragraphs])
        pairs = list(moved(self._one.words, self._other.words, ours, theirs, STILL_THE_SAME))
        for number, at in pairs:
            (first, behind), (low, high) = ours[number], theirs[at]
            words, others = self._one.words[first:behind], self._other.words[low:high]
            places = align(words, others)
            without_chance(places, [*map(len, words)], [*map(len, others)], ())
            self._there[first:behind] = [place if place == NONE else low + place for place in places]
        return bool(pairs)

    # ------------------------------------------------------------------ paragraphs

    def _units(self) -> list[_Unit]:
        here = self._here()
        own = [(p.first, p.behind) for p in self._one.paragraphs if p.first < p.behind]
        starts = sorted({first for first, _ in own}.union(self._breaks(here)))
        units = [_Unit(*ends) for ends in pairwise((*starts, len(self._one.words)))]
        for paragraph in self._other.paragraphs:
            ends = (paragraph.first, paragraph.behind)
            for first, behind in _unmatched(here, *ends):
                if (first, behind) != ends:
                    self._add(units, starts, here, ends, (first, behind))
        return units

    def _breaks(self, here: Sequence[int]) -> Iterator[int]:
        """Before which words of the one the other text begins a paragraph, with words of the one on both sides."""
        paragraphs = [here[p.first : p.behind] for p in self._other.paragraphs if p.first < p.behind]
        for before, behind in pairwise(paragraphs):
            left = next((at for at in reversed(before) if at != NONE), NONE)
            right = next((at for at in behind if at != NONE), NONE)
            if NONE < left < right:
                yield from [right] if behind[0] == right else [left + 1] if before[-1] == left else []

    def _add(
        self,
        units: Sequence[_Unit],
        starts: Sequence[int],
        here: Sequence[int],
        paragraph: tuple[int, int],
        run: tuple[int, int],
    ) -> None:
        """Puts words that the other text has between two counterparts to the one that they stand nearer to."""
        left = here[run[0] - 1] if run[0] > paragraph[0] else NONE
        right = here[run[1]] if run[1] < paragraph[1] else NONE
        after = units[bisect_right(starts, left) - 1]
        before = units[bisect_right(starts, right) - 1]
        if left != NONE and (right == NONE or after is before or left + 1 < after.behind):
            after.added.append((left + 1, *run))
            return
        while right > before.first and self._there[right - 1] == NONE:
            right -= 1
        before.added.append((right, *run))

    def _composed(self) -> Iterator[Compared]:
        """In the reading order of the one; what only the other has follows what stands before it there."""
        units = self._units()
        own = [self._stretched(unit) for unit in units]
        bare, others = self._between(units, own)
        yield from others[NONE]
        for number, paragraph in enumerate(own):
            yield from bare[units[number].first]
            yield paragraph
            yield from others[number]
        yield from bare[len(self._one.words)]

    def _between(
        self, units: Sequence[_Unit], own: Sequence[Compared]
    ) -> tuple[dict[int, list[Compared]], dict[int, list[Compared]]]:
        """Paragraphs without words that count, by the word of the one that follows; those of the other, by the unit
        that they follow.
        """
        bare: defaultdict[int, list[Compared]] = defaultdict(list)
        others: defaultdict[int, list[Compared]] = defaultdict(list)
        there = Counter(_shown(self._other, p.start, p.end) for p in self._other.paragraphs if p.first == p.behind)
        for p in self._one.paragraphs:
            if p.first == p.behind:
                text = _shown(self._one, p.start, p.end)
                both = there[text] > 0
                there[text] -= both
                bare[p.first].append(Compared(Standing.SAME, (Stretch(text, text if both else "", True),)))
        starts, here, follows = [unit.first for unit in units], self._here(), NONE
        for p in self._other.paragraphs:
            text = _shown(self._other, p.start, p.end)
            if p.first == p.behind:
                if there[text] > 0:
                    there[text] -= 1
                    others[follows].append(Compared(Standing.SAME, (Stretch("", text, True),)))
                continue
            matched = [place for place in here[p.first : p.behind] if place != NONE]
            if matched:
                follows = bisect_right(starts, matched[-1]) - 1
                continue
            while follows + 1 < len(own) and own[follows + 1].standing is Standing.ONLY_ONE:
                follows += 1
            others[follows].append(Compared(Standing.ONLY_OTHER, (Stretch("", text, False),)))
        return bare, others

    def _stretched(self, unit: _Unit) -> Compared:
        """A unit with what the other text has in its place."""
        there = self._there
        if all(at == NONE for at in there[unit.first : unit.behind]):
            places = self._one.places
            text = self._one.text[places[unit.first].before : places[unit.behind - 1].behind].strip()
            return Compared(Standing.ONLY_ONE, (Stretch(text, "", False),))
        made = _Stretches(self._one, self._other)
        added = sorted(unit.added, reverse=True)
        at = unit.first
        while at < unit.behind or added:
            first, runs = at, []
            while (added and added[-1][0] <= at) or (at < unit.behind and there[at] == NONE):
                if added and added[-1][0] <= at:
                    runs.append(added.pop()[1:])
                else:
                    at += 1
            made.differ(first, at, runs)
            first = at
            until = added[-1][0] if added else unit.behind
            while at < until and there[at] == there[first] + at - first != NONE:
                at += 1
            made.agree(first, at, there[first] if first < at else 0)
        return made.compared()


class _Stretches:
    """The stretches of one paragraph in the making. What stands between words is of the stretches that are the same."""

    def __init__(self, one: Wording, other: Wording) -> None:
        self._one, self._other = one, other
        self._made: list[Stretch] = []
        self._before: int | None = None
        """Where the words of the other text that were told last end."""

    def agree(self, first: int, behind: int, there: int) -> None:
        """Words of the one, and their counterparts."""
        if first < behind:
            one, other = self._one, self._other
            last = there + behind - first - 1
            text = one.text[one.places[first].before : one.places[behind - 1].behind]
            self._same(text, self._spaced(there) + other.text[other.places[there].before : other.places[last].behind])
            self._before = other.places[last].behind

    def differ(self, first: int, behind: int, runs: Sequence[tuple[int, int]]) -> None:
        """Words of the one, and those that the other text has in their place."""
        if first == behind and not runs:
            return
        one, other = self._one, self._other
        ahead = _ends(one, first, behind) if first < behind else ("", "")
        there = [_ends(other, *run) for run in runs]
        self._same(ahead[0], self._spaced(runs[0][0]) + there[0][0] if runs else "")
        texts = [other.written(*run) for run in runs]
        self._made.append(Stretch(one.written(first, behind) if first < behind else "", " ".join(texts), same=False))
        self._same(ahead[1], there[-1][1] if runs else "")
        if runs:
            self._before = other.places[runs[-1][1] - 1].behind

    def _spaced(self, there: int) -> str:
        """A space where the words of the other text do not follow those that were told last."""
        place = self._other.places[there]
        follows = self._before is None or self._before == place.before
        return "" if follows or self._other.text[place.before : place.before + 1].isspace() else " "

    def _same(self, one: str, other: str) -> None:
        if not one and not other:
            return
        if self._made and self._made[-1].same:
            last = self._made[-1]
            self._made[-1] = replace(last, one=last.one + one, other=last.other + other)
        else:
            self._made.append(Stretch(one, other, same=True))

    def compared(self) -> Compared:
        """The paragraph."""
        made = self._made
        made[0] = replace(made[0], one=made[0].one.lstrip(), other=made[0].other.lstrip())
        made[-1] = replace(made[-1], one=made[-1].one.rstrip(), other=made[-1].other.rstrip())
        differs = any(not stretch.same for stretch in made)
        stretches = tuple(stretch for stretch in made if stretch.one or stretch.other)
        return Compared(Standing.CHANGED if differs else Standing.SAME, stretches)


def _ends(text: Wording, first: int, behind: int) -> tuple[str, str]:
    """What stands before some words and behind them."""
    start, end = text.places[first], text.places[behind - 1]
    return text.text[start.before : start.start], text.text[end.end : end.behind]


def _shown(text: Wording, start: int, end: int) -> str:
    return text.text[start:end].strip()


def _is_run(places: Sequence[int]) -> bool:
    """Whether places follow one another, none left out."""
    return bool(places) and places[0] != NONE and all(at == places[0] + n for n, at in enumerate(places))


def _unmatched(places: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of words without counterpart in a stretch."""
    first = start
    for at in range(start, end + 1):
        if at == end or places[at] != NONE:
            if first < at:
                yield first, at
            first = at + 1


def _gaps(places: Sequence[int], stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longer runs of words without counterpart."""
    runs = (run for stretch in stretches for run in _unmatched(places, *stretch))
    return [(first, behind) for first, behind in runs if behind - first >= MOVED_WORDS]

"""The numbers that two texts give otherwise, each with the words that say what it counts: `killed 12 → 21`.

A number is told where both texts have one in the same place, and where each names one toll only. In `from 12 to 21` and
`21, up from 12` it is the later one that counts; a part (`three of them`, `including three children`) is no toll, and
what is given in another measure (`48 km`, `30 miles`) is no other number. What must not be in here: aligning texts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from geotui.model import Compared, Recount, Standing, Stretch
from geotui.stories.numbers import SENTENCE_END, TOLLS, Number, numbers

_CLAUSE_END = re.compile(r"[.,;:!?()](?:\s|$)")
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*%?")
_SLIGHT = frozenset(
    "a an the of in on at to by for from with and or but was were is are be been has have had that which "  # noqa: SIM905
    "who whom as it its his her their than more some about least said says after when while into over".split()
)
_BESIDE = 2
"""Words of context on either side of a number that is no toll."""


def recounts(paragraphs: Sequence[Compared]) -> tuple[Recount, ...]:
    """The numbers that differ, tolls first, each once, whatever the words beside it."""
    tolls: dict[tuple[str, float, float], Recount] = {}
    others: dict[tuple[str, float, float], Recount] = {}
    for paragraph in paragraphs:
        if paragraph.standing is Standing.CHANGED:
            for one, other, recount in _aligned(paragraph.stretches):
                beside = (recount.after.split() or recount.before.split()[-1:] or [""])[0].lower()
                into = tolls if recount.before in TOLLS else others
                into.setdefault((recount.before if into is tolls else beside, one.worth, other.worth), recount)
    told = {label for label, *_ in tolls}
    ours, theirs = _tolls(paragraphs, of_one=True), _tolls(paragraphs, of_one=False)
    for label in ours.keys() & theirs.keys() - told:
        (worth, text), *more = ours[label].items()
        (its_worth, its_text), *its_more = theirs[label].items()
        if worth != its_worth and not more and not its_more:
            tolls[label, worth, its_worth] = Recount(label, text, its_text, "")
    named = {key[1:] for key in tolls}
    first = sorted(tolls.items(), key=lambda item: TOLLS.index(item[0][0]))
    return (*(recount for _, recount in first), *(one for key, one in others.items() if key[1:] not in named))


def _tolls(paragraphs: Sequence[Compared], of_one: bool) -> defaultdict[str, dict[float, str]]:
    """The numbers that a text gives for each toll, by their worth."""
    tolls: defaultdict[str, dict[float, str]] = defaultdict(dict)
    for paragraph in paragraphs:
        for number in numbers(paragraph.one if of_one else paragraph.other):
            if number.toll is not None and number.is_sure and not number.is_former and not number.is_part:
                tolls[number.toll].setdefault(number.worth, number.text)
    return tolls


def _aligned(stretches: Sequence[Stretch]) -> Iterator[tuple[Number, Number, Recount]]:
    one, other = ("".join(getattr(stretch, side) for stretch in stretches) for side in ("one", "other"))
    ours, theirs = numbers(one), numbers(other)
    at = there = 0
    for number, stretch in enumerate(stretches):
        end, behind = at + len(stretch.one), there + len(stretch.other)
        if not stretch.same and stretch.one and stretch.other:
            before = stretches[number - 1].one if number else ""
            until = end + (len(stretches[number + 1].one) if number + 1 < len(stretches) else 0)
            for here, its in _pairs(_within(ours, at, end), _within(theirs, there, behind)):
                if here.worth != its.worth and (here.measure == its.measure or not (here.measure and its.measure)):
                    yield here, its, _recount(here, its, before, one[max(end, here.end) : until])
        at, there = end, behind


def _within(found: Sequence[Number], start: int, end: int) -> list[Number]:
    return [number for number in found if start <= number.start < end]


def _pairs(ours: list[Number], theirs: list[Number]) -> Iterator[tuple[Number, Number]]:
    """Which numbers stand for each other: those of one toll, then the others where there are as many of them."""
    ours, theirs = _current(ours, theirs), _current(theirs, ours)
    for toll in dict.fromkeys(number.toll for number in ours if number.toll):
        here = [number for number in ours if number.toll == toll]
        there = [number for number in theirs if number.toll == toll]
        if len(here) == len(there):
            yield from zip(here, there, strict=True)
            ours = [number for number in ours if number not in here]
            theirs = [number for number in theirs if number not in there]
    if len(ours) == len(theirs):
        yield from zip(ours, theirs, strict=True)


def _current(found: list[Number], others: list[Number]) -> list[Number]:
    """Without those that others took the place of, where the other text has not as many of them."""
    formers = [number for number in found if number.is_former]
    if len(formers) in (0, len(found)) or len(formers) == sum(number.is_former for number in others):
        return found
    return [number for number in found if not number.is_former]


def _recount(one: Number, other: Number, before: str, after: str) -> Recount:
    toll = one.toll or other.toll
    if toll is not None and {one.toll, other.toll} <= {toll, None}:
        return Recount(toll, one.text, other.text, "")
    return Recount(_last_words(before), one.text, other.text, _first_words(after))


def _last_words(text: str) -> str:
    """The last words of a text that are of one sentence with what follows it."""
    ends = [found.end() for found in SENTENCE_END.finditer(text + " ")]
    words = _WORD.findall(text[ends[-1] if ends else 0 :])[-_BESIDE:]
    while words and words[0].lower() in _SLIGHT:
        del words[0]
    return " ".join(words)


def _first_words(text: str) -> str:
    """The first words of a text that are of one clause with what stands before it."""
    end = _CLAUSE_END.search(text)
    words = _WORD.findall(text[: end.start()] if end else text)[:_BESIDE]
    while words and words[-1].lower() in _SLIGHT:
        del words[-1]
    return " ".join(words) if words and words[0].lower() not in _SLIGHT else ""

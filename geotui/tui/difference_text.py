"""How two texts differ, as paragraphs: which they are, the numbers that differ, then paragraph by paragraph. Pure.

What differs is told by signs and words, never by its look alone. What is the same is shown as the later one has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from geotui.model import Compared, Comparison, Recount, Side, Standing, Stretch, Version, day_in_words
from geotui.tui.words import copy_origin, copy_words, count
from geotui.tui.wrapping import Paragraph, Role, shown

LEADS = {
    Standing.SAME: "= AB ",
    Standing.CHANGED: "~ AB ",
    Standing.ONLY_ONE: "- A  ",
    Standing.ONLY_OTHER: "+  B ",
}
_KINDS = {standing: standing for standing in Standing} | {Standing.ONLY_OTHER: Standing.ONLY_ONE}
LEGEND = "= same  ~ changed [in A → in B]  - only in A  + only in B"
NOTHING = "They are the same, but for spelling, punctuation and credits."

FOLDED_FROM = 2
"""So many paragraphs in a row that are the same are one line, until they are opened."""

MOST_NUMBERS = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph of the screen; `number` is that of the compared one which it begins with, -1 above them all."""

    paragraph: Paragraph
    number: int = -1


def difference_paragraphs(comparison: Comparison, folded: bool = True) -> list[Shown]:
    """The whole screen; long runs of paragraphs that are the same as one line where `folded`."""
    found = comparison.difference
    paragraphs = [Shown(paragraph) for paragraph in _head(comparison)]
    paragraphs += [Shown(_compared(part, Role.TITLE)) for part in sorted(found.title, key=_is_of_other)]
    paragraphs += _body(found.paragraphs, folded)
    return paragraphs


def _head(comparison: Comparison) -> Iterator[Paragraph]:
    found = comparison.difference
    for letter, side in (("A", comparison.one), ("B", comparison.other)):
        yield Paragraph(side_words(side, comparison), Role.ABOUT, gap=False, lead=f"{letter}  ", indent=3)
    shares = f"{found.of_one:.0%} of the words of A stand in B, {found.of_other:.0%} of those of B in A"
    yield Paragraph(f"{shares}." if found.differs else NOTHING, Role.ABOUT, gap=False)
    if found.numbers:
        yield Paragraph(f"Numbers: {numbers_words(found.numbers)}", Role.HEADING, gap=False, indent=9)
    if found.differs:
        yield Paragraph(LEGEND, Role.ABOUT, gap=False)
    yield Paragraph("")


def side_words(side: Side, comparison: Comparison) -> str:
    """`Dawn, 4 Feb 2022, an excerpt`; of versions `as you read it on 3 Feb 2022, 14:05`, `now · Dawn, 4 Feb 2022`."""
    if side.version is not None:
        return version_words(side.version)
    other = comparison.other if side is comparison.one else comparison.one
    return f"now · {copy_origin(side.copy)}" if other.version is not None else copy_words(side.copy)


def version_words(version: Version) -> str:
    """`as you read it on 3 Feb 2022, 14:05`."""
    when = datetime.fromtimestamp(version.read or version.changed)  # noqa: DTZ006 - local time
    words = "as you read it on" if version.read is not None else "as it was before the change that was seen on"
    return f"{words} {day_in_words(when.date())}, {when:%H:%M}"


def numbers_words(numbers: Sequence[Recount]) -> str:
    """`killed 12 → 21 · cost $4 → $5 million`, the first of them."""
    told = [" ".join(filter(None, (n.before, n.one, "→", n.other, n.after))) for n in numbers[:MOST_NUMBERS]]
    more = len(numbers) - MOST_NUMBERS
    return " · ".join([*told, f"{more} more"] if more > 0 else told)


def _body(paragraphs: Sequence[Compared], folded: bool) -> Iterator[Shown]:
    number = 0
    for kind, run in groupby(paragraphs, key=lambda one: _KINDS[one.standing]):
        parts = sorted(run, key=_is_of_other)
        if kind is Standing.SAME and folded and len(parts) >= FOLDED_FROM:
            words = f"{count(len(parts), 'paragraph', 'paragraphs')} the same"
            yield Shown(Paragraph(words, Role.ASIDE, lead=LEADS[Standing.SAME], indent=5), number)
        else:
            yield from (Shown(_compared(part, Role.BODY), number + at) for at, part in enumerate(parts))
        number += len(parts)


def _is_of_other(part: Compared) -> bool:
    """What only A has stands before what B has in its place."""
    return part.standing is Standing.ONLY_OTHER


def _compared(part: Compared, role: Role) -> Paragraph:
    match part.standing:
        case Standing.SAME:
            lead = LEADS[part.standing] if part.one and part.other else "= A  " if part.one else "=  B "
            return Paragraph(part.other or part.one, Role.ASIDE, lead=lead, indent=5)
        case Standing.CHANGED:
            text, places = changed_text(part.stretches)
            return Paragraph(text, role, lead=LEADS[part.standing], indent=5, matches=places)
        case _:
            text = shown(part.one or part.other)
            first = len(text) - len(text.lstrip())
            place = (first, first + len(text.split(maxsplit=1)[0])) if text.strip() else None
            matches = (place,) if place else ()
            return Paragraph(text, role, lead=LEADS[part.standing], indent=5, matches=matches)


def changed_text(stretches: Sequence[Stretch]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A changed paragraph with what differs in brackets, `[12 → 21]`, `[- not]`, `[+ again]`, and where these stand."""
    text = ""
    places: list[tuple[int, int]] = []
    for stretch in stretches:
        if stretch.same:
            text += shown(stretch.other or stretch.one)
            continue
        one, other = shown(stretch.one).strip(), shown(stretch.other).strip()
        words = f"[{one} → {other}]" if one and other else f"[- {one}]" if one else f"[+ {other}]"
        if text and not text[-1].isspace() and not (one and other):
            text += " "
        places.append((len(text), len(text) + len(words)))
        text += words
    return text, tuple(places)

"""Finds roles that stand without a name: `the Turkish president`, `Italy's prime minister`, `his Chinese counterpart`.

Only what can name one person of one country or body; who that was is for `settle`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from geotui.actors.bearers import HEADS, SUPREME
from geotui.actors.figures import Figure
from geotui.actors.lexicon import NOT_THE_HOLDER
from geotui.actors.scan import Item, Scan
from geotui.actors.tables import Sense, Tables, Title
from geotui.model.names import BareName, Mention, RoleName

_Named = tuple[int, tuple[str, ...], bool]
_OF = frozenset((Sense.COUNTRY, Sense.DEMONYM, Sense.ORGANISATION))


def roles_alone(scan: Scan, figures: Sequence[Figure], bare: Sequence[BareName], tables: Tables) -> Iterator[RoleName]:
    """The roles of one part that no name follows or precedes."""
    sole = tables.sole
    named: list[_Named] | None = None
    for item in scan.items:
        if item.meaning.sense in _OF:
            found = None
            if _counterpart_follows(scan, item.after):
                named = _people_named(scan, figures, bare) if named is None else named
                found = _counterpart(scan, item, named)
            found = found or _after_country(scan, item, sole) or _of_country(scan, item, sole)
            if found is not None:
                yield found


def _counterpart_follows(scan: Scan, at: int) -> bool:
    words = scan.words
    return words.norm[at] == "counterpart" and words.joint[at] and not _name_follows(scan, at + 1)


def _people_named(scan: Scan, figures: Sequence[Figure], bare: Sequence[BareName]) -> list[_Named]:
    """The end of each mention of a person in one part, who it can be, and whether the knowledge has them; sorted."""
    part = scan.words.part
    named: list[_Named] = [
        (m.end, (f.id,), f.person is not None) for f in figures for m in f.mentions if m.part == part
    ]
    named += [(name.mention.end, name.bearers, True) for name in bare if name.mention.part == part]
    return sorted(named)


def _counterpart(scan: Scan, item: Item, named: Sequence[_Named]) -> RoleName | None:
    """`his Chinese counterpart`: the office is that of the person named last before it."""
    before = bisect_right(named, scan.words.start[item.first], key=itemgetter(0))
    if not before or not named[before - 1][2]:
        return None
    return RoleName(_span(scan, item.first, item.after + 1), frozenset(), item.meaning.id, named[before - 1][1])


def _after_country(scan: Scan, item: Item, sole: frozenset[str]) -> RoleName | None:
    """`the Turkish president`, `Italy's prime minister`, `the IAEA chief`."""
    words, after = scan.words, item.after
    if not _definite(scan, item.first):
        return None
    whole = scan.title_at(item.first)
    if whole is not None and whole[0] > after:
        offices = whole[1].ids(whole[1].local_to) & sole
        of = whole[1].local_to or _body(scan.tables, offices, item.meaning.id)
        follows = _name_follows(scan, whole[0])
        return _role(scan, item.first, whole[0], offices, of) if not follows else None
    if not words.joint[after]:
        return None
    short = words.text[words.start[item.first] : words.end[after - 1]].isupper()
    if item.meaning.sense is Sense.COUNTRY and not words.possessive(after - 1) and not short:
        return None
    title = scan.title_at(after)
    if title is None or _name_follows(scan, title[0]) or _several(scan, after, title[0]):
        return None
    offices = _of_title(title[1], item.meaning.id, sole)
    return _role(scan, item.first, title[0], offices, item.meaning.id)


def _of_country(scan: Scan, item: Item, sole: frozenset[str]) -> RoleName | None:
    """`the president of Turkey`, `the president of the European Commission`."""
    words, at = scan.words, item.first
    if item.meaning.sense is Sense.DEMONYM or at < 3 or _name_follows(scan, item.after):
        return None
    whole = scan.title_before(item.after, comma=True)
    if whole is not None and whole[0] < at:
        first, offices = whole[0], whole[1].ids(whole[1].local_to) & sole
        of = whole[1].local_to or _body(scan.tables, offices, item.meaning.id)
    else:
        before = at - 1 if words.norm[at - 1] == "of" else at - 2
        found = scan.title_before(before) if words.norm[before] == "of" else None
        if found is None or (before == at - 2 and words.norm[at - 1] != "the"):
            return None
        first, of = found[0], item.meaning.id
        offices = _of_title(found[1], item.meaning.id, sole)
    if not _definite(scan, first) or not first or words.norm[first - 1] != "the" or _plural(scan, first, at):
        return None
    return _role(scan, first, item.after, offices, of)


def _role(scan: Scan, first: int, after: int, offices: frozenset[str], of: str | None) -> RoleName | None:
    return RoleName(_span(scan, first, after), offices, of) if offices else None


def _span(scan: Scan, first: int, after: int) -> Mention:
    words = scan.words
    return Mention(words.part, words.start[first], words.end[after - 1], words.slice(first, after))


def _of_title(title: Title, of: str, sole: frozenset[str]) -> frozenset[str]:
    """The offices of a title that one person holds at a time; `leader` of a country is whoever alone heads it."""
    offices = title.ids(of)
    return HEADS if offices and offices <= SUPREME and of.startswith("country:") else offices & sole


def _body(tables: Tables, offices: frozenset[str], body: str) -> str | None:
    """The body whose office it is, None where the offices are those of another, of which the title tells."""
    return body if any((office, body) in tables.holders for office in offices) else None


def _plural(scan: Scan, first: int, before: int) -> bool:
    """Whether the title before `of` stands in the plural."""
    title = scan.title_at(first)
    return title is not None and title[0] <= before and _several(scan, first, title[0])


def _several(scan: Scan, first: int, after: int) -> bool:
    """Whether a title stands in the plural."""
    return " ".join(scan.words.full[first:after]) not in scan.tables.titles and not scan.words.possessive(after - 1)


def _definite(scan: Scan, first: int) -> bool:
    words = scan.words
    return first == 0 or not words.joint[first] or words.norm[first - 1] not in NOT_THE_HOLDER


def _name_follows(scan: Scan, at: int) -> bool:
    """Whether a capital word stands right after, or in an apposition, so that the role is of one who is named."""
    words = scan.words
    if words.headline:
        item = scan.cover.get(at)
        return words.joint[at] and item is not None and item.meaning.sense is Sense.PERSON
    if words.joint[at] and (words.capital[at] or words.norm[at] in ("designate", "elect", "in")):
        return words.capital[at] or words.norm[at] != "in" or words.norm[at + 1] == "waiting"
    return words.gap[at] == ", " and words.capital[at]

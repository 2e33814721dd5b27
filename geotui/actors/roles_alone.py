"""Finds roles that stand without a name: `the Turkish president`, `Italy's prime minister`, `his Chinese counterpart`.

Only what can name one person of one country or body; who that was is for `settle`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geotui.actors.figures import Figure
from geotui.actors.lexicon import NOT_THE_HOLDER
from geotui.actors.scan import Item, Scan
from geotui.actors.tables import Sense, Tables, Title
from geotui.model.names import Mention, RoleName

_OF = frozenset((Sense.COUNTRY, Sense.DEMONYM, Sense.ORGANISATION))
_HEADS = frozenset(("president", "prime-minister", "chancellor", "monarch", "supreme-leader"))


def roles_alone(scan: Scan, figures: Sequence[Figure], tables: Tables) -> Iterator[RoleName]:
    """The roles of one part that no name follows or precedes."""
    sole = {office.id for office in tables.knowledge.offices.values() if office.sole}
    for item in scan.items:
        if item.meaning.sense in _OF:
            found = _after_country(scan, item, sole, figures) or _of_country(scan, item, sole)
            if found is not None:
                yield found


def _after_country(scan: Scan, item: Item, sole: set[str], figures: Sequence[Figure]) -> RoleName | None:
    words, after = scan.words, item.after
    if not words.joint[after] or not _definite(scan, item.first):
        return None
    if item.meaning.sense is Sense.COUNTRY and not words.possessive(after - 1):
        return None
    if words.norm[after] == "counterpart" and not words.capital[after]:
        offices = _offices_before(scan, item.first, figures) if not _name_follows(scan, after + 1) else frozenset()
        return _role(scan, item.first, after + 1, offices & sole, item.meaning.id)
    title = scan.title_at(after)
    if title is None or _name_follows(scan, title[0]):
        return None
    return _role(scan, item.first, title[0], _sole(title[1], item.meaning.id, sole), item.meaning.id)


def _of_country(scan: Scan, item: Item, sole: set[str]) -> RoleName | None:
    """`the president of Turkey`."""
    words, at = scan.words, item.first
    if item.meaning.sense is Sense.DEMONYM or at < 3 or words.norm[at - 1] not in ("of", "the"):
        return None
    of = at - 1 if words.norm[at - 1] == "of" else at - 2
    found = scan.title_before(of) if words.norm[of] == "of" else None
    if found is None or not _definite(scan, found[0]) or words.norm[found[0] - 1] != "the" or words.joint[item.after]:
        follows = found is not None and _name_follows(scan, item.after)
        if found is None or follows or not _definite(scan, found[0]) or words.norm[found[0] - 1] != "the":
            return None
    if words.gap[item.after] == ", " and words.capital[item.after]:
        return None
    return _role(scan, found[0], item.after, _sole(found[1], item.meaning.id, sole), item.meaning.id)


def _role(scan: Scan, first: int, after: int, offices: frozenset[str], of: str) -> RoleName | None:
    words = scan.words
    if not offices:
        return None
    mention = Mention(words.part, words.start[first], words.end[after - 1], words.slice(first, after))
    return RoleName(mention, offices, of)


def _sole(title: Title, of: str, sole: set[str]) -> frozenset[str]:
    return title.ids(of) & sole


def _definite(scan: Scan, first: int) -> bool:
    words = scan.words
    return first == 0 or not words.joint[first] or words.norm[first - 1] not in NOT_THE_HOLDER


def _name_follows(scan: Scan, at: int) -> bool:
    """Whether a capital word stands right after, or in an apposition, so that the role is of one who is named."""
    words = scan.words
    if words.headline:
        item = scan.cover.get(at)
        return words.joint[at] and item is not None and item.meaning.sense is Sense.PERSON
    if words.joint[at] and (words.capital[at] or words.norm[at] in ("and", "designate", "elect")):
        return True
    return words.gap[at] == ", " and words.capital[at]


def _offices_before(scan: Scan, at: int, figures: Sequence[Figure]) -> frozenset[str]:
    """The offices of the person named last before a word: what the text says, else what the person ever headed."""
    offset, part = scan.words.start[at], scan.words.part
    nearest: tuple[int, Figure] | None = None
    for figure in figures:
        for mention in figure.mentions:
            if mention.part == part and mention.end <= offset and (nearest is None or mention.end > nearest[0]):
                nearest = (mention.end, figure)
    if nearest is None:
        return frozenset()
    stated = frozenset(office for role, _ in nearest[1].roles for office in role.offices if not role.past)
    person = nearest[1].person
    held = frozenset(role.office for role in person.roles) & _HEADS if person is not None else frozenset()
    return stated or held

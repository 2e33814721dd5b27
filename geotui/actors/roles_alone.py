"""Finds roles that stand without a name: `the Turkish president`, `the head of NATO`, `the Kremlin chief`.

Only what can name one person of one country or body; who that was is for `settle`. What must not be in here: roles
that belong to a name beside them (`roles`); counterparts (`counterparts`).
"""

from __future__ import annotations

from collections.abc import Iterator

from geotui.actors.bearers import HEADS
from geotui.actors.lexicon import (
    BEING,
    FUNCTION_WORDS,
    NEVER_NAMES,
    NOT_THE_HOLDER,
    SEEKING_OFFICE,
    SPEECH,
    THING_CUES,
    THING_HEADS,
    words,
)
from geotui.actors.scan import Item, Scan
from geotui.actors.tables import Sense, Title
from geotui.model.names import Mention, RoleName

_LEADERS = words("leader strongman ruler dictator") | {"top leader", "junta leader", "junta chief", "military ruler"}
_SEATED_LEADERS = _LEADERS | words("chief boss head")
_CHIEFS = words("leader chief head boss director")
_BANKERS = words("president governor chair chairman chairwoman")
_STAFF = words(
    "troops staff peacekeepers peacekeeping monitors inspectors observers delegation operations envoys office"
)
_BODY_HEADS = words("""
    secretary-general director-general managing-director commission-president chair leader president
    intelligence-chief central-bank-governor supreme-leader
""")
_OF = frozenset((Sense.COUNTRY, Sense.DEMONYM, Sense.METONYM, Sense.ORGANISATION))
_MOST_ADJECTIVES = 4


def roles_alone(scan: Scan) -> Iterator[RoleName]:
    """The roles of one part that no name follows or precedes."""
    for item in scan.items:
        if item.meaning.sense in _OF and _title_near(scan, item):
            yield from _whole(scan, item) or _after_place(scan, item) or _of_place(scan, item)
    yield from _of_one_seat(scan)


def _title_near(scan: Scan, item: Item) -> bool:
    """Whether a word around a country or body begins or ends a title; most stand without, and are passed over."""
    norm, tables, at = scan.words.norm, scan.tables, item.first
    after = norm[item.after]
    if after in tables.title_first or after[:-1] in tables.title_first or norm[at] in tables.title_first:
        return True
    return at > 0 and ("of" in norm[at - 2 : at] or norm[at - 1] in tables.title_first)


def _whole(scan: Scan, item: Item) -> list[RoleName]:
    """Titles that have the country or body in them: `the UN chief`, `the president of the European Commission`."""
    words_, tables = scan.words, scan.tables
    for first in (item.first, item.first - 1):
        found = scan.title_at(first) if first >= 0 else None
        if found is not None and found[0] > item.after:
            longer = scan.title_at(item.after)
            if longer is not None and longer[0] > found[0]:
                return []
            break
    else:
        found, first = scan.title_before(item.after, comma=True), item.first
        if found is None or found[0] >= item.first or (item.after < len(words_) and _is_noun(scan, item.after)):
            return []
        first, found = found[0], (item.after, found[1])
    after, title = found
    of = title.local_to or item.meaning.id
    ids = title.ids(title.local_to)
    offices = (ids & tables.sole) | frozenset(o for o in ids & _BODY_HEADS if (o, of) in tables.holders)
    if title.local_to is None and not any((office, of) in tables.holders for office in offices):
        seats = {seat for office, seat in tables.holders if office in offices}
        of = next(iter(seats)) if len(seats) == 1 else ""
    fits = _stands(scan, first) and not _goes_on(scan, after) and not _several(scan, first, after)
    return [_role(scan, first, after, offices - {"leader"}, of)] if fits and of and offices - {"leader"} else []


def _after_place(scan: Scan, item: Item) -> list[RoleName]:
    """`the Turkish president`, `Italy's prime minister`, `the IAEA chief`, `the French and German leaders`."""
    title = _title_after(scan, item)
    if title is None:
        return []
    after, meaning = title
    several = _several(scan, item.after, after)
    items = _listed(scan, item) if several else [item]
    first = items[0].first
    if several == (len(items) < 2) or not _stands(scan, first) or _goes_on(scan, after):
        return []
    key = " ".join(scan.words.full[item.after : after])
    key = key.removesuffix("s") if several else key
    found = [_role(scan, first, after, _offices(scan, one, key, meaning), one.meaning.id) for one in items]
    if not several:
        found += _second_title(scan, item, after)
    return [role for role in found if role.offices]


def _title_after(scan: Scan, item: Item) -> tuple[int, Title] | None:
    """The title right after a country or body that can be meant by it, and the word after that title."""
    words_, after = scan.words, item.after
    if not words_.follows(after):
        return None
    sense, possessive = item.meaning.sense, words_.possessive(after - 1)
    bare = sense is Sense.COUNTRY and not possessive and not _is_short(scan, item)
    if bare and not (words_.part == "title" or (item.first and words_.norm[item.first - 1] == "the")):
        return None
    if sense is Sense.METONYM and _is_capital(scan, item) and not possessive:
        return None
    return scan.title_at(after)


def _second_title(scan: Scan, item: Item, after: int) -> list[RoleName]:
    """The other office in `Israel's prime minister and defence minister`, `its president and its foreign minister`."""
    words_, at = scan.words, after + 1
    if words_.norm[after] != "and" or not words_.joint[after]:
        return []
    at += words_.norm[at] in ("its", "the")
    found = scan.title_at(at) if words_.joint[at] else None
    if found is None or _goes_on(scan, found[0]) or _several(scan, at, found[0]):
        return []
    key = " ".join(words_.full[at : found[0]])
    return [_role(scan, at, found[0], _offices(scan, item, key, found[1]), item.meaning.id)]


def _of_place(scan: Scan, item: Item) -> list[RoleName]:
    """`the president of Turkey`, `the head of the IAEA`, `the leaders of France and Germany`."""
    words_, at = scan.words, item.first
    before = at - 1 if words_.norm[at - 1] == "the" else at
    if item.meaning.sense in (Sense.DEMONYM, Sense.METONYM) or before < 2 or words_.norm[before - 1] != "of":
        return []
    found = scan.title_before(before - 1)
    if found is None or not words_.joint[before] or not words_.joint[at]:
        return []
    first, title = found
    items = [item, *_listed_on(scan, item)]
    several = _several(scan, first, before - 1)
    if several == (len(items) < 2):
        items = [item]
    end = items[-1].after
    if (
        not _with_article(scan, first)
        or not _stands(scan, first)
        or _name_follows(scan, end)
        or several != (len(items) > 1)
    ):
        return []
    if words_.possessive(end - 1) or (item.meaning.sense is Sense.ORGANISATION and _is_noun(scan, end)):
        return []
    key = " ".join(words_.full[first : before - 1])
    key = key.removesuffix("s") if several else key
    found_ = [_role(scan, first, end, _offices(scan, one, key, title), one.meaning.id) for one in items]
    return [role for role in found_ if role.offices]


def _of_one_seat(scan: Scan) -> Iterator[RoleName]:
    """`the pope`, `the taoiseach`: offices of one country that need not name it."""
    words_, seated = scan.words, scan.tables.seated
    if seated.keys().isdisjoint(words_.norm):
        return
    for at in [n for n, word in enumerate(words_.norm) if word in seated and _with_article(scan, n)]:
        found = scan.title_at(at)
        covered = scan.cover.get(at - 1) is not None or scan.cover.get(at) is not None
        if found is None or found[0] > at + 1 or covered or not _stands(scan, at) or _goes_on(scan, at + 1):
            continue
        offices, seat = seated[words_.norm[at]]
        yield _role(scan, at, at + 1, offices, seat)


def _offices(scan: Scan, item: Item, key: str, title: Title) -> frozenset[str]:
    """The offices of a title, spelled `key`, that one person of a country or body holds at a time."""
    of, tables = item.meaning.id, scan.tables
    if of.startswith("country:"):
        seat = item.meaning.sense is Sense.METONYM and not _is_capital(scan, item)
        if key in (_SEATED_LEADERS if seat else _LEADERS):
            return HEADS
        if ("leader", of) in title.offices:
            return frozenset(("leader",))
        return (title.ids(of) & tables.sole) - {"leader"}
    held = frozenset(office for office, seat_ in tables.holders if seat_ == of)
    if key in _CHIEFS or key == "supreme leader":
        return held & _BODY_HEADS
    if key in _BANKERS and "central-bank-governor" in held:
        return frozenset(("central-bank-governor",))
    return (title.ids(of) & held & (tables.sole | _BODY_HEADS)) - {"leader"}


def _role(scan: Scan, first: int, after: int, offices: frozenset[str], of: str) -> RoleName:
    words_ = scan.words
    span = Mention(words_.part, words_.start[first], words_.end[after - 1], words_.slice(first, after))
    return RoleName(span, offices, of)


def _is_short(scan: Scan, item: Item) -> bool:
    words_ = scan.words
    return words_.text[words_.start[item.first] : words_.end[item.after - 1]].isupper() and not words_.shouted


def _is_capital(scan: Scan, item: Item) -> bool:
    country = scan.tables.knowledge.countries.get(item.meaning.id)
    name = scan.words.slice(item.first, item.after)
    return country is not None and country.capital is not None and name.casefold() == country.capital.casefold()


def _listed(scan: Scan, last: Item) -> list[Item]:
    """The countries of `the French, Polish and German presidents`, of which the last is given."""
    items = [last]
    while (before := _item_before(scan, items[0].first)) is not None:
        items.insert(0, before)
    return items


def _item_before(scan: Scan, at: int) -> Item | None:
    words_ = scan.words
    if at and words_.gap[at] == ", ":
        item = scan.cover.get(at - 1)
    elif at > 1 and words_.norm[at - 1] == "and" and words_.gap[at] == " ":
        item = scan.cover.get(at - 2)
    else:
        return None
    return item if item is not None and item.meaning.sense in _OF else None


def _listed_on(scan: Scan, first: Item) -> list[Item]:
    """The countries after the first of `Japan, India and Australia`."""
    words_ = scan.words
    items: list[Item] = []
    at, ended = first.after, False
    while not ended and at < len(words_):
        ended = words_.norm[at] == "and" and words_.joint[at]
        if not ended and words_.gap[at] != ", ":
            break
        at += ended or words_.norm[at] == "and"
        at += words_.norm[at] == "the"
        item = scan.cover.get(at)
        if item is None or item.meaning.sense not in _OF or item.first != at:
            break
        items.append(item)
        at = item.after
    return items


def _several(scan: Scan, first: int, after: int) -> bool:
    """Whether a title stands in the plural."""
    return " ".join(scan.words.full[first:after]) not in scan.tables.titles and not scan.words.possessive(after - 1)


def _with_article(scan: Scan, first: int) -> bool:
    return scan.words.norm[first - 1] == "the" if first else scan.words.part == "title"


def _stands(scan: Scan, first: int) -> bool:
    """Whether the words before a role leave it that of its holder: not `a`, `the former`, `elected`, `NAME, the`."""
    words_, at = scan.words, first
    while at and words_.joint[at] and first - at < _MOST_ADJECTIVES and words_.norm[at - 1] != "the":
        word = words_.norm[at - 1]
        if word in NOT_THE_HOLDER or word.endswith("est") or word[0].isdigit():
            return False
        if word in FUNCTION_WORDS or word in BEING or words_.capital[at - 1] or word in SPEECH:
            break
        at -= 1
    article = at > 0 and words_.joint[at] and words_.norm[at - 1] == "the"
    start = at - 1 if article else first
    if start and words_.joint[start] and words_.norm[start - 1] in (BEING if article else BEING | {"as"}):
        return False
    if _apposed(scan, start):
        return False
    if start == first and words_.joint[first] and words_.capital[first - 1] and words_.gap[first] == " ":
        return words_.opens(first - 1) or words_.part == "title" or words_.possessive(first - 1)
    known = scan.cover.get(first)
    possessive = known is not None and words_.possessive(known.after - 1)
    plain = words_.part == "title" or words_.opens(first) or words_.norm[first - 1] == "and"
    return article or possessive or plain or (known is not None and known.meaning.sense is not Sense.DEMONYM)


def _apposed(scan: Scan, start: int) -> bool:
    """Whether a comma parts a role from a name before it."""
    words_, before = scan.words, start - 1
    if start == 0 or words_.gap[start] != ", " or not words_.capital[before] or words_.norm[before] in NEVER_NAMES:
        return False
    item = scan.cover.get(before)
    named = item is None or item.meaning.sense is Sense.PERSON
    return named and scan.title_before(start, comma=True) is None


def _goes_on(scan: Scan, after: int) -> bool:
    """Whether a name follows a role, or a word that makes another thing of it: `candidate`, `of the assembly`."""
    words_ = scan.words
    if words_.gap[after] == "-":
        return True
    if words_.joint[after] and (words_.norm[after] in SEEKING_OFFICE or words_.norm[after] in ("of", "for")):
        return True
    return _name_follows(scan, after) or (words_.norm[after : after + 2] == ["in", "waiting"])


def _name_follows(scan: Scan, at: int) -> bool:
    """Whether a capital word stands right after, or in an apposition, so that the role is of one who is named."""
    words_, item = scan.words, scan.cover.get(at)
    if words_.gap[at] == ", " and item is not None and item.meaning.sense is not Sense.PERSON:
        return False
    if words_.headline:
        return words_.joint[at] and item is not None and item.meaning.sense is Sense.PERSON
    return words_.capital[at] and (words_.joint[at] or words_.gap[at] == ", ")


def _is_noun(scan: Scan, at: int) -> bool:
    """Whether a word after a body makes it part of the name of another thing: `the head of NATO troops`."""
    words_ = scan.words
    word = words_.norm[at]
    return words_.joint[at] and (word in THING_HEADS or word in THING_CUES or word in _STAFF)

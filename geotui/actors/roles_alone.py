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
)
from geotui.actors.lexicon import (
    words as word_set,
)
from geotui.actors.scan import Item, Scan
from geotui.actors.tables import Sense, Title
from geotui.model.names import Mention, RoleName

_LEADERS = word_set("leader strongman ruler dictator") | {"top leader", "junta leader", "junta chief", "military ruler"}
_SEATED_LEADERS = _LEADERS | word_set("chief boss head")
_CHIEFS = word_set("leader chief head boss director")
_BANKERS = word_set("president governor chair chairman chairwoman")
_STAFF = word_set(
    "troops staff peacekeepers peacekeeping monitors inspectors observers delegation operations envoys office"
)
_BODY_HEADS = word_set("""
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
    found = _title_around(scan, item)
    if found is None:
        return []
    first, after, title = found
    tables, of = scan.tables, title.local_to or item.meaning.id
    ids = title.ids(title.local_to)
    offices = (ids & tables.sole) | frozenset(o for o in ids & _BODY_HEADS if (o, of) in tables.holders)
    if title.local_to is None and not any((office, of) in tables.holders for office in offices):
        seats = {seat for office, seat in tables.holders if office in offices}
        of = next(iter(seats)) if len(seats) == 1 else ""
    fits = _stands(scan, first) and not _goes_on(scan, after) and not _several(scan, first, after)
    return [_role(scan, first, after, offices - {"leader"}, of)] if fits and of and offices - {"leader"} else []


def _title_around(scan: Scan, item: Item) -> tuple[int, int, Title] | None:
    """The title of which a country or body is part: its first word, the word after it, and what it says."""
    for first in (item.first, item.first - 1):
        found = scan.title_at(first) if first >= 0 else None
        if found is not None and found[0] > item.after:
            longer = scan.title_at(item.after)
            return None if longer is not None and longer[0] > found[0] else (first, *found)
    ending = scan.title_before(item.after, comma=True)
    if ending is None or ending[0] >= item.first or _is_noun(scan, item.after):
        return None
    return ending[0], item.after, ending[1]


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
    words, after = scan.words, item.after
    if not words.follows(after):
        return None
    sense, possessive = item.meaning.sense, words.possessive(after - 1)
    bare = sense is Sense.COUNTRY and not possessive and not _is_short(scan, item)
    if bare and not (words.part == "title" or (item.first and words.norm[item.first - 1] == "the")):
        return None
    if sense is Sense.METONYM and _is_capital(scan, item) and not possessive:
        return None
    return scan.title_at(after)


def _second_title(scan: Scan, item: Item, after: int) -> list[RoleName]:
    """The other office in `Israel's prime minister and defence minister`, `its president and its foreign minister`."""
    words, at = scan.words, after + 1
    if words.norm[after] != "and" or not words.joint[after]:
        return []
    at += words.norm[at] in ("its", "the")
    found = scan.title_at(at) if words.joint[at] else None
    if found is None or _goes_on(scan, found[0]) or _several(scan, at, found[0]):
        return []
    key = " ".join(words.full[at : found[0]])
    return [_role(scan, at, found[0], _offices(scan, item, key, found[1]), item.meaning.id)]


def _of_place(scan: Scan, item: Item) -> list[RoleName]:
    """`the president of Turkey`, `the head of the IAEA`, `the leaders of France and Germany`."""
    words, at = scan.words, item.first
    before = at - 1 if words.norm[at - 1] == "the" else at
    if item.meaning.sense in (Sense.DEMONYM, Sense.METONYM) or before < 2 or words.norm[before - 1] != "of":
        return []
    found = scan.title_before(before - 1)
    if found is None or not words.joint[before] or not words.joint[at]:
        return []
    first, title = found
    several = _several(scan, first, before - 1)
    items = [item, *_listed_on(scan, item)] if several else [item]
    end = items[-1].after
    if several == (len(items) < 2) or not _with_article(scan, first) or not _stands(scan, first):
        return []
    part_of_another = item.meaning.sense is Sense.ORGANISATION and _is_noun(scan, end)
    if _name_follows(scan, end) or words.possessive(end - 1) or part_of_another:
        return []
    key = " ".join(words.full[first : before - 1])
    key = key.removesuffix("s") if several else key
    roles = [_role(scan, first, end, _offices(scan, one, key, title), one.meaning.id) for one in items]
    return [role for role in roles if role.offices]


def _of_one_seat(scan: Scan) -> Iterator[RoleName]:
    """`the pope`, `the taoiseach`: offices of one country that need not name it."""
    words, seated = scan.words, scan.tables.seated
    if seated.keys().isdisjoint(words.norm):
        return
    for at in [n for n, word in enumerate(words.norm) if word in seated and _with_article(scan, n)]:
        found = scan.title_at(at)
        covered = scan.cover.get(at - 1) is not None or scan.cover.get(at) is not None
        if found is None or found[0] > at + 1 or covered or not _stands(scan, at) or _goes_on(scan, at + 1):
            continue
        offices, seat = seated[words.norm[at]]
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
    held = frozenset(office for office, seat in tables.holders if seat == of)
    if key in _CHIEFS or key == "supreme leader":
        return held & _BODY_HEADS
    if key in _BANKERS and "central-bank-governor" in held:
        return frozenset(("central-bank-governor",))
    return (title.ids(of) & held & (tables.sole | _BODY_HEADS)) - {"leader"}


def _role(scan: Scan, first: int, after: int, offices: frozenset[str], of: str) -> RoleName:
    words = scan.words
    span = Mention(words.part, words.start[first], words.end[after - 1], words.slice(first, after))
    return RoleName(span, offices, of)


def _is_short(scan: Scan, item: Item) -> bool:
    words = scan.words
    return words.text[words.start[item.first] : words.end[item.after - 1]].isupper() and not words.shouted


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
    words = scan.words
    if at and words.gap[at] == ", ":
        item = scan.cover.get(at - 1)
    elif at > 1 and words.norm[at - 1] == "and" and words.gap[at] == " ":
        item = scan.cover.get(at - 2)
    else:
        return None
    return item if item is not None and item.meaning.sense in _OF else None


def _listed_on(scan: Scan, first: Item) -> list[Item]:
    """The countries after the first of `Japan, India and Australia`."""
    words = scan.words
    items: list[Item] = []
    at, ended = first.after, False
    while not ended and at < len(words):
        ended = words.norm[at] == "and" and words.joint[at]
        if not ended and words.gap[at] != ", ":
            break
        at += ended or words.norm[at] == "and"
        at += words.norm[at] == "the"
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
    words, at = scan.words, first
    while at and words.joint[at] and first - at < _MOST_ADJECTIVES and words.norm[at - 1] != "the":
        word = words.norm[at - 1]
        if word in NOT_THE_HOLDER or word.endswith("est") or word[0].isdigit():
            return False
        if word in FUNCTION_WORDS or word in BEING or words.capital[at - 1] or word in SPEECH:
            break
        at -= 1
    article = at > 0 and words.joint[at] and words.norm[at - 1] == "the"
    start = at - 1 if article else first
    if start and words.joint[start] and words.norm[start - 1] in (BEING if article else BEING | {"as"}):
        return False
    if _apposed(scan, start):
        return False
    if start == first and words.joint[first] and words.capital[first - 1] and words.gap[first] == " ":
        return words.opens(first - 1) or words.part == "title" or words.possessive(first - 1)
    known = scan.cover.get(first)
    possessive = known is not None and words.possessive(known.after - 1)
    plain = words.part == "title" or words.opens(first) or words.norm[first - 1] == "and"
    return article or possessive or plain or (known is not None and known.meaning.sense is not Sense.DEMONYM)


def _apposed(scan: Scan, start: int) -> bool:
    """Whether a comma parts a role from a name before it."""
    words, before = scan.words, start - 1
    if start == 0 or words.gap[start] != ", " or not words.capital[before] or words.norm[before] in NEVER_NAMES:
        return False
    item = scan.cover.get(before)
    named = item is None or item.meaning.sense is Sense.PERSON
    return named and scan.title_before(start, comma=True) is None


def _goes_on(scan: Scan, after: int) -> bool:
    """Whether a name follows a role, or a word that makes another thing of it: `candidate`, `of the assembly`."""
    words = scan.words
    if words.gap[after] == "-":
        return True
    if words.joint[after] and (words.norm[after] in SEEKING_OFFICE or words.norm[after] in ("of", "for")):
        return True
    return _name_follows(scan, after) or (words.norm[after : after + 2] == ["in", "waiting"])


def _name_follows(scan: Scan, at: int) -> bool:
    """Whether a capital word stands right after, or in an apposition, so that the role is of one who is named."""
    words, item = scan.words, scan.cover.get(at)
    if words.gap[at] == ", " and item is not None and item.meaning.sense is not Sense.PERSON:
        return False
    if words.headline:
        return words.joint[at] and item is not None and item.meaning.sense is Sense.PERSON
    return words.capital[at] and (words.joint[at] or words.gap[at] == ", ")


def _is_noun(scan: Scan, at: int) -> bool:
    """Whether a word after a body makes it part of the name of another thing: `the head of NATO troops`."""
    words = scan.words
    word = words.norm[at]
    return words.joint[at] and (word in THING_HEADS or word in THING_CUES or word in _STAFF)

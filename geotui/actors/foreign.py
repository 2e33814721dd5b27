"""Known actors in a text that is not in English: exact spellings, native scripts, surnames of those named in full."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from geotui.actors.scan import Scan
from geotui.actors.tables import Sense, Tables
from geotui.actors.tokens import Words
from geotui.actors.wording import name_words, stem
from geotui.model import ActorKind, Draft
from geotui.model.names import Mention, NamedActor, Names

_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_KINDS = {Sense.PERSON: ActorKind.PERSON, Sense.COUNTRY: ActorKind.COUNTRY, Sense.ORGANISATION: ActorKind.ORGANISATION}


def find_foreign(draft: Draft, tables: Tables) -> Names:
    """Known people, and countries and organisations that are written as in English; no roles, no terms."""
    found: dict[str, list[Mention]] = defaultdict(list)
    kinds: dict[str, ActorKind] = {}
    scans: list[Scan] = []
    for part, text in (("title", draft.title), ("body", draft.text), *(("caption", c) for c in draft.captions)):
        scan = Scan(Words(text, part), tables, caseless=True)
        for item in scan.items:
            kind = _KINDS.get(item.meaning.sense)
            if kind is not None:
                words = scan.words
                start, end = words.start[item.first], words.end[item.after - 1]
                found[item.meaning.id].append(Mention(part, start, end, text[start:end]))
                kinds[item.meaning.id] = kind
        for person, mention in _spaceless(text, part, tables):
            found[person].append(mention)
            kinds[person] = ActorKind.PERSON
        for person, mention in _inflected(scan, tables):
            found[person].append(mention)
            kinds[person] = ActorKind.PERSON
        scans.append(scan)
    owner = _owners(found, tables)
    for scan in scans:
        for bearer, mention in _surnames(scan, owner):
            found[bearer].append(mention)
    return Names(tuple(_actor(id_, kinds[id_], found[id_], tables) for id_ in kinds), (), (), ())


def _spaceless(text: str, part: str, tables: Tables) -> list[tuple[str, Mention]]:
    """Names in writing without spaces, found anywhere in the text."""
    if not _SPACELESS.search(text):
        return []
    return [
        (tables.spaceless[match.group()], Mention(part, match.start(), match.end(), match.group()))
        for match in tables.spaceless_names.finditer(text)
    ]


def _inflected(scan: Scan, tables: Tables) -> Iterator[tuple[str, Mention]]:
    """Full names in Cyrillic in any case of the language, a patronymic or second name between them or not."""
    words = scan.words
    for at in [n for n in range(len(words) - 1) if words.capital[n] and n not in scan.cover]:
        for after in (at + 2, at + 3):
            if not words.joint[after - 1] or not words.capital[after - 1] or (after - 1) in scan.cover:
                break
            given, family = words.norm[at], words.norm[after - 1]
            id_ = tables.inflected.get((given, family)) or tables.inflected.get((stem(given), stem(family)))
            if id_ is not None:
                yield id_, Mention(words.part, words.start[at], words.end[after - 1], words.slice(at, after))
                scan.cover.update(dict.fromkeys(range(at, after)))
                break


def _owners(found: Iterable[str], tables: Tables) -> dict[str, str | None]:
    """The surnames, in any script, of people whom the text names in full; None where two of them share one."""
    owner: dict[str, str | None] = {}
    for id_ in found:
        person = tables.knowledge.people.get(id_)
        for text in (person.name, *person.spellings, *person.native) if person is not None else ():
            names = name_words(text)
            if person is not None and len(names) > 1:
                surname = names[0] if person.family_first else names[-1]
                for word in {surname, stem(surname)}:
                    owner[word] = id_ if owner.get(word, id_) == id_ else None
    return owner


def _surnames(scan: Scan, owner: Mapping[str, str | None]) -> Iterator[tuple[str, Mention]]:
    """The lone surnames of one part."""
    words, caseless = scan.words, scan.words.caseless
    for at in range(len(words)):
        bearer = owner.get(words.norm[at]) or owner.get(stem(words.norm[at]))
        if bearer is not None and at not in scan.cover and (words.capital[at] or caseless[at]):
            yield bearer, Mention(words.part, words.start[at], words.end[at], words.slice(at, at + 1))


def _actor(id_: str, kind: ActorKind, mentions: list[Mention], tables: Tables) -> NamedActor:
    knowledge = tables.knowledge
    rows = {ActorKind.PERSON: knowledge.people, ActorKind.COUNTRY: knowledge.countries}
    name = rows.get(kind, knowledge.organisations)[id_].name  # type: ignore[attr-defined]
    return NamedActor(id_, name, kind, True, None, tuple(mentions))

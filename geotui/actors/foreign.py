"""Known actors in a text that is not in English: exact spellings, native scripts, surnames of those named in full."""

from __future__ import annotations

import re
from collections import defaultdict

from geotui.actors.scan import Scan
from geotui.actors.tables import Sense, Tables
from geotui.actors.tokens import Words
from geotui.actors.wording import name_words
from geotui.model import ActorKind, Draft
from geotui.model.names import Mention, NamedActor, Names

_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_KINDS = {Sense.PERSON: ActorKind.PERSON, Sense.COUNTRY: ActorKind.COUNTRY, Sense.ORGANISATION: ActorKind.ORGANISATION}


def find_foreign(draft: Draft, tables: Tables) -> Names:
    """Known people, and countries and organisations that are written as in English; no roles, no terms."""
    found: dict[str, list[Mention]] = defaultdict(list)
    kinds: dict[str, ActorKind] = {}
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
        _surnames(scan, found, tables)
    return Names(tuple(_actor(id_, kinds[id_], found[id_], tables) for id_ in kinds), (), (), ())


def _spaceless(text: str, part: str, tables: Tables) -> list[tuple[str, Mention]]:
    """Names in writing without spaces, found anywhere in the text."""
    if not _SPACELESS.search(text):
        return []
    return [
        (tables.spaceless[match.group()], Mention(part, match.start(), match.end(), match.group()))
        for match in tables.spaceless_names.finditer(text)
    ]


def _surnames(scan: Scan, found: dict[str, list[Mention]], tables: Tables) -> None:
    """Adds the lone surnames, in any script, of people whom the text names in full."""
    owner: dict[str, str] = {}
    for id_ in list(found):
        person = tables.knowledge.people.get(id_)
        if person is not None:
            for text in (person.name, *person.spellings, *person.native):
                names = name_words(text)
                if len(names) > 1:
                    owner[names[0] if person.family_first else names[-1]] = id_
    words = scan.words
    for at in range(len(words)):
        bearer = owner.get(words.norm[at])
        if bearer is not None and at not in scan.cover:
            found[bearer].append(Mention(words.part, words.start[at], words.end[at], words.slice(at, at + 1)))


def _actor(id_: str, kind: ActorKind, mentions: list[Mention], tables: Tables) -> NamedActor:
    knowledge = tables.knowledge
    rows = {ActorKind.PERSON: knowledge.people, ActorKind.COUNTRY: knowledge.countries}
    name = rows.get(kind, knowledge.organisations)[id_].name  # type: ignore[attr-defined]
    return NamedActor(id_, name, kind, True, None, tuple(mentions))

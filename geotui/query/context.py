"""What all parts of the reader share: the words' vocabulary, the dates' phrases, and the making of terms.

What must not be in here: which reading wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol

from geotui.model import ActorKind, How, NameMatch, Offer, Phrase, TermReading
from geotui.query.lexer import Atom
from geotui.query.near import NAME_ONLY, name_only
from geotui.query.nodes import HasWords, NamesActor, Term, Test
from geotui.query.ports import Vocabulary
from geotui.text import fold, folded_words, one_line

WHOLE = frozenset((How.EXACT, How.ALIAS, How.INITIALS, How.TOKEN))
"""The ways in which typed words are a name or whole words of it."""

NOTHING_YET = "nothing yet"
"""Said of a field without a value."""

_EDGES = " \t,;:!?…'’‘`\"“”„«»()[]{}<>*_/\\|&+=~^%$#@-‐‑–—−"
_POSSESSIVE = re.compile(r"['’]s?$")
_NAMED_IN_MEANING = 4


class Dates(Protocol):
    """The reader of date phrases, its clock and settings fixed."""

    @property
    def today(self) -> date:
        """The reader's local day."""
        ...

    def phrase(self, text: str, *, in_filter: bool) -> Phrase:
        """A date phrase; `in_filter`: among other words, so that what may be no date is none."""
        ...

    def moments(self, text: str) -> tuple[datetime | None, datetime | None] | None:
        """First and last moment of a phrase for `added:`, None where it is none."""
        ...


@dataclass
class Context:
    """One filter being read. `text` is the filter as typed; `silent` are readings of words that ask nothing."""

    text: str
    vocabulary: Vocabulary
    dates: Dates
    silent: list[TermReading] = field(default_factory=list)
    _resolved: dict[tuple[str, frozenset[How]], tuple[NameMatch, ...]] = field(default_factory=dict)

    def resolve(self, name: str, tiers: frozenset[How]) -> tuple[NameMatch, ...]:
        """As the vocabulary's, each name asked for once."""
        if (name, tiers) not in self._resolved:
            self._resolved[name, tiers] = self.vocabulary.resolve(name, tiers)
        return self._resolved[name, tiers]

    def raw(self, run: Sequence[Atom]) -> str:
        """The run as typed, on one line."""
        return one_line(self.text[run[0].start : run[-1].end])

    def name(self, run: Sequence[Atom]) -> str:
        """The run as a name: without what hangs on its ends, nor an English genitive."""
        return bare_name(self.raw(run))

    def reading(self, place: tuple[int, int], kind: str, meaning: str, note: str = "") -> TermReading:
        """What the words at a place were taken for."""
        return TermReading(*place, one_line(self.text[slice(*place)]), kind, meaning, note)

    def term(
        self,
        place: tuple[int, int],
        kind: str,
        meaning: str,
        tests: Iterable[Test],
        note: str = "",
        offers: tuple[Offer, ...] = (),
    ) -> Term:
        """A term for the words at a place."""
        return Term(replace(self.reading(place, kind, meaning, note), offers=offers), tuple(tests))

    def text_term(
        self, place: tuple[int, int], words: str, *, note: str = "", offers: tuple[Offer, ...] = ()
    ) -> Term | None:
        """A term for words of the texts, None where there is no word in them."""
        folded = tuple(folded_words(words))
        if not folded:
            return None
        note = ", ".join(filter(None, ["" if self.vocabulary.stories_with(folded) else "found nowhere", note]))
        return self.term(place, "text", f'"{one_line(words)}"', [HasWords(folded)], note=note, offers=offers)

    def actor_term(
        self,
        place: tuple[int, int],
        matches: Sequence[NameMatch],
        notes: Iterable[str] = (),
        others: Sequence[NameMatch] = (),
    ) -> Term:
        """A term for any of these actors; more than one is said and each is offered, as are the others."""
        several = len(matches) > 1
        how = {How.FUZZY: "misspelled", How.PREFIX: "beginning of a name"}.get(matches[0].how)
        alone = all(name_only(match, self.vocabulary.knowledge()) for match in matches)
        said = (how, "ambiguous" if several else "", NAME_ONLY if alone else "", *notes)
        note = ", ".join(filter(None, said))
        tests = [NamesActor(match.id) for match in matches]
        offered = offers([*matches, *others]) if several or others else ()
        return self.term(place, matches[0].kind.value, meaning(matches), tests, note=note, offers=offered)


def bare_name(typed: str) -> str:
    """A typed name without what hangs on its ends, nor an English genitive."""
    name = _POSSESSIVE.sub("", typed.lstrip(".").strip(_EDGES))
    return name if name.count(".") > 1 else name.rstrip(".")


def meaning(matches: Sequence[NameMatch]) -> str:
    """Actors in words: `A, B or C`; each with its kind where the kinds differ; many, and those in no story, counted."""
    told = [match for match in matches if match.stories] or list(matches)
    if len(matches) - len(told) == 1:
        told = list(matches)
    mixed = len({match.kind for match in told}) > 1
    names = [f"{match.name} ({match.kind})" if mixed else match.name for match in told]
    if len(names) > _NAMED_IN_MEANING:
        return f"any of {len(matches)}: {', '.join(names[:3])} …"
    silent = len(matches) - len(told)
    return either([*names, f"{silent} more whom no story names"] if silent else names)


def either(names: Sequence[str]) -> str:
    """`A`, `A or B`, `A, B or C`."""
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def offers(matches: Iterable[NameMatch]) -> tuple[Offer, ...]:
    """A choice for each actor, without repeats."""
    made = (Offer(f"{m.name} ({m.kind})", _chosen(m)) for m in matches)
    return tuple(dict.fromkeys(made))


def _chosen(match: NameMatch) -> str:
    field_name = "country" if match.kind is ActorKind.COUNTRY else "actor"
    return f'{field_name}:"{match.name}"'


def same(a: str, b: str) -> bool:
    """Whether two spellings differ in case, accents and marks at most."""
    return folded_words(fold(a)) == folded_words(fold(b))

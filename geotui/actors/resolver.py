"""What a typed name may mean: tiers of matches over all spellings of knowledge and library.

A lower tier answers only where the higher ones are empty; every actor of the tier is given, best first. What must not
be in here: stories, dates, the filter language.
"""

from __future__ import annotations

import heapq
import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, product, takewhile

from geotui.actors.entries import ALIAS_COST, Entries
from geotui.actors.lexicon import FUNCTION_WORDS
from geotui.actors.longnames import LongNames
from geotui.actors.nameforms import styles
from geotui.actors.scripts import romanised, writes_vowels
from geotui.actors.wordindex import WordIndex
from geotui.actors.wording import ARTICLES, PARTICLES, allowed_edits, least_letters, name_words, without_initials
from geotui.model import ActorKind, How, NameMatch, Spelling, VocabularyActor
from geotui.text import fold

_TIERS = (How.EXACT, How.ALIAS, How.INITIALS, How.TOKEN, How.PREFIX, How.FUZZY)
_SCORES = {How.EXACT: 1.0, How.ALIAS: 0.95, How.INITIALS: 0.9, How.TOKEN: 0.85, How.PREFIX: 0.8, How.FUZZY: 0.7}
_GIVEN_NAME_COST = 0.1
_MOST_ALIKE = 64
_LONGER_OFFERED = 3
_NAMES_TOO = frozenset(("us", "may"))

_HANGING = re.compile(r"[\W_]+$")

Found = dict[int, tuple[float, int]]
"""Actor's place → the least cost of a match, and the row of its spelling."""


class Resolver:
    """Resolves typed names. Build it anew when the vocabulary changes; answers take a few milliseconds at most."""

    def __init__(
        self,
        actors: Iterable[VocabularyActor],
        spellings: Iterable[Spelling],
        surnames: Iterable[Spelling] = (),
    ) -> None:
        """`surnames` are those besides each actor's `family`. Of known actors with as many stories the first leads."""
        ordered = sorted(enumerate(actors), key=_prominence)
        self._actors = [actor for _, actor in ordered]
        self._rows = Entries(self._actors, spellings, surnames)
        self._codes = {a.id.partition(":")[2].lower(): n for n, a in enumerate(self._actors) if _is_country(a)}
        self._index = WordIndex(word for words in self._rows.words for word in words)
        self._postings = [array("I") for _ in self._index.words]
        for row, words in enumerate(self._rows.words):
            for word in words:
                self._postings[self._index.number[word]].append(row)
        self._long_names = LongNames(self._rows, self._index, self._postings)
        self._initials: dict[str, tuple[int, ...]] = defaultdict(tuple)
        for row, letters in self._rows.initials():
            self._initials[letters] += (row,)
        self._joined: dict[str, tuple[int, ...]] = defaultdict(tuple)
        for row, letters in self._rows.joined():
            self._joined[letters] += (row,)
        self._joined_surnames: dict[str, tuple[int, ...]] = defaultdict(tuple)
        for place, known in enumerate(self._rows.surnames):
            for words in known:
                if len(words) > 1:
                    self._joined_surnames["".join(words)] += (place,)

    def resolve(
        self, typed: str, tiers: frozenset[How] | None = None, limit: int = 50, *, codes: bool = False
    ) -> tuple[NameMatch, ...]:
        """Actors that a typed name may mean, best first; only the best non-empty tier (of `tiers`, all by default).

        Without `tiers` it is known to be a name: given names and parts of an organisation's count as whole words of it
        too, and `who` is no pronoun. With `codes` an ISO 3166 code of a country is an exact name of it.
        """
        words = name_words(typed)
        if not words:
            return ()
        named = tiers is None
        if named and _is_small_function_word(words, typed):
            typed = typed.upper()
        searches: tuple[tuple[How, Callable[[], Found]], ...] = (
            (How.EXACT, lambda: self._exact(words, typed, codes=codes)),
            (How.ALIAS, lambda: self._whole(words, typed, alias=True)),
            (How.INITIALS, lambda: self._by_initials(words, typed)),
            (How.TOKEN, lambda: self._surnames(words, given=named)),
            (How.TOKEN, lambda: self._parts(words) if named else {}),
            (How.TOKEN, lambda: self._alike_surnames(words)),
            (How.PREFIX, lambda: self._begun(words, typed, limit, aliases=named)),
            (How.FUZZY, lambda: self._fuzzy(words)),
            (How.FUZZY, lambda: self._in_latin(words, limit)),
        )
        for how, search in searches:
            if (tiers is None or how in tiers) and (found := search()):
                return self._ranked(found, how, limit)
        return self.resolve(" ".join(words[1:]), limit=limit) if named and len(words) > 1 and words[0] == "the" else ()

    def resolve_whole(self, typed: str, limit: int = 50) -> tuple[NameMatch, ...]:
        """As `resolve` of what is a name and nothing else: it may have words or be in a spelling that nobody listed."""
        if found := self.resolve(typed, limit=limit):
            return found
        tried = dict.fromkeys(map(name_words, (typed, without_initials(typed))))
        longer = next(filter(None, (self._best(self._long_names.find(words)) for words in tried)), {})
        return self._ranked(_nearest(longer), How.FUZZY, limit)

    def complete(self, typed: str, limit: int = 8) -> tuple[NameMatch, ...]:
        """Actors whose names begin as typed, those that the typed name means already first; misspelled ones last.

        However many bear the typed name, a few whose names are longer are among them.
        """
        words = name_words(typed)
        if not words:
            return ()
        own = self.resolve(typed, frozenset(_TIERS[:4]), limit)
        named = self._ranked(self._surnames(words), How.TOKEN, limit)
        bearers = {match.id: match for match in (*named, *own)}
        most = limit + len(bearers)
        # in capitals no word is too small for a name
        begun = self._ranked(self._begun(words, typed.upper(), most, short=True, aliases=True), How.PREFIX, most)
        longer = [match for match in begun if match.id not in bearers]
        first = list(dict.fromkeys((*own, *(bearers[match.id] for match in named))))
        first = first[: max(limit - len(longer), limit - _LONGER_OFFERED)]
        return tuple((*first, *longer)[:limit]) or self.resolve(typed, frozenset({How.FUZZY}), limit)

    def _exact(self, words: tuple[str, ...], typed: str, *, codes: bool) -> Found:
        place = self._codes.get(typed.strip().lower()) if codes else None
        return self._whole(words, typed, alias=False) if place is None else {place: (0.0, place)}

    def _whole(self, words: tuple[str, ...], typed: str, *, alias: bool) -> Found:
        table = self._rows
        having = self._having(words)
        rows = [n for n in having if table.words[n] == words and table.alias[n] == alias]
        if alias and rows and (_is_small_function_word(words, typed) or self._surnames(words)):
            rows = [n for n in rows if _is_so_typed(table.text[n], typed)]
        rows = [n for n in rows if not table.surname_only(n)]
        if rows and not alias and min(rows) >= len(self._actors):
            rows += [n for n in having if table.shortens(n, words)]
        rows = rows or [n for n in self._joined.get("".join(words), ()) if table.alias[n] == alias]
        return self._best((n, 0.0) for n in rows if not table.surname_only(n))

    def _by_initials(self, words: tuple[str, ...], typed: str) -> Found:
        """Never where what was typed also begins a name: the letters that follow may be on their way."""
        if len(words) != 1 or self._index.beginning(words[0]) or _is_small_function_word(words, typed):
            return {}
        return self._best((n, 0.0) for n in self._initials.get(words[0], ()))

    def _surnames(self, words: tuple[str, ...], *, given: bool = False) -> Found:
        """Those whose surname is typed, alone or with more words of the name; with them those `given` it, if asked."""
        having = self._having(words)
        rows = [n for n in having if self._rows.is_surname(n, words)]
        found = self._best((n, 0.0) for n in rows or self._joined_surnames.get("".join(words), ()))
        if rows and given and words[0] not in styles():
            first = (n for n in having if n < len(self._actors) and self._rows.words[n][:1] == words)
            found = self._best((n, _GIVEN_NAME_COST) for n in first) | found
        return found

    def _alike_surnames(self, words: tuple[str, ...]) -> Found:
        """Those whose surname is typed in another transliteration."""
        others = ((n, other) for other in self._alike(words) for n in self._having(other))
        return self._best((n, 0.0) for n, other in others if self._rows.is_surname(n, other))

    def _alike(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The words with some in another transliteration, and without Arabic articles."""
        index = self._index
        choices = [
            [
                word,
                *("" for _ in ARTICLES & {word}),
                *(index.words[at] for at in index.alike(word, allowed_edits(word))),
            ]
            for word in words
        ]
        others = (tuple(filter(None, other)) for other in product(*choices))
        return islice((other for other in others if other and other != words), _MOST_ALIKE)

    def _parts(self, words: tuple[str, ...]) -> Found:
        return self._best((n, 0.0) for n in self._having(words) if self._rows.is_part(n, words))

    def _having(self, words: Sequence[str]) -> list[int]:
        """Spellings that have all these whole words, each in a place of its own."""
        numbers = [self._index.number.get(word) for word in words]
        lists = [self._postings[number] for number in numbers if number is not None]
        if len(lists) < len(words) or not lists:
            return []
        wanted = [(word, words.count(word)) for word in words]
        rows = self._rows.words
        return [n for n in min(lists, key=len) if all(rows[n].count(word) >= count for word, count in wanted)]

    def _begun(
        self, words: tuple[str, ...], typed: str, limit: int, *, short: bool = False, aliases: bool = False
    ) -> Found:
        """Those with the whole words typed and one that begins as the last; `aliases` begin as names do.

        A lone last letter is first taken for the beginning of a word, though it may be one of several initials.
        """
        head, last = _lone_letter(typed)
        if head and (found := self._beginning_after(head, last, limit, aliases=aliases)):
            return found
        if len(words) == 1:
            longer = _is_small_function_word(words, typed)
            return self._beginning(words[0], limit, short=short, longer=longer, aliases=aliases)
        return self._beginning_after(words[:-1], words[-1], limit, aliases=aliases)

    def _beginning(self, begun: str, limit: int, *, short: bool, longer: bool, aliases: bool) -> Found:
        """The best actors with a word that begins so; `longer`: not that word itself.

        `short`: one letter earlier, and only words of usual names, which are a manageable number.
        """
        if len(begun) < least_letters(begun) - short:
            return {}
        usual = len(self._actors) if len(begun) < least_letters(begun) else len(self._rows)
        names, costs, alias = self._index.words, self._rows.beginning_cost, self._rows.alias
        words = ((n, names[n]) for n in self._index.beginning(begun) if not longer or names[n] != begun)
        rows = ((row, word) for n, word in words for row in takewhile(usual.__gt__, self._postings[n]))
        found = ((row, costs(row, word)) for row, word in rows if aliases or not alias[row])
        return _cheapest(self._best((row, cost) for row, cost in found if cost is not None), limit)

    def _beginning_after(self, whole: tuple[str, ...], last: str, limit: int, *, aliases: bool) -> Found:
        table = self._rows
        rows = (n for n in self._having(whole) if _begins(table.words[n], whole, last))
        found = self._best((n, ALIAS_COST * table.alias[n]) for n in rows if aliases or not table.alias[n])
        return _cheapest(found, limit)

    def _fuzzy(self, words: tuple[str, ...]) -> Found:
        if all(len(word) <= 3 for word in words):
            return {}
        near = [self._index.near(word, beginning=at == len(words) - 1) for at, word in enumerate(words)]
        if not all(near):
            return {}
        if len(near) == 1:
            lowest = min(near[0].values())
            near[0] = {word: cost for word, cost in near[0].items() if cost <= lowest + _GIVEN_NAME_COST}
        return _nearest(self._best(self._near_spellings(near)))

    def _in_latin(self, words: tuple[str, ...], limit: int) -> Found:
        """Those whose surname, or its beginning, is typed in another script than any that is listed for them."""
        latin = tuple(map(romanised, words))
        if latin == words or not all(latin):
            return {}
        if all(map(writes_vowels, words)):
            found = self._surnames(latin) or self._alike_surnames(latin) or self._fuzzy(latin)
            return found or self._begun(latin, " ".join(latin), limit)
        return self._best((n, 0.0) for n in self._long_names.heard(latin))

    def _near_spellings(self, near: list[dict[int, float]]) -> Iterator[tuple[int, float]]:
        number, lead = self._index.number, min(near, key=lambda n: sum(len(self._postings[w]) for w in n))
        for row in {row for word in lead for row in self._postings[word]}:
            if not self._rows.is_covered(row, len(near)):
                continue
            cost = _assign([number[word] for word in self._rows.words[row]], near)
            if cost is not None:
                core = {number[word] for core in self._rows.cores(row) for word in core}
                named = not core or any(not core.isdisjoint(words) for words in near)
                yield row, cost + (0.0 if named else _GIVEN_NAME_COST)

    def _best(self, found: Iterable[tuple[int, float]]) -> Found:
        """The least cost for each actor; of equals the spelling listed first, which is the canonical name's."""
        best: Found = {}
        for row, cost in found:
            actor = self._rows.actor[row]
            held = best.get(actor)
            if held is None or (cost, row) < held:
                best[actor] = (cost, row)
        return best

    def _ranked(self, found: Found, how: How, limit: int) -> tuple[NameMatch, ...]:
        matches = []
        for place in heapq.nsmallest(limit, found, key=lambda place: (found[place][0], place)):
            (cost, row), actor = found[place], self._actors[place]
            score = round(max(0.05, _SCORES[how] - 0.15 * cost), 3)
            matches.append(NameMatch(actor.id, actor.name, actor.kind, self._rows.text[row], how, score, actor.stories))
        return tuple(matches)


def _prominence(listed: tuple[int, VocabularyActor]) -> tuple[int, bool, int, str, str]:
    place, actor = listed
    return (-actor.stories, not actor.known, place if actor.known else 0, actor.name, actor.id)


def _is_country(actor: VocabularyActor) -> bool:
    return actor.kind is ActorKind.COUNTRY


def _is_small_function_word(words: tuple[str, ...], typed: str) -> bool:
    """`who`, `is`, `it`: no short form is meant unless it is typed in capitals; `us` and `may` are names too."""
    return len(words) == 1 and words[0] in FUNCTION_WORDS - _NAMES_TOO and not typed.strip().isupper()


def _is_so_typed(alias: str, typed: str) -> bool:
    """Whether an alias that is a surname too may be meant: `sadr` is no short form in capitals, `Türk` no `Turk`."""
    capitals = alias.replace(".", "").isupper() and not typed.isupper()
    signs = typed.casefold().strip()
    return not capitals and (signs == fold(typed).strip() or signs == alias.casefold())


def _lone_letter(typed: str) -> tuple[tuple[str, ...], str]:
    """What was typed before a last letter that stands alone, and that letter; nothing where it does not."""
    text = _HANGING.sub("", typed)
    alone = len(text) > 1 and text[-1].isalpha() and not text[-2].isalnum()
    return (name_words(text[:-1]), fold(text[-1])) if alone else ((), "")


def _nearest(found: Found) -> Found:
    least = min((cost for cost, _ in found.values()), default=0.0)
    return {actor: match for actor, match in found.items() if match[0] <= least + _GIVEN_NAME_COST / 2}


def _cheapest(found: Found, limit: int) -> Found:
    places = heapq.nsmallest(limit, found, key=lambda place: (found[place][0], place))
    return {place: found[place] for place in places}


def _begins(words: tuple[str, ...], whole: Sequence[str], last: str) -> bool:
    """Whether a word other than the whole ones begins with the last one typed."""
    if whole[0] in PARTICLES:
        count = len(whole)
        places = range(len(words) - count)
        return any(words[at : at + count] == tuple(whole) and words[at + count].startswith(last) for at in places)
    left = list(words)
    for word in whole:
        left.remove(word)
    return any(word.startswith(last) for word in left)


def _assign(words: Sequence[int], near: Sequence[dict[int, float]], at: int = 0) -> float | None:
    """The least cost of matching each typed word to one word of the name, no word twice; None where there is none."""
    if at == len(near):
        return 0.0
    best: float | None = None
    for place, word in enumerate(words):
        cost = near[at].get(word)
        if cost is None:
            continue
        rest = _assign([*words[:place], *words[place + 1 :]], near, at + 1)
        if rest is not None and (best is None or cost + rest < best):
            best = cost + rest
    return best

"""Finds in the words of a text what the knowledge has a name for: people in full, countries, bodies, places, events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geotui.actors.lexicon import (
    FUNCTION_WORDS,
    MEDIA_HEADS,
    NEVER_NAMES,
    OF_A_STATE,
    STATE_CUES,
    STATES,
    THING_HEADS,
    common_words,
)
from geotui.actors.tables import Meaning, Sense, Tables, Title
from geotui.actors.tokens import Words
from geotui.actors.wording import PARTICLES

_SMALL = FUNCTION_WORDS | PARTICLES
_MAY_BE_SURNAME = frozenset((Sense.COUNTRY, Sense.METONYM, Sense.PLACE, Sense.ORGANISATION, Sense.MEDIA, Sense.PERSON))

_COUNTRIES = frozenset((Sense.COUNTRY, Sense.METONYM))
_NAMED_LIKE = frozenset((Sense.PLACE, Sense.METONYM))


@dataclass(frozen=True, slots=True)
class Item:
    """Words `first` to before `after`, and what they mean."""

    first: int
    after: int
    meaning: Meaning


class Scan:
    """One part of a draft with what is known in it. `left_out` are ranges of characters that name nobody: credits."""

    __slots__ = ("cover", "items", "tables", "words")

    def __init__(
        self, words: Words, tables: Tables, left_out: tuple[tuple[int, int], ...] = (), *, caseless: bool = False
    ) -> None:
        self.words = words
        self.tables = tables
        self.items: list[Item] = []
        self.cover: dict[int, Item | None] = {}
        for start, end in left_out:
            for at in range(bisect_left(words.start, start), bisect_left(words.start, end)):
                self.cover[at] = None
        begins = words.caseless if caseless else words.capital
        firsts, shorts = tables.first_words, tables.short_words
        norm, full = words.norm, words.full
        starts = [n for n, begin in enumerate(begins) if begin or (caseless and words.capital[n])]
        if "al" in norm:
            starts = sorted({*starts, *(n for n, word in enumerate(norm) if word == "al" and words.capital[n + 1])})
        for at in starts:
            if not (norm[at] in firsts or full[at] in firsts or norm[at] in shorts) or at in self.cover:
                continue
            item = self._item(at)
            if item is not None and not self._part_of_a_name(item):
                self.items.append(item)
                for covered in range(item.first, item.after):
                    self.cover[covered] = item

    def free(self, at: int) -> bool:
        """Whether word `at` begins with a capital and is none of the known things."""
        return self.words.capital[at] and at not in self.cover

    def title_at(self, at: int) -> tuple[int, Title] | None:
        """The longest title that begins at word `at`: the word after it, and what it says."""
        words, tables, word = self.words, self.tables, self.words.norm[at]
        if not (word in tables.title_first or word[:-1] in tables.title_first):
            return None
        if words.joint[at + 1]:
            begin = f"{words.full[at]} {words.norm[at + 1]}"
            longest = tables.longest_title.get(begin) or tables.longest_title.get(begin[:-1], 0)
            for after in range(at + longest, at + 1, -1):
                if all(words.joint[at + 2 : after]) and after <= words.count:
                    title = _one_or_many(tables.titles, (*words.full[at : after - 1], words.norm[after - 1]))
                    if title is not None:
                        return after, title
        title = _one_or_many(tables.titles, (word,))
        return (at + 1, title) if title is not None and not self._given_name(at) else None

    def _given_name(self, at: int) -> bool:
        """Whether a capital title word is rather a given name: `Don Loewen`, `Sultan al-Jaber`."""
        words, after = self.words, at + 1
        particle = words.norm[after] in PARTICLES
        given = words.norm[at] in self.tables.given_names or (words.norm[at] == "sultan" and particle)
        if not words.capital[at] or not given or words.headline:
            return False
        if not words.joint[after]:
            return False
        return particle or (self.free(after) and words.norm[after] not in self.tables.given_names)

    def title_before(self, at: int, *, comma: bool = False) -> tuple[int, Title] | None:
        """The longest title that ends right before word `at`, or with `comma` before a comma: its first word, and what
        it says.
        """
        words, tables = self.words, self.tables
        if at == 0 or not (words.joint[at] or comma):
            return None
        last = words.norm[at - 1]
        if not (last in tables.title_last or last[:-1] in tables.title_last) or words.possessive(at - 1):
            return None
        if at > 1 and words.joint[at - 1]:
            end = f"{words.full[at - 2]} {last}"
            longest = tables.longest_ending.get(end) or tables.longest_ending.get(end[:-1], 0)
            for first in range(max(0, at - longest), at - 1):
                if all(words.joint[first + 1 : at - 1]):
                    title = _one_or_many(tables.titles, words.full[first:at])
                    if title is not None:
                        return first, title
        title = _one_or_many(tables.titles, (last,))
        return (at - 1, title) if title is not None else None

    def _item(self, at: int) -> Item | None:
        words = self.words
        phrases, longest, full, norm = self.tables.phrases, self.tables.longest, words.full, words.norm
        most = 0
        if words.joint[at + 1]:
            begin = f"{full[at]} {norm[at + 1]}"
            most = longest.get(begin, 0)
            if full[at + 1] != norm[at + 1]:
                most = max(most, longest.get(f"{full[at]} {full[at + 1]}", 0))
        for after in range(min(at + most, words.count), at + 1, -1):
            inner = " ".join(full[at : after - 1])
            meaning = phrases.get(f"{inner} {norm[after - 1]}") or phrases.get(f"{inner} {full[after - 1]}")
            if meaning is not None and self._written_as_name(at, after):
                return Item(at, after, meaning)
        meaning = phrases.get(norm[at])
        if meaning is not None:
            return Item(at, at + 1, meaning)
        return self._short(at)

    def _short(self, at: int) -> Item | None:
        words = self.words
        text = words.text[words.start[at] : words.end[at]]
        meaning = self.tables.shorts.get(text)
        if meaning is None or (words.shouted and words.norm[at] in FUNCTION_WORDS and words.norm[at] != "us"):
            return None
        return Item(at, at + 1, meaning)

    def _written_as_name(self, at: int, after: int) -> bool:
        words = self.words
        if not words.capital[after - 1] and words.norm[after - 1] not in _SMALL and words.gap[after - 1] != "-":
            return False
        return all(
            words.joint[n] and (words.capital[n] or words.norm[n] in _SMALL or words.gap[n] == "-")
            for n in range(at + 1, after)
        )

    def _part_of_a_name(self, item: Item) -> bool:
        """Whether what was found is rather part of a longer name, or means something else."""
        words, meaning, at = self.words, item.meaning, item.first
        given = self.tables.given_names
        if meaning.sense in _COUNTRIES and self._is_a_town(item.after):
            return True
        if item.after - at > 1:
            if not (at and words.joint[at] and self.free(at - 1)):
                return False
            if not words.capital[at] and words.norm[at - 1] not in NEVER_NAMES:
                return True
            if meaning.sense is Sense.ORGANISATION:  # the `Free Democratic Party` is not the Democratic Party
                return not (words.possessive(at - 1) or words.opens(at - 1) or words.headline)
            return meaning.sense is Sense.PERSON and words.norm[at - 1] in given and self.title_at(at - 1) is None
        if meaning.sense not in _MAY_BE_SURNAME:
            return False
        word = words.norm[at]
        if meaning.ambiguous and (self._is_a_state(at) or self._means_something_else(word)):
            return True
        if meaning.sense is Sense.PERSON and words.opens(at) and word in NEVER_NAMES:
            return True
        before = at - 1
        if at and words.joint[at] and self.free(before) and not words.possessive(before) and words.gap[at] != "-":
            titled = words.norm[before] in self.tables.title_last or words.norm[before] in NEVER_NAMES
            if words.norm[before] in given and not titled:
                return True
            if meaning.sense is Sense.PERSON and not titled and not words.opens(before) and not words.headline:
                return True
        if meaning.sense in _NAMED_LIKE and self._named_like(at):
            return True
        following = at + 1
        if words.joint[following] and words.capital[following] and not words.possessive(at):
            if meaning.sense is Sense.COUNTRY and words.norm[following] in MEDIA_HEADS:
                return True
            if meaning.sense is Sense.PLACE and self._given_after(following):
                return True
            if words.gap[following] != "-" and (word in given or meaning.ambiguous or meaning.sense is Sense.PERSON):
                return self._looks_like_surname(following)
        return False

    def _named_like(self, at: int) -> bool:
        """Whether a place is a surname after title and name, or a given name: `Dr Asha Bari`, `Riyadh al-Hilfi`."""
        words, before, after = self.words, at - 1, at + 1
        if words.headline:
            return False
        if at > 1 and words.gap[at] == " " and self.free(before) and not words.possessive(before):
            word = words.norm[before]
            if word not in NEVER_NAMES and word not in THING_HEADS and word not in common_words():
                return self.title_before(before) is not None
        article = words.norm[after] in PARTICLES and not words.capital[after] and words.gap[after] == " "
        return article and words.joint[after + 1] and self.free(after + 1) and not words.possessive(at)

    def _given_after(self, at: int) -> bool:
        """Whether a given name, and no surname after it, follows a place: `Fukushima Hidetada`."""
        words = self.words
        alone = not (words.joint[at + 1] and words.capital[at + 1]) or words.possessive(at)
        return words.norm[at] in self.tables.given_names and alone and words.gap[at] == " " and not words.headline

    def _looks_like_surname(self, at: int) -> bool:
        words = self.words
        word = words.norm[at]
        if word in NEVER_NAMES or word in THING_HEADS or word in self.tables.titles or word in self.tables.first_words:
            return False
        return not words.headline or word in self.tables.families

    def _is_a_town(self, after: int) -> bool:
        """Whether a comma and a state follow: `Paris, Texas`, `Lebanon, N.H.`."""
        words = self.words
        if words.gap[after] != ", " or after >= len(words):
            return False
        word = words.norm[after]
        return (words.capital[after] and word in STATES) or f"{word} {words.norm[after + 1]}" in STATES

    def _is_a_state(self, at: int) -> bool:
        """Whether `Georgia` is the American state, or part of a name: `Georgia voters`, `the state of Georgia`."""
        words, before = self.words, at - 1
        if words.joint[at + 1] and words.norm[at + 1] in OF_A_STATE and not words.possessive(at):
            return True
        if at == 0 or not words.joint[at]:
            return False
        unknown = self.free(before) and not words.possessive(before) and not words.headline
        part = unknown and words.norm[before] not in NEVER_NAMES and words.norm[before] not in common_words()
        return part or words.norm[before] in ("south", "wild") or words.norm[at - 2 : at] == ["state", "of"]

    def _means_something_else(self, word: str) -> bool:
        cues = STATE_CUES.get(word)
        return cues is not None and not cues.isdisjoint(self.words.norm)


def _one_or_many(titles: Mapping[str, Title], words: Sequence[str]) -> Title | None:
    """The title of these words, in the singular or the plural."""
    key = " ".join(words)
    return titles.get(key) or (titles.get(key[:-1]) if key.endswith("s") else None)

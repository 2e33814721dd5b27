"""Whatever comes, goes or changes, and in whatever order, the stories are those of folding all from nothing."""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.model import Fold, Foldable, Sketch
from geotui.stories import fold, postings, sketch
from geotui.stories.folding import Change, Folding
from geotui.stories.postings import first_hash, is_common
from geotui.stories.standing import State
from geotui.text import content_id

BENCH = Path(__file__).parents[1] / "bench"


class Moving:
    """An archive in memory whose articles come and go, and its stories kept up to date."""

    def __init__(self) -> None:
        self.items: dict[int, Foldable] = {}
        self.texts: dict[int, str] = {}
        self.posted: defaultdict[int, set[int]] = defaultdict(set)
        self.state = State.empty()
        self._known: dict[int, Sequence[int]] = {}

    def article(self, key: int) -> Foldable:
        return self.items[key]

    def words(self, key: int) -> int:
        return self.items[key].sketch.words

    def alike(self, key: int) -> Sequence[int]:
        return [key]

    def text(self, key: int) -> str:
        return self.texts[key]

    def holders(self, value: int) -> Sequence[int]:
        if value not in self._known:
            self._known[value] = () if self.is_common(value) else tuple(self.posted.get(value, ()))
        return self._known[value]

    def is_common(self, value: int) -> bool:
        return is_common(self.posted.get(value, ()), lambda key: first_hash(self.items[key].sketch))

    def change(self, come: Iterable[tuple[Foldable, str]], go: Iterable[int] = ()) -> None:
        """Articles come, in a changed form where they are there, and others go."""
        come, gone = list(come), set(go)
        old = {key: self.items[key].sketch for key in (*gone, *(item.key for item, _ in come)) if key in self.items}
        folding = Folding(self, self.state)
        stirred = set().union(*(folding.stirred_by(key, one) for key, one in old.items()))
        values = {value for one in old.values() for value in one.hashes}
        values |= {value for item, _ in come for value in item.sketch.hashes}
        common = {value for value in values if self.is_common(value)}
        self._known.clear()
        for key, one in old.items():
            self._post(one, key, posted=False)
        for key in gone:
            del self.items[key]
        for item, text in come:
            self.items[item.key], self.texts[item.key] = item, text
            self._post(item.sketch, item.key, posted=True)
        for value in values:
            if self.is_common(value) != (value in common):
                stirred |= folding.turned_by(self.posted[value])
        folding.refold(Change([item.key for item, _ in come], gone, old, stirred - gone))

    def _post(self, of: Sketch, key: int, *, posted: bool) -> None:
        for value in of.hashes:
            (self.posted[value].add if posted else self.posted[value].discard)(key)

    def folds(self) -> set[Fold]:
        folding = Folding(self, self.state)
        return {folding.story(leader) for leader in self.state.stories.leads}


def archive(stories: int, seed: int) -> list[tuple[Foldable, str]]:
    """Generated articles, and versions of some of them that their outlets printed later."""
    sys.path.insert(0, str(BENCH))
    try:
        from generate import articles
    finally:
        sys.path.remove(str(BENCH))
    chosen = random.Random(seed)
    printed: list[Any] = list(articles(stories, seed))
    for one in chosen.sample(printed, len(printed) // 6):
        parts = list(one.paragraphs)
        for days in range(1, chosen.choice((2, 3, 4))):
            del parts[chosen.randrange(len(parts)) :][:1]
            parts = parts or list(one.paragraphs[:1])
            printed.append(replace(one, paragraphs=tuple(parts), day=one.day + timedelta(days=days)))
    found: dict[str, tuple[Foldable, str]] = {}
    for one in printed:
        id_, cut_off = content_id(one.text), chosen.random() < 0.05
        item = Foldable(len(found), id_, sketch(one.text), one.day, one.source, one.title, cut_off)
        found.setdefault(id_, (item, one.text))
    return list(found.values())


@pytest.fixture(autouse=True)
def early_common(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shingles are common soon, so that small archives have some."""
    monkeypatch.setattr(postings, "MOST_COMMON", 12)


def whole(moving: Moving) -> set[Fold]:
    return set(fold(list(moving.items.values()), moving.texts.__getitem__))


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_articles_that_come_one_by_one_in_any_order_fold_as_all_at_once(seed: int) -> None:
    printed = archive(40, seed)
    random.Random(seed).shuffle(printed)
    moving = Moving()
    for one in printed:
        moving.change([one])
    assert moving.folds() == whole(moving)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_whatever_comes_goes_and_changes_together_stories_are_those_of_folding_anew(seed: int) -> None:
    chosen = random.Random(seed)
    printed = archive(60, seed)
    moving = Moving()
    for _ in range(8):
        come = [changed(one, chosen) for one in chosen.sample(printed, chosen.randrange(30))]
        arriving = {item.key for item, _ in come}
        going = [key for key in moving.items if key not in arriving and chosen.random() < 0.2]
        moving.change(come, going)
        assert moving.folds() == whole(moving)


def changed(one: tuple[Foldable, str], chosen: random.Random) -> tuple[Foldable, str]:
    """The article, now and then with another day, and without its last paragraph as if that were furniture."""
    item, text = one
    if chosen.random() < 0.3 and item.day:
        item = replace(item, day=item.day + timedelta(days=chosen.randrange(-3, 4)))
    if chosen.random() < 0.2:
        text = text.rpartition("\n\n")[0] or text
        item = replace(item, sketch=sketch(text))
    return item, text

"""Articles that are others changed: told once they are published, and again until they were taken."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

import geotui
from geotui import index
from geotui.index import Stamp
from geotui.model import Successor, Whereabouts
from geotui.settings import Settings
from geotui.stories import imprint
from geotui.text import content_id

FLOOD = (
    "The river Orla flooded four villages on Tuesday night and drove three thousand people from their homes.",
    "Rescuers in boats took families from their roofs until dawn, and the road to the market town was cut.",
    "The governor said that inspectors had asked twice for the sluices to be repaired.",
)
STRIKE = (
    "Pilots of the national airline will strike for two days next week over the hours that they must rest.",
    "The company called it reckless, and said that most passengers would be booked on other flights.",
)
MORE = "Two helicopters came from the neighbouring country on Wednesday."
STAMP = Stamp(geotui.ANALYSIS_VERSION, "facts", "settings")


class Pages:
    """A folder, its index, and what was told of changed texts."""

    def __init__(self, place: Path) -> None:
        self.folder, self._cache = place / "pages", place / "index.sqlite"
        self.folder.mkdir()
        self.told: list[Successor] = []

    def page(self, name: str, title: str, *paragraphs: str) -> None:
        text = "\n\n".join((title, *paragraphs))
        (self.folder / name).write_text(f"{text}\n", encoding="utf-8")

    def feed(self, *records: tuple[str, str, Sequence[str]]) -> None:
        lines = [json.dumps({"id": id_, "title": title, "text": "\n\n".join(text)}) for id_, title, text in records]
        (self.folder / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")

    def update(self, early: bool = False) -> list[Successor]:
        self.told = []
        index.update(self._cache, [self.folder], STAMP, Settings(), 1, early=early, follow=self.told.extend)
        return self.told

    def update_anew(self, *marked: Whereabouts) -> list[Successor]:
        self._cache.unlink()
        self.told = []
        folders = [self.folder]
        index.update(self._cache, folders, STAMP, Settings(), 1, follow=self.told.extend, marked=lambda: marked)
        return self.told

    def update_and_fail(self) -> None:
        def fail(_found: Sequence[Successor]) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            index.update(self._cache, [self.folder], STAMP, Settings(), 1, follow=fail)


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path)


def changed(
    before: Sequence[str], after: Sequence[str], title: str = "Orla floods villages", known: bool = True
) -> Successor:
    text = "\n\n".join(before)
    old, new = content_id(text), content_id("\n\n".join(after))
    return Successor(old, new, title, text) if known else Successor(old, new)


def test_a_page_with_a_sentence_more_is_told_once(pages: Pages) -> None:
    pages.page("flood.txt", "Orla floods villages", *FLOOD)
    assert pages.update() == []
    pages.page("flood.txt", "Orla floods villages", *FLOOD, MORE)
    assert pages.update() == [changed(FLOOD, (*FLOOD, MORE))]
    assert pages.update() == []


def test_what_was_not_taken_is_told_again_and_before_what_came_since(pages: Pages) -> None:
    pages.page("flood.txt", "Orla floods villages", *FLOOD)
    pages.update()
    pages.page("flood.txt", "Orla floods villages", *FLOOD, MORE)
    pages.update_and_fail()
    pages.page("flood.txt", "Orla floods villages", *FLOOD, MORE, STRIKE[0])
    assert pages.update() == [changed(FLOOD, (*FLOOD, MORE)), changed((*FLOOD, MORE), (*FLOOD, MORE, STRIKE[0]))]


def test_another_text_in_the_same_file_follows_none(pages: Pages) -> None:
    pages.page("today.txt", "The day in brief", *FLOOD)
    pages.update()
    pages.page("today.txt", "The day in brief", *STRIKE)
    assert pages.update() == []


def test_a_text_that_is_still_elsewhere_did_not_change(pages: Pages) -> None:
    pages.page("flood.txt", "Orla floods villages", *FLOOD)
    pages.update()
    os.rename(pages.folder / "flood.txt", pages.folder / "moved.txt")  # noqa: PTH104
    pages.page("flood.txt", "Orla floods villages", *FLOOD, MORE)
    assert pages.update() == []


def test_records_are_compared_with_those_of_their_own_id(pages: Pages) -> None:
    pages.feed(("a", "Orla floods villages", FLOOD), ("b", "Pilots will strike", STRIKE))
    pages.update()
    pages.feed(("b", "Pilots will strike", (*STRIKE, MORE)), ("a", "Orla floods more villages", (*FLOOD, MORE)))
    assert sorted(pages.update(), key=lambda one: one.old) == sorted(
        [changed(FLOOD, (*FLOOD, MORE)), changed(STRIKE, (*STRIKE, MORE), "Pilots will strike")],
        key=lambda one: one.old,
    )
    pages.feed(("c", "Orla floods more villages", FLOOD))
    assert pages.update() == []


def test_a_large_file_tells_what_changed_in_it_too(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geotui.index.tasks.LARGE_BYTES", 10)
    monkeypatch.setattr("geotui.index.tasks.BATCH_PAGES", 1)
    monkeypatch.setattr("geotui.index.build.PUBLISH_SECONDS", 0.0)
    pages.feed(("a", "Orla floods villages", FLOOD), ("b", "Pilots will strike", STRIKE))
    pages.update(early=True)
    pages.feed(("a", "Orla floods villages", (*FLOOD, MORE)), ("b", "Pilots will strike", STRIKE))
    assert pages.update(early=True) == [changed(FLOOD, (*FLOOD, MORE))]


def stood(pages: Pages, paragraphs: Sequence[str], title: str = "Orla floods villages") -> Whereabouts:
    text = "\n\n".join(paragraphs)
    return Whereabouts(content_id(text), str(pages.folder / "flood.txt"), None, title, imprint(text))


def test_an_index_made_from_nothing_finds_what_came_of_the_texts_it_is_told_of(pages: Pages) -> None:
    pages.page("flood.txt", "Orla floods villages", *FLOOD)
    pages.update()
    pages.page("flood.txt", "Orla floods more villages", *FLOOD, MORE)
    assert pages.update_anew(stood(pages, FLOOD)) == [changed(FLOOD, (*FLOOD, MORE), known=False)]
    assert pages.update() == []


def test_an_index_made_from_nothing_finds_nothing_for_what_is_still_there_or_is_another_text(pages: Pages) -> None:
    pages.page("flood.txt", "Orla floods villages", *FLOOD)
    pages.update()
    assert pages.update_anew(stood(pages, FLOOD), stood(pages, STRIKE, "Pilots will strike")) == []


def test_many_changed_texts_are_told_some_at_a_time_and_all(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geotui.index.successors.TAKEN_AT_ONCE", 2)
    texts = [(f"{FLOOD[0]} It was flood {n}.", f"{FLOOD[1]} It was {n} a clock.") for n in "abcde"]
    pages.feed(*((n, f"Flood {n}", text) for n, text in zip("abcde", texts, strict=True)))
    pages.update()
    pages.feed(*((n, f"Flood {n}", (*text, MORE)) for n, text in zip("abcde", texts, strict=True)))
    assert len({one.new for one in pages.update()}) == 5

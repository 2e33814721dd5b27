"""What links stories that are not one is told in sentences: who borrows from whom, who is made of what."""

from __future__ import annotations

import json
from pathlib import Path

from geotui.library import Library
from geotui.settings import Locations, Settings

SLUICE = (
    "The sluice at Hollen gave way on Sunday evening after two days of rain, and water stood a metre deep in the "
    "lower streets of the town by midnight.",
    "Engineers of the water board had asked in three letters for the gates to be replaced, and were told each time "
    "that the money had gone into the new ring road instead.",
    "People carried what they could to the upper floors. Boats came from the next villages before the army did.",
)
OPINION = (
    "It is the same in every spring: what nobody sees is what nobody pays for, and those who warn are thanked and sent "
    "home with a pot of flowers.",
    SLUICE[1],
    "A minister who wants to be remembered builds a road. One who wants to be useful pays for a gate.",
    "So let us at least keep the letters, and read them aloud at the next opening of a road.",
)
STRIKE = (
    "Bakers in the capital stopped work on Monday over the price of flour, and queues at the few open shops reached "
    "around the corner by six in the morning.",
    "The guild said that it would talk to nobody but the minister, who was abroad until the end of the week.",
    "Some restaurants baked for their neighbours, and a school taught its pupils how to make flat bread on a stove.",
)
HERON = (
    "A pair of herons nested on the roof of the parliament for the first time since records were begun, and the "
    "session on Tuesday was moved so as not to disturb them.",
    "Ornithologists put up a camera, which was watched by more people than the debate on the budget had been.",
    "The speaker said that the birds were welcome as long as they did not vote on anything but fish.",
)
DIGEST = (SLUICE[0], STRIKE[0], HERON[0])


def library(tmp_path: Path, locations: Locations, **texts: tuple[str, tuple[str, ...]]) -> Library:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, (day, text) in texts.items():
        record = {
            "id": name,
            "date": day,
            "source": f"The {name} post",
            "title": f"On {name}",
            "text": "\n\n".join(text),
        }
        (folder / f"{name}.jsonl").write_text(json.dumps(record), encoding="utf-8")
    library = Library([folder], locations, Settings())
    library.update(workers=1)
    return library


def told(library: Library, filter_: str) -> list[str]:
    return [link.words for link in library.why(None, library.answer(filter_).shown.rank(0)).links]


def test_the_later_of_two_borrows_from_the_earlier_one(tmp_path: Path, locations: Locations) -> None:
    of = library(tmp_path, locations, sluice=("2022-04-04", SLUICE), opinion=("2022-04-09", OPINION))
    (one,) = told(of, "title:opinion")
    assert one.startswith("It borrows a passage from “On sluice” (The sluice post, 4 Apr 2022): “Engineers of the")
    assert one.endswith(" …”, 32 words.")
    (other,) = told(of, "title:sluice")
    assert other.startswith("“On opinion” (The opinion post, 9 Apr 2022) borrows a passage from it: ")


def test_of_one_day_neither_is_said_to_borrow(tmp_path: Path, locations: Locations) -> None:
    of = library(tmp_path, locations, sluice=("2022-04-04", SLUICE), opinion=("2022-04-04", OPINION))
    assert told(of, "title:opinion")[0].startswith("It has a passage in common with “On sluice”")


def test_a_digest_is_told_from_what_it_is_made_of(tmp_path: Path, locations: Locations) -> None:
    texts = {"sluice": SLUICE, "strike": STRIKE, "heron": HERON, "digest": DIGEST}
    of = library(tmp_path, locations, **{name: ("2022-04-04", text) for name, text in texts.items()})
    parts = told(of, "title:digest")
    assert len(parts) >= 2
    assert all(words.startswith("It is a digest, and has a part of “On ") for words in parts)
    assert told(of, "title:heron")[0].startswith("It is one of those that “On digest” (The digest post, 4 Apr 2022)")


def test_a_story_without_links_has_nothing_to_tell_of_them(tmp_path: Path, locations: Locations) -> None:
    assert told(library(tmp_path, locations, strike=("2022-04-04", STRIKE)), "") == []

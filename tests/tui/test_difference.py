"""How two texts differ on the screen: told without colour, folded, gone through, and against what was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from piloted import Reader, painted, reading

from geotui.marks import Mark
from geotui.model import Comparison, CopyEntry, Published, Relation, Side, Standing, Stretch, Version
from geotui.stories import difference
from geotui.tui.copies_screen import CopiesScreen
from geotui.tui.difference_screen import DifferenceScreen
from geotui.tui.difference_text import LEGEND, NOTHING, changed_text, difference_paragraphs, numbers_words
from geotui.tui.status_line import OneLine
from geotui.tui.wrapping import Lines

pytestmark = pytest.mark.usefixtures("home")

FIRE = (
    "A fire in a warehouse at the docks of Marlow killed 12 people and injured 30 others on Monday night.",
    "Flames were seen from the other side of the bay, and it took until dawn to bring them under control.",
    "The warehouse stored fertiliser and paint, and had been inspected in the spring, the harbour master said.",
    "The mayor opened the town hall to families, and buses brought them there through the night.",
)
LATER = (
    FIRE[0].replace("12 people", "21 people"),
    FIRE[1],
    FIRE[2].replace("fertiliser", "fertilizer"),
    "Police arrested two managers of the company that rented the place.",
)
TULIPS = "Tulips were cheaper than ever on the market this week, growers said, and blamed the sun for all of it."


def side(number: int, version: Version | None = None) -> Side:
    relation = Relation.LEADING if number == 1 else Relation.NEAR
    title, source = f"Title {number}", f"Paper {number}"
    return Side(CopyEntry(number, f"id{number}", "/p", None, None, title, source, None, Published(), relation), version)


def lines(one: str, other: str, folded: bool = True, version: Version | None = None) -> list[str]:
    comparison = Comparison(side(2, version), side(1), difference(one, other))
    shown = [one.paragraph for one in difference_paragraphs(comparison, folded)]
    return [line.text for line in Lines(shown, 78)]


# ---------------------------------------------------------------------- the text


def test_heading_numbers_and_paragraphs_are_told_by_signs_and_letters() -> None:
    told = lines("\n\n".join(FIRE), "\n\n".join(LATER))
    assert told[0].startswith("A  Paper 2, undated, nearly the same text")
    assert told[1].startswith("B  Paper 1, undated, shown here")
    assert told[2].endswith("of those of B in A.")
    assert told[3] == "Numbers: killed 12 → 21"
    assert told[4] == LEGEND
    rest = [line for line in told[6:] if line]
    assert rest[0].startswith("~ AB A fire in a warehouse")
    assert any("[12 → 21]" in line for line in rest)
    assert [line[:5] for line in rest if line[0] != " "] == ["~ AB ", "= AB ", "- A  ", "+  B "]
    assert "= AB 2 paragraphs the same" in rest


def test_paragraphs_that_are_the_same_can_be_unfolded() -> None:
    told = " ".join(lines("\n\n".join(FIRE), "\n\n".join(LATER), folded=False))
    assert "paragraphs the same" not in told
    assert "Flames were seen" in told


def test_texts_that_do_not_differ_say_so_without_a_legend() -> None:
    told = lines("The dam held.", "The dam held!")
    assert told[2] == NOTHING
    assert LEGEND not in told


def test_a_version_is_told_by_when_it_was_read() -> None:
    told = lines("The dam held.", "The dam broke.", version=Version("x", "T", "The dam held.", read=0.0, changed=9.0))
    assert told[0].startswith("A  as you read it on ")
    assert told[1] == "B  now · Paper 1, undated"


def test_what_differs_in_a_paragraph_stands_in_brackets_and_is_found_there() -> None:
    stretches = (
        Stretch("The ", "The ", same=True),
        Stretch("old", "", same=False),
        Stretch(" dam", " dam", same=True),
        Stretch("", "of Orla", same=False),
        Stretch(" held ", " held ", same=True),
        Stretch("12", "21", same=False),
        Stretch("-year", "-year", same=True),
    )
    text, places = changed_text(stretches)
    assert text == "The [- old] dam [+ of Orla] held [12 → 21]-year"
    assert [text[start:end] for start, end in places] == ["[- old]", "[+ of Orla]", "[12 → 21]"]


def test_many_numbers_are_told_as_far_as_they_can_be_read() -> None:
    numbers = difference(
        " ".join(f"Town{n} has {n}00 mills." for n in range(1, 15)),
        " ".join(f"Town{n} has {n}01 mills." for n in range(1, 15)),
    ).numbers
    assert len(numbers) == 14
    assert numbers_words(numbers).endswith(" · 6 more")


def test_what_only_one_has_stands_before_what_the_other_has_in_its_place() -> None:
    found = difference(f"{FIRE[0]}\n\n{TULIPS}", f"{FIRE[0]}\n\n{LATER[3]}")
    assert [p.standing for p in found.paragraphs] == [Standing.SAME, Standing.ONLY_ONE, Standing.ONLY_OTHER]
    signs = [line[0] for line in lines(f"{FIRE[0]}\n\n{TULIPS}", f"{FIRE[0]}\n\n{LATER[3]}") if line[:1] in ("-", "+")]
    assert signs == ["-", "+"]


# ---------------------------------------------------------------------- the screen


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A report, a later write-through of it, and another story."""
    folder = tmp_path / "news"
    folder.mkdir()
    page(folder, "wire", "2022-05-02", "Fire kills 12", *FIRE)
    page(
        folder, "late", "2022-05-04", "Fire kills 21", *LATER, "The inquiry is to report in the autumn, the judge said."
    )
    page(folder, "tulips", "2022-05-09", "Tulips cheap", TULIPS)
    return folder


def page(folder: Path, name: str, day: str, title: str, *paragraphs: str) -> None:
    record = {"id": name, "source": f"The {name} post", "date": day, "title": title, "text": "\n\n".join(paragraphs)}
    (folder / f"{name}.jsonl").write_text(json.dumps(record), encoding="utf-8")


def view(reader: Reader) -> str:
    assert isinstance(reader.app.screen, DifferenceScreen)
    return painted(reader)


async def test_with_two_copies_the_other_one_is_compared_at_once_in_list_and_story(news: Path) -> None:
    async with reading(news) as reader:
        await reader.press("G", "d")
        assert "Numbers: killed 12 → 21" in view(reader)
        await reader.press("escape", "enter", "d")
        assert "Numbers: killed 12 → 21" in view(reader)
        await reader.press("q")
        assert reader.focus == "reader"


async def test_with_more_copies_one_is_chosen_first_and_the_leading_one_cannot_be(news: Path) -> None:
    page(news, "echo", "2022-05-03", "Marlow fire", *FIRE[:3])
    async with reading(news) as reader:
        await reader.press("G", "d")
        screen = reader.app.screen
        assert isinstance(screen, CopiesScreen)
        assert screen.choices.selected == 1
        await reader.press("k", "enter")
        assert "leading" in screen.detail._words
        await reader.press("j", "enter")
        assert view(reader)


async def test_in_the_list_of_copies_d_compares_the_selected_one(news: Path) -> None:
    async with reading(news) as reader:
        await reader.press("G", "c", "j", "d")
        assert "A  The wire post" in view(reader)


async def test_an_open_copy_is_compared_with_the_leading_one(news: Path) -> None:
    page(news, "echo", "2022-05-03", "Marlow fire", *FIRE[:3])
    async with reading(news) as reader:
        await reader.press("G", "c", "G", "enter", "d")
        assert "The echo post" in view(reader)


async def test_n_goes_from_difference_to_difference_and_enter_unfolds(news: Path) -> None:
    async with reading(news) as reader:
        await reader.press("G", "d", "n")
        screen = reader.app.screen
        assert isinstance(screen, DifferenceScreen)
        assert screen.words._words.strip().startswith("difference 1/")
        assert "2 paragraphs the same" in view(reader)
        await reader.press("enter")
        assert "2 paragraphs the same" not in view(reader)
        assert "Flames were seen" in view(reader)
        await reader.press("/", *"fertilizer", "enter")
        assert screen.words._words.strip() == "match 1/1"


async def test_a_story_alone_says_that_there_is_nothing_to_compare_it_with(news: Path) -> None:
    async with reading(news) as reader:
        await reader.press("d")
        assert reader.said == "There is no other text of it."


# ---------------------------------------------------------------------- what was read, and has changed


async def test_a_changed_page_is_told_in_list_and_story_and_compared_with_what_was_read(news: Path) -> None:
    async with reading(news) as reader:
        reader.library.mark(reader.library.answer("tulips").shown.rank(0), Mark.READ, True)
    page(news, "tulips", "2022-05-09", "Tulips cheap", TULIPS, "Roses were dearer, at 12 crowns a dozen.")
    async with reading(news) as reader:
        assert "◐" in reader.screen.stories.render_line(0).text
        await reader.press("enter")
        assert "◐ updated since you read it (d: how)" in reader.screen.reader.render_line(2).text
        await reader.press("m", "m")  # reading it anew, as staying with it does
        assert "◐ updated since you read it (d: how)" in reader.screen.reader.render_line(2).text
        await reader.press("d")
        assert "A  as you read it on " in view(reader)
        assert "+  B Roses were dearer" in view(reader)
        await reader.press("escape", "h")
        assert "◐" not in reader.screen.stories.render_line(0).text
        await reader.press("d")
        assert "A  as you read it on " in view(reader)


async def test_a_version_stands_among_the_copies_and_can_only_be_compared(news: Path) -> None:
    async with reading(news) as reader:
        reader.library.mark(reader.library.answer("fire").shown.rank(0), Mark.READ, True)
    longer = "The judge is to hear the harbour master first, and then the brigade and the owners."
    page(news, "late", "2022-05-04", "Fire kills 22", *LATER, longer)
    async with reading(news) as reader:
        await reader.press("G", "c", "G")
        screen = reader.app.screen
        assert isinstance(screen, CopiesScreen)
        assert " earlier  read " in screen.choices.rows[-1].text
        assert screen._about.startswith("2 copies and 1 earlier version of: ")
        await reader.press("X")
        assert reader.app.screen is screen
        await reader.press("enter")
        assert "A  as you read it on " in view(reader)


@pytest.mark.parametrize(("keys", "foot"), [("c", "foot"), ("w", "foot-words"), ("d", "foot-words")])
async def test_on_a_narrow_screen_the_keys_end_with_the_one_that_leads_back(news: Path, keys: str, foot: str) -> None:
    async with reading(news, size=(44, 20)) as reader:
        await reader.press("G", keys)
        found = reader.app.screen.query_one(f"#{foot}", OneLine)
        assert found.render_line(0).text.rstrip().endswith("Esc back")

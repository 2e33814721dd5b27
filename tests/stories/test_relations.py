"""What a text is to another one that shares words with it: reports on one pattern, later versions, borrowed blocks."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from geotui.model import Foldable, Relation
from geotui.stories import sketch
from geotui.stories.overlap import Overlap, Prepared
from geotui.stories.relations import judge

DAY = date(2021, 6, 1)

# Two reports in one text: where they differ, the one's words stand before the bar and the other's behind it.
PATTERNS = {
    "quakes in two countries": (
        "A magnitude {5.6|6.1} earthquake struck {34 km south of Orla on Monday|98 km northwest of Lesna on "
        "Thursday}, the United States Geological Survey said. The quake hit at {14:20|02:11} local time at a "
        "depth of {10|25} km. No damage was seen at first and nobody known to be hurt, and no tsunami warning "
        "was issued. {Corvia|Dunmark} lies on the Pacific Ring of Fire, where earthquakes are frequent. In "
        "{1998|1999} a magnitude {7.0|7.6} quake off the coast killed {2,200|2,400} people."
    ),
    "quakes in one place on two days": (
        "A magnitude {5.6|6.1} earthquake struck {34 km south of Orla on Monday|98 km northwest of Orla on "
        "Tuesday}, the United States Geological Survey said. The quake hit at {14:20|02:11} local time at a "
        "depth of {10|25} km. No damage was seen at first and nobody known to be hurt, and no tsunami warning "
        "was issued. Corvia lies on the Pacific Ring of Fire, where earthquakes are frequent. In 1998 a "
        "magnitude 7.0 quake off the coast killed 2,200 people."
    ),
    "markets on two days": (
        "The blue-chip index closed higher on {Tuesday|Wednesday}, lifted by mining stocks. The Orla 50 ended "
        "{0.4|0.6} percent up at {7,411.15|7,455.60} points, while the index of smaller companies added "
        "{0.2|0.5} percent. Kestrel Copper was the biggest gainer, rising {3.1|2.2} percent after copper prices"
        " climbed. The crown traded at {22.3|22.1} to the dollar. Analysts said investors were waiting for the "
        "decision of the central bank on interest rates next week."
    ),
    "weather on two days": (
        "Rain is expected in Belin on {Tuesday|Wednesday}, with highs of {14|16} degrees and lows of {6|8}. "
        "Winds from the west will reach {40|30} kilometres an hour on the coast. The weather service asked "
        "motorists to take care on the road to Salvora, where fog may form before dawn. The weekend should be "
        "dry, with temperatures near the average."
    ),
    "two matches": (
        "{Belin|Corvin} beat {Lesna|Dunmore} 2-1 on {Saturday|Sunday} to move {3|5} points clear at the top of "
        "the second division. Captain {Horvat|Osei} put the hosts ahead after {12|33} minutes with a header "
        "from a corner, and substitute {Kral|Lund} doubled the lead before the break. Striker {Dimov|Neri} "
        "pulled one back late on, but the visitors, who had a man sent off, could not find an equaliser."
    ),
    "one bank in two months": (
        "The central bank raised its key interest rate by half a point to {10.75|11.25} percent on Tuesday, in "
        "line with the forecasts of economists. Inflation stood at {13.7|15.6} percent in {July|August}, above "
        "the target of 3 percent. The governor told reporters that the bank would do what was needed to bring "
        "prices under control. The currency was little changed at {402|409} to the dollar."
    ),
    "two guests of one minister": (
        "The prime minister, Pavel Dron, met the envoy {Mira Stanic|Ines Karoly} in the capital on "
        "{Monday|Thursday} to discuss bilateral relations, his office said. The two sides reviewed cooperation "
        "in trade, energy and security and exchanged views on regional and international issues of common "
        "interest. They stressed the importance of consultations at all levels. The guest, {Stanic|Karoly}, "
        "invited him to visit {Belin|Lesna} at an early date."
    ),
}
CRASH = (
    "At least {dead} people were killed when a bus plunged into a ravine near Tarnova on Monday, police said. "
    "The bus carried {all} passengers, most of them students on their way home for the holidays. Rescuers "
    "pulled {hurt} injured people from the wreck and were looking for {missing} missing. The road is known for "
    "accidents; 9 people died there in 2015. The transport minister announced an inquiry and a day of mourning."
)


def reports(pattern: str) -> tuple[str, str]:
    """The two reports of a pattern."""
    one, other = (re.sub(r"\{([^|]*)\|([^}]*)\}", rf"\{side}", pattern) for side in (1, 2))
    return one, other


def told(one: str, other: str, days: int = 0, sources: tuple[str, str] = ("Post", "Times")) -> Relation | None:
    """The relation of two texts, the second printed so many days later."""
    texts = [
        (text, Prepared(text), DAY + timedelta(days=late), source)
        for text, late, source in zip((one, other), (0, days), sources, strict=True)
    ]
    (short, long) = sorted(texts, key=lambda text: len(text[1].words))
    items = [
        Foldable(key, str(key), sketch(text), day, source, "")
        for key, (text, _, day, source) in enumerate((short, long))
    ]
    return judge(items[0], items[1], Overlap(short[1], long[1]))


@pytest.mark.parametrize("name", PATTERNS)
@pytest.mark.parametrize("days", [0, 1, 30])
def test_reports_on_one_pattern_are_no_copies(name: str, days: int) -> None:
    assert told(*reports(PATTERNS[name]), days, ("Post", "Post")) is None


def crash(**numbers: int) -> str:
    return CRASH.format(**{"dead": 12, "all": 46, "hurt": 20, "missing": 3} | numbers)


def test_the_same_report_with_a_higher_toll_is_an_update() -> None:
    assert told(crash(), crash(dead=21, missing=1), 1) is Relation.UPDATE


def test_newer_numbers_come_within_days() -> None:
    assert told(crash(), crash(dead=21, hurt=24, missing=1), 2) is Relation.UPDATE
    assert told(crash(), crash(dead=21, hurt=24, missing=1), 20) is None


def test_a_report_with_one_name_corrected_is_a_copy() -> None:
    assert told(crash(), crash().replace("Tarnova", "Gornava")) in (Relation.NEAR, Relation.UPDATE)


def test_a_later_report_with_a_new_top_is_an_update(dam: str) -> None:
    top = "The prime minister flew to the flooded valley on Wednesday and was met with silence, witnesses said."
    assert told(dam, f"{top}\n\n{dam}", 1) is Relation.UPDATE
    assert told(dam, f"{top}\n\n{dam}", 0) is Relation.NEAR


def test_a_later_copy_with_a_plea_inside_is_no_update(dam: str) -> None:
    first, *others = dam.split("\n\n")
    plea = "Our reporters are paid by readers alone, so please take out a subscription, from one crown a month."
    assert told(dam, "\n\n".join([first, plea, *others]), 1) is Relation.NEAR


def test_a_report_of_which_a_much_longer_piece_has_one_block_is_borrowed_from(dam: str, port: str, vote: str) -> None:
    report = vote.split("\n\n")
    piece = "\n\n".join([dam, *report[1:3], port])
    assert told("\n\n".join(report[:3]), piece) is None


def test_a_report_cut_sentence_by_sentence_is_an_excerpt(dam: str) -> None:
    kept = [paragraph.split(". ")[0].rstrip(".") + "." for paragraph in dam.split("\n\n")[:4]]
    assert told(dam, "\n\n".join(kept)) is Relation.EXCERPT


def test_half_a_text_is_enough_where_a_long_passage_stands_without_a_change(dam: str, port: str) -> None:
    passage = dam.split("\n\n")[:3]
    other = port.split("\n\n")[1:3]
    assert told("\n\n".join([*passage, *other]), dam) in (Relation.NEAR, Relation.UPDATE)
    pieces = [" ".join(one.split()[:12]) + " and so on." for one in dam.split("\n\n")]
    assert told("\n\n".join([*pieces, *other, port.split("\n\n")[3]]), dam) is None

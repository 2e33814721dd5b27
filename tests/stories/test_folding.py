"""Copies fold, and nothing else does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

DAY = date(2021, 6, 2)


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def test_no_articles_make_no_stories(desk: Any) -> None:
    assert desk.folds() == ()


def test_identical_copies_are_one_story_however_many(desk: Any, dam: str, port: str) -> None:
    for number in range(300):
        desk.add(f"dam {number:03d}", dam, DAY + timedelta(days=number % 3))
    desk.add("port", port)
    assert sorted(len(story) for story in desk.fold()) == [1, 300]
    story = max(desk.fold(), key=len)
    assert next(iter(story.items())) == ("dam 000", "leading")
    assert set(list(story.values())[1:]) == {"identical"}


def test_hundreds_of_edited_copies_are_one_story(desk: Any, dam: str) -> None:
    for number in range(200):
        desk.add(f"dam {number:03d}", dam.replace("Rescuers", f"Crew {number} and others"))
    assert len(desk.fold()) == 1


def test_a_copy_in_other_spelling_with_a_dateline_and_without_its_end_is_near(desk: Any, dam: str) -> None:
    spelled = dam.replace("metres", "meters").replace("Neighbouring", "Neighboring").replace("kilometres", "kilometers")
    desk.add("wire", dam)
    desk.add("paper", "TARNOVA, June 2 (Reuters) - " + "\n\n".join(paragraphs(spelled)[:-1]))
    assert desk.fold() == [{"wire": "leading", "paper": "near"}]


def test_the_head_of_a_report_is_an_excerpt_of_it(desk: Any, dam: str) -> None:
    desk.add("report", dam)
    desk.add("brief", paragraphs(dam)[0])
    assert desk.fold() == [{"report": "leading", "brief": "excerpt"}]


def test_a_passage_from_the_middle_is_an_excerpt(desk: Any, dam: str) -> None:
    desk.add("report", dam)
    desk.add("brief", "\n\n".join(paragraphs(dam)[2:4]))
    assert desk.fold() == [{"report": "leading", "brief": "excerpt"}]


def test_a_later_version_with_other_numbers_is_an_update_and_leads_for_its_outlet(desk: Any, dam: str) -> None:
    later = dam.replace("12 people", "21 people").replace("3,000", "4,500")
    shorter = "\n\n".join(paragraphs(later)[:-1])
    desk.add("first", dam, DAY, "Belin Post")
    desk.add("second", shorter, DAY + timedelta(days=1), "Belin Post")
    assert desk.fold() == [{"second": "leading", "first": "update"}]


def test_a_write_through_with_a_new_top_is_an_update(desk: Any, dam: str) -> None:
    top = "Prime Minister Karel Orban flew to the flooded valley of the Orla on Wednesday and was met with silence."
    desk.add("first", dam)
    desk.add("later", "\n\n".join([top, *paragraphs(dam)[:-1]]), DAY + timedelta(days=1))
    assert {"first", "later"} == set(desk.fold()[0])
    assert "update" in desk.fold()[0].values()


def test_a_copy_of_another_outlet_does_not_lead_by_being_later(desk: Any, dam: str) -> None:
    desk.add("first", dam, DAY, "Belin Post")
    desk.add("second", "\n\n".join(paragraphs(dam)[:-1]), DAY + timedelta(days=1), "Salvora Times")
    assert next(iter(desk.fold()[0])) == "first"


def test_a_text_cut_at_a_paywall_does_not_lead(desk: Any, dam: str) -> None:
    desk.add("whole", "\n\n".join(paragraphs(dam)[:-1]))
    desk.add("stub", dam + "\n\nTo read on, subscribe to our newspaper.", cut_off=True)
    assert next(iter(desk.fold()[0])) == "whole"


def test_reports_that_share_only_a_quotation_are_two(desk: Any) -> None:
    said = (
        "“We shall not accept a treaty that was written in another capital, we shall not sign what our people have not "
        "read, and we shall not send our sons to guard a line that was drawn on a napkin in a hotel far away,”"
    )
    desk.add(
        "one", f"President Lind walked out of the talks in Oslo. {said} he told reporters before he left for home."
    )
    desk.add(
        "two", f"Crowds cheered as Norway's guest went to the airport on Friday. {said} President Lind said there."
    )
    assert len(desk.fold()) == 2
    assert desk.related("one") == {}


def test_reports_on_one_pattern_about_different_places_are_two(desk: Any) -> None:
    pattern = (
        "An earthquake of magnitude {} struck {} kilometres west of the coastal town of {} on Monday, the geological "
        "survey said. No damage was seen at first and nobody known to be hurt. The quake was felt as far as {}, where "
        "people ran into the streets, according to witnesses. The region lies on an active fault and is often shaken."
    )
    desk.add("one", pattern.format("5.2", "30", "Arica", "Tacna"))
    desk.add("two", pattern.format("4.8", "110", "Sendai", "Fukushima"))
    assert len(desk.fold()) == 2


def test_an_opinion_that_borrows_two_paragraphs_is_tied_but_not_folded(desk: Any, dam: str, port: str) -> None:
    own = paragraphs(port)
    desk.add("report", dam)
    desk.add("opinion", "\n\n".join([*own[:3], *paragraphs(dam)[1:3], *own[3:]]))
    assert len(desk.fold()) == 2
    assert desk.related("report") == {"opinion": "quotes"}
    assert desk.related("opinion") == {"report": "quotes"}


def test_a_digest_of_ledes_is_tied_to_its_reports_and_bridges_none(desk: Any, dam: str, port: str, vote: str) -> None:
    for name, text in (("dam", dam), ("port", port), ("vote", vote)):
        desk.add(name, text)
    desk.add("digest", "\n\n".join(paragraphs(text)[0] for text in (dam, port, vote)))
    assert len(desk.fold()) == 4
    assert desk.related("digest") == {"dam": "digest", "port": "digest", "vote": "digest"}


def test_a_digest_does_not_swallow_the_briefs_that_it_is_made_of(desk: Any, dam: str, port: str, vote: str) -> None:
    ledes = [paragraphs(text)[0] for text in (dam, port, vote)]
    for number, lede in enumerate(ledes):
        desk.add(f"brief {number}", lede)
    desk.add("digest", "\n\n".join(ledes))
    assert len(desk.fold()) == 4
    assert set(desk.related("digest").values()) == {"digest"}


def test_a_brief_in_a_digest_is_an_excerpt_of_its_report(desk: Any, dam: str, port: str) -> None:
    desk.add("report", dam)
    desk.add("brief", paragraphs(dam)[0])
    desk.add("digest", paragraphs(dam)[0] + "\n\n" + paragraphs(port)[0])
    desk.add("other", port)
    assert {"report": "leading", "brief": "excerpt"} in desk.fold()


def test_a_digest_that_is_mostly_one_lede_does_not_join_that_report(desk: Any, dam: str, port: str) -> None:
    desk.add("dam", dam)
    desk.add("port", port)
    desk.add("digest", "\n\n".join(paragraphs(dam)[:2]) + "\n\n" + paragraphs(port)[0])
    assert len(desk.fold()) == 3


def test_a_brief_inside_two_long_reports_does_not_make_them_one(desk: Any, dam: str, port: str, vote: str) -> None:
    shared = paragraphs(vote)[0]
    desk.add("one", shared + "\n\n" + dam)
    desk.add("two", shared + "\n\n" + port)
    desk.add("brief", shared)
    assert sorted(len(story) for story in desk.fold()) == [1, 2]


def test_very_short_texts_fold_only_where_identical(desk: Any) -> None:
    desk.add("one", "Police in Belin have arrested two men after the robbery of a bank.")
    desk.add("two", "Police in Belin have arrested two men after the robbery of a bank")
    desk.add("three", "Police in Belin have arrested two men after the robbery of a museum.")
    assert sorted(len(story) for story in desk.fold()) == [1, 2]


def test_empty_texts_with_ids_of_their_own_stay_apart(desk: Any) -> None:
    desk.add("empty", "")
    desk.add("dots", "…")
    desk.items = [item.__class__(item.key, str(at), *_rest(item)) for at, item in enumerate(desk.items)]
    assert len(desk.fold()) == 2


def test_texts_are_asked_for_only_where_sketches_agree(desk: Any, dam: str, port: str, vote: str) -> None:
    for name, text in (("dam", dam), ("port", port), ("vote", vote)):
        desk.add(name, text)
    desk.texts.clear()
    assert len(desk.folds()) == 3


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_order_of_arrival_changes_nothing(
    data: st.DataObject, new_desk: Any, dam: str, port: str, vote: str
) -> None:
    desk = new_desk()
    desk.add("dam", dam, DAY, "Post")
    desk.add("dam later", dam.replace("12 people", "21 people"), DAY + timedelta(days=1), "Post")
    desk.add("dam again", dam, None, "Times")
    desk.add("dam brief", paragraphs(dam)[0])
    desk.add("port", port)
    desk.add("port short", "\n\n".join(paragraphs(port)[:-1]))
    desk.add("vote", vote)
    desk.add("digest", "\n\n".join(paragraphs(text)[0] for text in (dam, port, vote)))
    desk.add("opinion", "\n\n".join([*paragraphs(vote), *paragraphs(port)[:2]]))
    usual = desk.fold()
    keys = data.draw(st.permutations(range(len(desk.items))))
    order = data.draw(st.permutations(range(len(desk.items))))
    renamed = [item.__class__(keys[at], item.id, *_rest(item)) for at, item in enumerate(desk.items)]
    desk.names = {keys[at]: desk.names[item.key] for at, item in enumerate(desk.items)}
    desk.texts = {keys[at]: desk.texts[item.key] for at, item in enumerate(desk.items)}
    assert desk.fold([renamed[at] for at in order]) == usual


def _rest(item: Any) -> tuple[Any, ...]:
    return (item.sketch, item.day, item.source, item.title, item.cut_off, item.order)

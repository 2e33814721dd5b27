"""Look-alikes that are no event: instalments, comments, pages of several happenings, what returns weeks later."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from geotui import knowledge
from geotui.model import Fields, Page, Report
from geotui.reading import read_page
from geotui.stories import clues, events
from geotui.stories.event_forms import have_one_form, is_of_several, series
from geotui.stories.event_numbers import score
from geotui.stories.event_voice import is_commentary


@dataclass(frozen=True, slots=True)
class Printed:
    """A report: who printed it, when (empty: not known), its title and text, and how often others printed it too."""

    outlet: str
    day: str
    title: str
    text: str
    spread: int = 1


def reports(*printed: Printed) -> list[Report]:
    found = []
    for key, one in enumerate(printed):
        fields = Fields(title=one.title, date=one.day or None, source=one.outlet)
        lines = tuple("\n\n".join(" ".join(part.split()) for part in one.text.split("\n\n")).split("\n"))
        (article,) = read_page(Page(str(key), None, lines, fields), knowledge.load()).articles
        found.append(Report(key, f"{key:04}", one.title, article.published, clues(article), one.spread))
    return found


def grouped(*printed: Printed) -> list[list[int]]:
    return sorted(sorted(event.stories) for event in events(reports(*printed)))


FLOOD = Printed(
    "Ostrow Dispatch",
    "2023-07-04",
    "Ferry pier at Lomnice torn away by flood, 5 missing",
    """The Orlava river tore away the ferry pier at Lomnice on Tuesday morning and five people who had been
waiting there
are missing, the mayor, Jitka Sobotova, said. The water had risen by three metres in one night.

Divers searched the banks down to the weir of Brodek. The ferry itself was found upside down beneath the
railway bridge.""",
    3,
)
FLOOD_AGAIN = Printed(
    "Ostrow Dispatch",
    "2023-07-05",
    "Ferry pier at Lomnice torn away by flood, 2 missing",
    """Three of the five people who were missing since the Orlava river tore away the ferry pier at Lomnice were found
alive on an island near Brodek on Wednesday, said Jitka Sobotova, the mayor. Two are still missing.

Divers went on searching beneath the railway bridge, where the ferry was found upside down.""",
)
FLOOD_COLUMN = Printed(
    "Kettle Review",
    "2023-07-06",
    "Rivers do not read timetables",
    """I crossed at Lomnice every summer of my childhood and never thought of the Orlava as anything but a road. Now the
ferry is gone, and I find that I am angry with everyone.

Who pays for a weir? Nobody, for as long as it holds. Nineteen years of reports on it lie in an office, and I have read
four of them. They are good reports, with tables and with maps, and each asks for the same four million.""",
)
FLOOD_DIGEST = Printed(
    "Kettle Review",
    "2023-07-05",
    "Wednesday briefing: a pier, a pardon and a pea",
    """The Orlava river tore away the ferry pier at Lomnice and five people who had been waiting there are
missing, said
the mayor, Jitka Sobotova. The ferry was found upside down.

The president of Malawi pardoned forty prisoners.

A gardener in Leeds has grown a pea that weighs as much as a hen's egg.""",
)

GALE = Printed(
    "Penhallow News",
    "2024-01-09",
    "Gale warning for Penhallow: what to expect",
    """Forecasters have issued a gale warning for Penhallow and the Trevose coast from six in the evening.
Gusts of 65 mph
are likely on the harbour road. The Polwithen ferry will not sail and bins should be taken indoors, the council
said.""",
)
GALE_LATER = Printed(
    "Penhallow News",
    "2024-01-22",
    "Gale warning for Penhallow: what to expect",
    """Forecasters have issued a gale warning for Penhallow and the Trevose coast from noon. Gusts of 70 mph
are possible on
the harbour road. The Polwithen ferry may not sail and loose fences should be tied down, the council said.""",
)

TALKS = Printed(
    "Ostrow Dispatch",
    "2024-02-06",
    "Dravik and Osmanli discuss rail link in Tirzan",
    """The presidents Pavel Dravik and Leyla Osmanli held talks on Tuesday in Tirzan about a rail link between
their two
capitals. They spoke for three hours in the old customs house at the Sarmat pass and agreed to meet again in
spring.""",
)
TALKS_LATER = Printed(
    "Kettle Review",
    "2024-03-14",
    "Osmanli hosts Dravik for talks on rail link",
    """Leyla Osmanli received Pavel Dravik for talks on Thursday, five weeks after the presidents discussed the
rail link
between their capitals in Tirzan. They signed a contract for the tunnel under the Sarmat pass.""",
)


def test_a_toll_that_changes_is_no_instalment_though_the_headline_is_alike() -> None:
    assert grouped(FLOOD, FLOOD_AGAIN) == [[0, 1]]


def test_a_column_is_no_report_of_what_it_comments_on() -> None:
    assert grouped(FLOOD, FLOOD_COLUMN) == []


def test_a_page_of_several_happenings_is_a_report_of_none() -> None:
    assert grouped(FLOOD, FLOOD_DIGEST) == []


def test_the_same_warning_on_another_day_is_another_one() -> None:
    assert grouped(GALE, GALE_LATER) == []


def test_talks_of_the_same_leaders_weeks_later_are_other_talks() -> None:
    assert grouped(TALKS, TALKS_LATER) == []


@pytest.mark.parametrize("days", [("", "2022-05-03"), ("2022-05-02", "2022-05-04")])
def test_quakes_of_another_magnitude_are_two(days: tuple[str, str]) -> None:
    text = """An earthquake of magnitude {} struck {} kilometres off Vanuatu's island of Tanna, the survey
said. It was felt
in Lenakel. No tsunami warning was given and no damage was reported so far."""
    title = "Magnitude {} earthquake strikes off Vanuatu"
    one = Printed("Harbour Wire", days[0], title.format(5.2), text.format(5.2, 40))
    other = Printed("Field Gazette", days[1], title.format(6.4), text.format(6.4, 95))
    assert grouped(one, other) == []


def test_an_event_is_called_by_plain_news_that_is_printed_most() -> None:
    feature = Printed(
        "Kettle Review",
        "2023-07-04",
        "“The river took our pier”: a morning at Lomnice",
        """Jitka Sobotova, the mayor of Lomnice, stood where the ferry pier had been. Five people were missing
on Tuesday
after the Orlava river tore it away, and divers searched as far as the weir of Brodek. The ferry lay upside
down beneath
the railway bridge.""",
    )
    for order in ((FLOOD, feature), (feature, FLOOD)):
        (event,) = events(reports(*order))
        assert order[event.label] is FLOOD


def test_headlines_tell_what_comes_regularly() -> None:
    assert series("Baltic stocks close slightly lower") & series("Baltic stocks end higher on Friday")
    assert series("Marsh war: Tuesday, day 412") & series("Marsh war: Friday, day 1,415")
    assert not series("Schools close after storm")
    assert not series("Boy found alive on day 3")


def test_headlines_of_one_form_differ_in_numbers_and_days_alone() -> None:
    assert have_one_form("Police look for missing woman, 34", "Police look for missing boy")
    assert have_one_form("Results for Monday, 3 July", "Results for Friday, 9 June")
    assert not have_one_form("Bridge falls in Kenya", "Kenya votes on Sunday")


def test_headlines_tell_pages_of_several_happenings() -> None:
    assert is_of_several("Monday briefing: a dam, a duke")
    assert is_of_several("World in brief")
    assert not is_of_several("Minister walks out of press briefing")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Alder Rovers 2 Brill United 0", 2.0),
        ("Rovers win 3-1 at Brill", 3.01),
        ("Brill lose 1-3 to Rovers", 3.01),
        ("Office shooting kills 1, injures 2", None),
        ("Parliament sits 9-11 May", None),
    ],
)
def test_a_headline_tells_the_score_of_a_match(title: str, told: float | None) -> None:
    assert score(title) == ((("score", told),) if told is not None else ())


def test_who_says_i_outside_quotations_comments() -> None:
    assert is_commentary("Tolls", "I paid twice.\n\nWhen I asked why, nobody knew.")
    assert is_commentary("Opinion: tolls are theft", "Nobody pays them.")
    assert not is_commentary("Driver pays twice", "“I paid twice,” he said. “And I will again.”")
    assert not is_commentary("Bunker found", "It was built in World War I and used until World War II.")

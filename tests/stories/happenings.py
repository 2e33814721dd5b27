"""Reports of made-up happenings, several of each in words of their own, for the tests of events."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geotui import knowledge
from geotui.model import Article, Fields, Page
from geotui.reading import read_page


@dataclass(frozen=True, slots=True)
class Told:
    """A report: the happening that it is of, the day it was printed (empty: the page does not say), title and text."""

    of: str
    day: str
    title: str
    text: str


@cache
def article(told: Told) -> Article:
    """The report as it is read from its page."""
    fields = Fields(title=told.title, date=told.day or None)
    paragraphs = [" ".join(paragraph.split()) for paragraph in told.text.split("\n\n")]
    page = Page(f"{told.of}/{told.title}", None, tuple("\n\n".join(paragraphs).split("\n")), fields)
    return read_page(page, knowledge.load()).articles[0]


SUMMITS = (
    Told(
        "paris",
        "2025-03-03",
        "Macron and Merz agree joint drone programme in Paris",
        """\
Emmanuel Macron and Friedrich Merz agreed on Monday to build a long-range drone together, ending two years of
quarrels between their arms makers over who would lead the work.

The French president received the German chancellor at the Elysee for four hours of talks. Both said that a
first aircraft should fly in 2029 and that Spain had been asked to join.

Paris will carry 45 percent of the cost. Officials said that the two leaders hardly spoke about trade.""",
    ),
    Told(
        "paris",
        "2025-03-04",
        "France and Germany settle dispute over drone at Elysee talks",
        """\
France and Germany will share the cost of a long-range drone, their leaders said after talks at the Elysee
palace that were meant to mend a quarrel between the arms makers of both countries.

Emmanuel Macron said the aircraft would fly in 2029. Friedrich Merz, at his side, thanked him for "four very
honest hours" and said that Madrid was welcome to take part.

The dispute about who leads the drone programme had stalled it for two years.""",
    ),
    Told(
        "paris",
        "2025-03-04",
        "Two leaders, one drone: what Paris and Berlin signed",
        """\
After two years in which their industries blocked each other, Paris and Berlin have a deal. The long-range drone
that Friedrich Merz and Emmanuel Macron announced on Monday is to be built on both sides of the Rhine, with 45
percent of the money coming from the French budget.

A first flight is planned in 2029. Spain was invited to join the programme; its defence ministry said it would
study the offer.""",
    ),
    Told(
        "berlin",
        "2025-04-07",
        "Merz and Macron call for common asylum rules after Berlin meeting",
        """\
Friedrich Merz and Emmanuel Macron called on Monday for one set of asylum rules at the outer borders of the
European Union, after a meeting in the chancellery in Berlin that was overshadowed by the collapse of the Dutch
coalition.

The German chancellor said that applications should be decided within twelve weeks. The French president said he
would put the plan before the next council in June.

Rights groups said that it would leave families in camps.""",
    ),
    Told(
        "berlin",
        "2025-04-08",
        "Berlin and Paris want asylum claims decided in 12 weeks",
        """\
Germany and France want claims for asylum to be decided at the border within 12 weeks, their leaders said in
Berlin on Monday.

"Europe needs one rule," Emmanuel Macron said in the chancellery beside Friedrich Merz. The plan goes to the
European council in June. Groups that work with refugees spoke of a step back and warned of camps at the border.

The visit had been planned before the Dutch coalition fell apart.""",
    ),
)

QUAKES = (
    Told(
        "iwate",
        "2024-05-06",
        "Magnitude 6.1 quake shakes northern Japan, 40 hurt",
        """\
A strong earthquake shook the coast of northern Japan early on Monday, hurting at least 40 people and cutting
power to thousands of homes in Iwate, the meteorological agency said.

The tremor had a magnitude of 6.1 and was centred 50 kilometres off Miyako at a depth of 30 kilometres. No
tsunami warning was given. Trains on the Tohoku line were stopped for checks.""",
    ),
    Told(
        "iwate",
        "2024-05-06",
        "Dozens injured as earthquake hits Iwate coast",
        """\
At least 40 people were hurt when an earthquake of magnitude 6.1 hit the coast of Iwate in the north of Japan
before dawn. Most of them fell on stairs or were cut by glass, a fire service official in Miyako said.

Bullet trains on the Tohoku line stood still all morning, and 9,000 homes had no power. There was no danger of a
tsunami.""",
    ),
    Told(
        "kumamoto",
        "2024-05-10",
        "Magnitude 5.4 quake shakes southern Japan",
        """\
An earthquake with a magnitude of 5.4 shook the island of Kyushu in southern Japan on Friday, the meteorological
agency said. No tsunami warning was given.

Walls of the castle in Kumamoto, under repair since 2016, lost some of their stones. Three people were hurt, two
of them in Uto. The Sendai nuclear plant went on working.""",
    ),
    Told(
        "kumamoto",
        "2024-05-10",
        "Kumamoto castle loses stones in earthquake, three hurt",
        """\
Stones fell from the walls of Kumamoto castle on Friday when an earthquake of magnitude 5.4 struck Kyushu. Three
people were slightly hurt in Kumamoto and Uto, officials in southern Japan said.

The castle was badly damaged in 2016 and is still being repaired. The operator of the Sendai nuclear plant saw
nothing unusual.""",
    ),
)

ROUNDS = (
    Told(
        "first round",
        "2023-11-20",
        "Valdez and Orrego go through to runoff in Chile",
        """\
Chileans sent the leftist mayor Camila Valdez and the banker Tomas Orrego into a runoff on Sunday, after no
candidate won half the votes in the first round of the presidential election.

With nearly all ballots counted, Valdez had 31 percent and Orrego 27 percent. Nine candidates stood; the
outgoing minister Pia Lagos came third with 16 percent. The runoff is on December 17.""",
    ),
    Told(
        "first round",
        "2023-11-20",
        "Leftist mayor leads first round of Chile's presidential vote",
        """\
The mayor Camila Valdez came first in Chile's presidential election on Sunday, but will have to face Tomas
Orrego, a banker, in a runoff in December.

Valdez took 31 percent of the votes, four points more than Orrego. Pia Lagos, backed by the government, was
third of nine candidates with 16 percent and did not say whom she would support.""",
    ),
    Told(
        "runoff",
        "2023-12-18",
        "Orrego wins Chile's presidency by a hair",
        """\
The banker Tomas Orrego won Chile's presidential runoff on Sunday by less than one point, turning the result of
the first round upside down.

Orrego had 50.4 percent of the votes and Camila Valdez 49.6 percent. She called him to concede before midnight.
He takes office on March 11 and has promised to cut the tax on copper.""",
    ),
    Told(
        "runoff",
        "2023-12-18",
        "Banker Orrego to be Chile's next president",
        """\
Tomas Orrego will be the next president of Chile. The banker beat the mayor Camila Valdez in Sunday's runoff
with 50.4 percent of the votes, the closest result in 60 years.

Valdez conceded before midnight, in tears, before her supporters in Santiago. Orrego promised to lower the tax
on copper as soon as he takes office in March.""",
    ),
)

COLLAPSE = (
    Told(
        "mine",
        "2022-08-09",
        "At least 12 dead as coal mine collapses in Zonguldak",
        """\
At least 12 miners were killed and 30 were missing on Tuesday after a shaft of the Karaca coal mine near
Zonguldak in northern Turkey collapsed, the governor said.

Rescuers were digging by hand, since gas in the tunnels kept machines out. Families waited at the gate. The
cause was not known, the operator said.""",
    ),
    Told(
        "mine",
        "2022-08-10",
        "Turkey mine disaster: death toll climbs to 21",
        """\
The number of dead in the Karaca coal mine in Zonguldak rose to 21 on Wednesday as rescuers reached a second
tunnel, Turkish officials said. Nineteen miners are still missing.

Gas keeps the rescuers from using machines in the shaft, which collapsed on Tuesday. Prosecutors questioned the
operator.""",
    ),
    Told(
        "mine",
        "2022-08-11",
        "Rescuers end search in Karaca mine",
        """\
Rescuers gave up the search for survivors in the Karaca coal mine on Thursday, two days after its main shaft
collapsed. The bodies of all 40 miners who were underground have been found, the governor of Zonguldak said.

The operator's manager was arrested. Families of the miners accused him of having known of the gas.""",
    ),
    Told(
        "anniversary",
        "2023-08-09",
        "A year after Karaca, mining families still wait for a trial",
        """\
In the front rooms of Zonguldak hang photographs with a black ribbon. One year ago the Karaca coal mine killed
40 miners, and their widows have yet to see anyone in court.

"They send us letters," said Emine Toprak, whose husband and brother died. The prosecutor's file has 3,000
pages. A new law on inspections, promised by three ministers, was never passed.""",
    ),
)

MARKETS = (
    Told(
        "markets 1",
        "2024-02-02",
        "Weekly markets: shares rise as Fed holds rates",
        """\
Shares in New York ended the week 1.2 percent higher after the Federal Reserve left interest rates as they were
and hinted at a cut in summer. The dollar lost ground against the euro.

Oil fell to 78 dollars a barrel. Gold was little changed. Traders now look to the jobs report that is due next
week.""",
    ),
    Told(
        "markets 2",
        "2024-02-09",
        "Weekly markets: shares slip on jobs report",
        """\
Shares in New York ended the week 0.8 percent lower after a strong jobs report dimmed hopes that the Federal
Reserve would cut interest rates soon. The dollar gained against the euro.

Oil rose to 81 dollars a barrel. Gold fell. Traders now look to inflation figures that are due next week.""",
    ),
    Told(
        "markets 3",
        "2024-02-16",
        "Weekly markets: shares flat after inflation figures",
        """\
Shares in New York were flat over the week as inflation figures came in as expected and the Federal Reserve gave
no sign of when it would cut interest rates. The dollar was steady against the euro.

Oil stayed at 81 dollars a barrel. Gold rose to a record. Traders now look to the earnings of big chip makers.""",
    ),
)

BRIEFINGS = (
    Told(
        "war 1",
        "2023-06-12",
        "Ukraine war briefing: villages retaken near Velyka Novosilka",
        """\
Ukrainian forces said they had retaken Blahodatne and Neskuchne, two villages south of Velyka Novosilka, in the
first gains of their push against Russian lines. Russia did not confirm it.

Rescuers in Kherson searched flooded homes for a sixth day. Zelenskiy thanked the soldiers in his evening
address.""",
    ),
    Told(
        "war 2",
        "2023-06-13",
        "Ukraine war briefing: missiles kill 11 in Kryvyi Rih",
        """\
Russian missiles hit a block of flats and a warehouse in Kryvyi Rih, killing 11 people, the mayor of the city
said. Zelenskiy, who was born there, called it revenge on civilians.

Putin told war bloggers in Moscow that he saw no need for a new draft. Ukrainian officials said that fighting
near Bakhmut went on.""",
    ),
    Told(
        "war 3",
        "2023-06-14",
        "Ukraine war briefing: drones strike Odesa warehouse as grain deal wobbles",
        """\
A shop warehouse in Odesa was hit overnight and three of its workers died, the military said. Russia threatened
again to leave the deal that lets grain ships pass the Black Sea.

The head of the nuclear agency, Rafael Grossi, delayed his trip to the Zaporizhzhia plant by a day. Zelenskiy
met him in Kyiv.""",
    ),
)

DEATH = (
    Told(
        "death",
        "2021-09-14",
        "Folk singer Maren Oldfield dies at 83",
        """\
Maren Oldfield, whose songs about herring and strikes made her the voice of the Orkney islands, died at home in
Stromness on Tuesday. She was 83.

Her daughter said that she had been ill since spring. Oldfield recorded 22 albums and turned down a knighthood
twice. Fiddlers gathered at the harbour to play "The Last Boat".""",
    ),
    Told(
        "death",
        "2021-09-14",
        "Maren Oldfield, voice of Orkney, is dead",
        """\
The singer Maren Oldfield has died in Stromness at the age of 83 after an illness of several months, her family
said on Tuesday.

"The Last Boat", her song about the herring fishers of Orkney, was sung in every school. She made 22 albums and
never moved away from the islands. She leaves a daughter.""",
    ),
    Told(
        "funeral",
        "2021-09-22",
        "Thousands line Kirkwall streets for Oldfield funeral",
        """\
Six fishermen carried the coffin of Maren Oldfield into St Magnus cathedral in Kirkwall on Wednesday while
thousands stood in the rain. Shops were shut and ferries sounded their horns.

The first minister read a poem. Bishop Anne Laird spoke of a woman who "would have hated the fuss". The burial
at sea was for the family alone.""",
    ),
    Told(
        "funeral",
        "2021-09-22",
        "Cathedral full as Orkney buries its singer",
        """\
St Magnus cathedral could not hold all who came to Kirkwall on Wednesday to take leave of Maren Oldfield. Her
coffin was carried by six fishermen through the rain; the ferries in the harbour sounded their horns.

Anne Laird, the bishop, led the service, and the first minister read. The singer was to be buried at sea in the
evening, among her family.""",
    ),
)

ALL = (*SUMMITS, *QUAKES, *ROUNDS, *COLLAPSE, *MARKETS, *BRIEFINGS, *DEATH)

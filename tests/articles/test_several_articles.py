"""Pages of several articles, with and without signs of where one ends."""

from __future__ import annotations

PORT = (
    "The harbour of Port Orrin was closed on Tuesday after a tanker struck the northern pier and spilled fuel.",
    "Two tugs held the ship against the quay while divers looked for the leak, the harbour master said.",
    "Fishing boats were told to stay in port until Thursday at the earliest.",
    "The ministry of transport has sent three inspectors, who are expected to report within a month.",
    "The owner of the tanker, a company in Limassol, said that it would pay for the cleaning.",
)
VOTE = (
    "Voters in Kesmark chose a new parliament on Sunday, and the ruling party lost a third of its seats.",
    "Prime Minister Olga Denes conceded before midnight and congratulated her rival, Pavel Hornik.",
    "Turnout was the highest since the republic was founded, according to the election office.",
    "Hornik, a former judge, has promised to open the archives of the secret police.",
    "Talks about a coalition are to begin on Wednesday in the old town hall.",
)
BANK = (
    "The central bank of Norland raised its main rate by half a point on Wednesday, to four per cent.",
    "Governor Lise Aas said that prices of food and rent were still rising too fast.",
)
HEADS = (
    "Tanker accident closes harbour of Port Orrin",
    "Ruling party in Kesmark loses parliament election",
    "Norland raises interest rate to four per cent",
)


def titles(found):
    return [draft.title for draft in found.drafts]


def page(*paragraphs, gap="\n\n"):
    return gap.join(paragraphs)


def test_a_digest_without_any_other_sign_is_cut_at_its_headlines(read):
    found = read(page(HEADS[0], *PORT[:2], HEADS[1], *VOTE[:1], HEADS[2], *BANK))
    assert titles(found) == list(HEADS)
    assert [draft.body_lines for draft in found.drafts] == [(3, 5), (9,), (13, 15)]


def test_a_digest_of_two_is_cut(read):
    assert titles(read(page(HEADS[0], PORT[0], HEADS[1], VOTE[0]))) == list(HEADS[:2])


def test_standfirsts_without_full_stop_in_a_digest_belong_to_their_article(read):
    found = read(
        page(
            *(HEADS[0], "Divers look for the leak while fishermen wait", PORT[0]),
            *(HEADS[1], "Archives of the secret police may be opened soon", VOTE[0]),
            *(HEADS[2], BANK[0]),
        )
    )
    assert titles(found) == list(HEADS)
    assert found.drafts[1].body_lines == (9, 11)


def test_repeated_headlines_and_captions_mark_articles(read):
    caption = "Tugs lie beside a tanker in Port Orrin, Orrin, May 4, 2021. Quay Pictures/Ana Melo"
    other = "Pavel Hornik greets supporters in Kesmark, Norland, June 2, 2019. (Handout via Quay Pictures)"
    found = read(
        f"{HEADS[0]}\n\n{caption}\n{caption}\nTT\n\n{HEADS[0]}\n\n{caption}\n\n" + page(*PORT) + "\n\n\n\n"
        f"{HEADS[1]}\n\n{other}\n{other}\nTT\n\n{HEADS[1]}\n\n{other}\n\n" + page(*VOTE)
    )
    assert titles(found) == list(HEADS[:2])
    first, second = found.drafts
    assert (first.title_line, first.caption_lines, first.captions) == (1, (3,), (caption,))
    assert {note.reason for note in first.dropped} == {"repeated caption", "page widget", "repeated headline"}
    assert second.caption_lines == (25,)
    assert len(first.body_lines) == len(second.body_lines) == 5


def test_bylines_and_date_lines_mark_articles(read):
    found = read(
        page(
            *(HEADS[0], "By Jane Doe\nPublished: 4 May 2021, 10:21", *PORT),
            *(HEADS[1], "Ivan Petrov, Kesmark\nJun 03, 2019 | 18:30 IST", *VOTE),
        )
    )
    assert titles(found) == list(HEADS[:2])
    assert [(draft.byline, draft.date) for draft in found.drafts] == [
        ("Jane Doe", "4 May 2021, 10:21"),
        ("Ivan Petrov, Kesmark", "Jun 03, 2019 | 18:30 IST"),
    ]


def test_datelines_mark_articles(read):
    found = read(
        page(
            HEADS[0], f"LONDON (AP) — {PORT[0]}", *PORT[1:], HEADS[1], f"KYIV, June 3 (Reuters) - {VOTE[0]}", *VOTE[1:]
        )
    )
    assert titles(found) == list(HEADS[:2])
    assert [draft.agency for draft in found.drafts] == ["AP", "Reuters"]
    assert [draft.dateline for draft in found.drafts] == ["LONDON (AP)", "KYIV, June 3 (Reuters)"]


def test_wider_gaps_mark_articles(read):
    found = read(page(HEADS[0], *PORT) + "\n\n\n\n" + page(HEADS[1], *VOTE))
    assert titles(found) == list(HEADS[:2])


def test_blocks_of_single_lines_are_articles(read):
    found = read("\n".join((HEADS[0], *PORT)) + "\n\n" + "\n".join((HEADS[1], *VOTE)))
    assert titles(found) == list(HEADS[:2])
    assert found.drafts[1].text.count("\n\n") == 4


def test_an_agency_line_ends_an_article(read):
    found = read(page(HEADS[0], *PORT[:4], "(AFP)", HEADS[1], *VOTE, "— AFP"))
    assert titles(found) == list(HEADS[:2])
    assert [draft.agency for draft in found.drafts] == ["AFP", "AFP"]


def test_links_under_an_article_do_not_swallow_the_next_headline(read):
    found = read(
        page(HEADS[0], *PORT, "Related\nLighthouse keepers lose their posts\nFerry company asks for new quays")
        + "\n\n\n"
        + page(HEADS[1], *VOTE)
    )
    assert titles(found) == list(HEADS[:2])


def test_an_essay_before_an_article_with_signs_keeps_its_made_title(read):
    found = read(page(*PORT[:3]) + "\n\n\n\n" + page(HEADS[1], "By Jane Doe", *VOTE))
    assert [draft.title_from for draft in found.drafts] == ["made", "line"]


def test_the_title_of_the_record_goes_to_the_article_with_that_headline(read):
    found = read(page(HEADS[0], PORT[0], HEADS[1], VOTE[0], HEADS[2], BANK[0]), title=HEADS[1])
    assert [draft.title_from for draft in found.drafts] == ["line", "record", "line"]
    second = found.drafts[1]
    assert second.title_line is None
    assert [(note.line, note.reason) for note in second.dropped] == [(5, "repeated headline")]


def test_the_title_of_the_record_stands_over_its_text(read):
    found = read(page(HEADS[0], *PORT), title=HEADS[0])
    assert found.drafts[0].body_lines == (3, 5, 7, 9, 11)


def test_level_one_markdown_headings_are_articles(read):
    found = read(page(f"# {HEADS[0]}", *PORT, f"# {HEADS[1]}", *VOTE))
    assert titles(found) == list(HEADS[:2])


def test_a_standfirst_under_the_title_of_the_record_stays_in_the_body(read):
    standfirst = "Divers look for the leak while fishermen wait for news"
    found = read(page(standfirst, *PORT), title="Oil on the water")
    assert found.drafts[0].text.startswith(standfirst)


def test_another_wording_of_the_record_title_is_no_body(read):
    found = read(page("Tanker accident shuts Port Orrin's harbour", *PORT), title=HEADS[0])
    assert found.drafts[0].title == HEADS[0]
    assert [note.reason for note in found.drafts[0].dropped] == ["repeated headline"]


def test_a_digest_whose_headlines_name_nobody_is_told_by_its_ledes(read):
    found = read(
        "Floods leave thousands homeless in northern valley\n\n"
        "Heavy rain swept through three districts on Sunday night and carried away two bridges.\n\n"
        "Parliament passes budget after all-night debate\n\n"
        "Lawmakers approved the budget by four votes early on Tuesday, ending a quarrel over fuel.\n\n"
        "The finance minister promised to cut the deficit to three per cent.\n\n"
        "Striking nurses return to work\n\n"
        "Nurses at public hospitals ended a two-week strike on Monday after the ministry agreed to pay.\n\n"
        "Central bank holds rates\n\n"
        "The central bank left its main rate unchanged on Thursday, saying inflation had slowed."
    )
    assert [draft.title_line for draft in found.drafts] == [1, 5, 11, 15]


def test_subheads_over_sections_without_a_day_stay_in_their_article(read):
    found = read(
        "How the valley lives with its floods\n\n"
        "Every second spring the river leaves its bed, and the people of the valley carry their beds upstairs.\n\n"
        "A dam that was never built\n\n"
        "Engineers drew the first plans for a dam a hundred years ago. The money went into a road instead.\n\n"
        "Houses on higher ground\n\n"
        "The district now pays those who move uphill. Forty families have gone so far, most of them young.\n\n"
        "What the insurers say\n\n"
        "No company covers the lower streets any more. The state fund pays a third of what is lost."
    )
    assert len(found.drafts) == 1

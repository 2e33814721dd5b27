"""Pages of one article that could be taken for several, in manners of many outlets."""

from __future__ import annotations

LEDE = "The harbour of Port Orrin was closed on Tuesday after a tanker struck the northern pier and spilled fuel."
MORE = (
    "Two tugs held the ship against the quay while divers looked for the leak, the harbour master said.",
    "Fishing boats were told to stay in port until Thursday at the earliest.",
    "The ministry of transport has sent three inspectors, who are expected to report within a month.",
    "It was the third accident in the strait this year, and the first with a foreign crew.",
    "The owner of the tanker, a company in Limassol, said that it would pay for the cleaning.",
    "Residents have asked for years that large ships be led in by pilots at night.",
)
TITLE = "Tanker accident closes harbour of Port Orrin"


def only(found):
    assert len(found.drafts) == 1, [draft.title for draft in found.drafts]
    return found.drafts[0]


def page(*paragraphs, gap="\n\n"):
    return gap.join(paragraphs)


def test_short_paragraphs_of_one_sentence_are_no_digest(read):
    draft = only(read(page(TITLE, LEDE, *MORE)))
    assert draft.title == TITLE
    assert draft.body_lines == (3, 5, 7, 9, 11, 13, 15)


def test_title_case_subheads_stay_in_the_body(read):
    draft = only(read(page(TITLE, LEDE, *MORE[:2], "What the Divers Found", *MORE[2:4], "Who Will Pay", *MORE[4:])))
    assert 9 in draft.body_lines
    assert "Who Will Pay" in draft.text


def test_a_long_subhead_in_a_long_text_stays_in_the_body(read):
    draft = only(read(page(TITLE, LEDE, *MORE[:4], "A night in the strait and its long echo", *MORE[4:])))
    assert "A night in the strait and its long echo" in draft.text


def test_questions_over_short_answers_make_no_digest(read):
    draft = only(
        read(
            page(
                "Why the Orrin strait worries every shipping company",
                LEDE,
                "How did the tanker come to strike the pier?",
                MORE[0],
                "Who pays when a foreign ship spills fuel?",
                MORE[4],
                "What will the inspectors look at in the coming weeks?",
                MORE[2],
            )
        )
    )
    assert len(draft.body_lines) == 7


def test_an_interview_in_questions_and_answers_is_one_article(read):
    draft = only(
        read(
            page(
                "Harbour master: we had four minutes",
                "Ines Valde has run the port for eleven years. She spoke to us on the quay on Wednesday.",
                "Q: What did you see first?",
                "A: A light where no light should have been, and then the bow, very close.",
                "Q: Did anyone give a warning?",
                "A: We called them on two channels. Nobody answered until it was too late.",
                "Q: Will you stay in office?",
                "A: As long as they let me. The port cannot be run from a desk in the capital.",
            )
        )
    )
    assert len(draft.body_lines) == 7


def test_a_live_blog_with_times_is_one_article(read):
    draft = only(
        read(
            page(
                "Port Orrin accident: as it happened",
                "14:20 GMT - Tugs hold the ship",
                MORE[0],
                "13:05 GMT - Boats stay in port",
                MORE[1],
                "12:10 GMT - Ministry sends inspectors",
                MORE[2],
            )
        )
    )
    assert len(draft.body_lines) == 6


def test_a_list_inside_the_text_stays_in_the_body(read):
    draft = only(
        read(
            page(
                TITLE,
                LEDE,
                "What is closed until further notice:",
                "- the northern pier and the fish market",
                "- the ferry line to Little Orrin",
                "- the coastal road between the two lighthouses",
                *MORE[:3],
            )
        )
    )
    assert draft.body_lines == (3, 5, 7, 9, 11, 13, 15, 17)


def test_paragraphs_that_are_quotations_alone_stay_in_the_body(read):
    quotes = ("“We heard it before we saw it”", "“Nobody had told us anything at all about the cargo”")
    draft = only(read(page(TITLE, LEDE, quotes[0], MORE[0], quotes[1], *MORE[1:])))
    assert all(quote in draft.text for quote in quotes)


def test_a_short_question_as_a_paragraph_stays_in_the_body(read):
    draft = only(read(page(TITLE, LEDE, MORE[0], "But who gave the order?", *MORE[1:])))
    assert "But who gave the order?" in draft.text


def test_a_paragraph_without_its_full_stop_starts_no_article(read):
    broken = "The coast guard counted eleven boats near the wreck on Tuesday evening"
    draft = only(read(page(TITLE, LEDE, *MORE[:3], broken, *MORE[3:])))
    assert broken in draft.text


def test_a_headline_with_a_full_stop_over_a_byline_is_a_headline(read):
    draft = only(read(page("The tanker nobody wanted.", "By Jane Doe", LEDE, *MORE)))
    assert (draft.title, draft.title_line, draft.byline) == ("The tanker nobody wanted.", 1, "Jane Doe")


def test_a_headline_that_asks_is_a_headline(read):
    draft = only(read(page("Who will pay for the harbour of Port Orrin?", LEDE, *MORE)))
    assert draft.title_line == 1


def test_a_standfirst_without_a_full_stop_stays_in_the_body(read):
    standfirst = "Divers look for the leak while fishermen wait for the strait to be opened again"
    draft = only(read(page(TITLE, standfirst, LEDE, *MORE)))
    assert draft.title == TITLE
    assert draft.text.startswith(standfirst)


def test_an_essay_without_a_headline_gets_a_made_title(read):
    text = page(
        "I learnt to row on the strait of Orrin, long before anyone spoke of tankers. My father kept two boats.",
        "He sold them in the year in which the refinery came, and bought a car that rusted in the salt air.",
        "What we call progress there has always had a smell. It is the smell of a thing that nobody has signed for.",
        "The inspectors will write their report. It will be as long as the pier and as useful as half of it.",
        "If you value writing like this, become a member today. We have no advertisers, only readers.",
        gap="\n",
    )
    draft = only(read(text))
    assert draft.title == "I learnt to row on the strait of Orrin, long before anyone spoke of tankers."
    assert (draft.title_from, draft.title_line) == ("made", None)
    assert draft.body_lines == (1, 2, 3, 4)
    assert draft.text.count("\n\n") == 3


def test_a_made_title_is_cut_at_a_word(read):
    first = (
        "There is a kind of silence on a quay " + "after the ships and the men and the lamps are gone " * 3 + "away."
    )
    draft = only(read(page(first, *MORE, gap="\n")))
    assert len(draft.title) <= 100
    assert draft.title.endswith("…")


def test_links_in_the_middle_of_a_text_are_left_out(read):
    draft = only(
        read(
            page(
                TITLE,
                LEDE,
                MORE[0],
                "Also Read: Lighthouse keepers of the strait to lose their posts",
                MORE[1],
                "ADVERTISEMENT",
                MORE[2],
                "Read more | The ferry that never came back to Orrin",
                MORE[3],
            )
        )
    )
    assert draft.body_lines == (3, 5, 9, 13, 17)


def test_related_links_in_the_middle_of_a_text_open_no_article(read):
    draft = only(
        read(
            page(
                TITLE,
                LEDE,
                MORE[0],
                "RELATED STORIES\nLighthouse keepers of the strait lose their posts\nFerry company asks for new quays",
                *MORE[1:],
            )
        )
    )
    reasons = {note.line: note.reason for note in draft.dropped}
    assert reasons[8] == reasons[9] == "link to another article"


def test_a_pull_quote_is_said_once(read):
    draft = only(
        read(
            page(
                TITLE,
                LEDE,
                'The mayor was angry. "We have asked for pilots for nine years and got a brochure," she said.',
                "We have asked for pilots for nine years and got a brochure",
                *MORE[:3],
            )
        )
    )
    assert draft.text.count("got a brochure") == 1
    assert [note.reason for note in draft.dropped] == ["pull quote"]


def test_a_body_printed_twice_is_read_once(read):
    draft = only(read(page(TITLE, LEDE, *MORE, TITLE, LEDE, *MORE)))
    assert draft.text.count("northern pier") == 1


def test_hard_wrapped_lines_are_joined_with_a_space(read):
    draft = only(
        read(
            "TANKER ACCIDENT CLOSES HARBOUR\n\n"
            "PORT ORRIN, May 4 (QNS) -- The harbour of Port Orrin was closed on\n"
            "Tuesday after a tanker struck the northern pier and spilled fuel\n"
            "into the strait. Two tugs held the ship against the quay.\n\n"
            "Fishing boats were told to stay in port until Thursday at the\n"
            "earliest, and the ferry line to Little Orrin was given up for the\n"
            "time being.\n"
        )
    )
    assert draft.body_lines == (3, 4, 5, 7, 8, 9)
    assert "was closed on Tuesday after a tanker" in draft.text
    assert draft.text.count("\n\n") == 1
    assert (draft.dateline, draft.agency) == ("PORT ORRIN, May 4 (QNS)", "QNS")


def test_markdown_headings_below_the_first_are_subheads(read):
    draft = only(read(page(f"# {TITLE}", LEDE, MORE[0], "## The long night of the two tugs", *MORE[1:])))
    assert draft.title == TITLE
    assert "The long night of the two tugs" in draft.text


def test_a_kicker_above_the_headline_is_left_out(read):
    draft = only(read(page("WORLD", TITLE, LEDE, *MORE)))
    assert draft.title == TITLE
    assert [note.line for note in draft.dropped] == [1]


def test_news_about_subscriptions_cookies_and_copyright_stays_news(read):
    draft = only(
        read(
            page(
                "Court limits what websites may ask of visitors",
                "A court in Luxembourg ruled on Thursday that websites may not track people who refuse cookies.",
                "The judges said that consent must be given freely. Publishers had argued that readers could subscribe "
                "to a paid version instead.",
                "Some 400 publishers that subscribe to a common code will have to change their pages, a lawyer said.",
                "Copyright law was not at issue, the court added, nor were donations to newspapers.",
            )
        )
    )
    assert draft.body_lines == (3, 5, 7, 9)


def test_a_wrapped_headline_is_one_title(read):
    draft = only(
        read(
            "Tanker accident closes the harbour of Port Orrin for the\nthird time this year\n\n"
            "The harbour of Port Orrin was closed on Tuesday after a\n"
            "tanker struck the northern pier and spilled fuel into\n"
            "the strait, the harbour master said in the morning."
        )
    )
    assert draft.title == "Tanker accident closes the harbour of Port Orrin for the third time this year"
    assert [(note.line, note.reason) for note in draft.dropped] == [(2, "headline, continued")]


def test_news_that_reads_like_notices_stays_news(read):
    lines = (
        "Investors who pay a fee of ten crowns to access the exchange in Oslo will have to register by May.",
        "Workers on the trawlers earn from $5 a month for every ton that is landed in the port.",
        "Two documents about the ship could not be found in the archive of the ministry.",
        "The author was arrested in 2014 over a novel about the strait and its pilots.",
        "The site of the wreck is forbidden to divers until the end of the year.",
    )
    draft = only(read(page(TITLE, LEDE, *lines, MORE[0])))
    assert draft.body_lines == (3, 5, 7, 9, 11, 13, 15)
    assert not draft.cut_off


def test_a_note_on_the_writer_at_the_end_is_left_out(read):
    draft = only(read(page(TITLE, LEDE, *MORE, "Jane Doe is a columnist for the Quay Post.")))
    assert [note.reason for note in draft.dropped] == ["note on the writer"]


def test_header_lines_at_the_end_go_with_the_last_article_and_name_an_agency(read):
    text = "The harbour is closed\n\nThe harbour was closed on Friday, the minister said, and no ship left it.\n"
    draft = read(f"{text}\nThe tugs held the tanker until the evening tide came in.\n\nSource: Reuters").drafts[-1]
    assert [(note.line, note.reason) for note in draft.dropped] == [(7, "header")]
    assert (draft.source, draft.agency) == ("Reuters", "Reuters")
    assert "Source" not in draft.text

"""Whole pages in the manners of many outlets: what is title, body, caption, and which fields are read."""

from __future__ import annotations

A = "Norland and Kesmark signed a treaty on cod quotas in Oslo on Friday, ending a dispute of ten years."
B = "Foreign Minister Lise Aas called the treaty a model for the whole Atlantic."
C = "Both parliaments are expected to vote on it in May, officials said."
D = "The ruling party of Orrin split on Saturday over a plan to rescue the country's second bank."
E = "Eleven lawmakers left the party's caucus and said that they would vote against the budget."


def only(found):
    assert len(found.drafts) == 1, [draft.title for draft in found.drafts]
    return found.drafts[0]


def test_a_broadcaster_with_image_lines_and_topics(read):
    draft = only(
        read(
            f"Cod treaty ends quarrel of ten years\n\nBy Jane Doe\n"
            f"Norland Radio News, Oslo\n\nPublished\n4 February 2022\n\n"
            f"Image source, Reuters\nImage caption, Lise Aas and Pavel Hornik after the signing\n\n{A}\n\n{B}\n\n"
            f"'Nobody gave way'\n\n{C}\n\nMore on this story\n\nFishermen block port\nCod moves north\n\n"
            f"Related Topics\n\nKesmark\nFishing"
        )
    )
    assert draft.body_lines == (12, 14, 16, 18)
    assert draft.caption_lines == (10,)
    assert (draft.byline, draft.date, draft.source) == ("Jane Doe", "4 February 2022", "Norland Radio News")


def test_a_daily_with_a_standfirst_and_names_without_by(read):
    draft = only(
        read(
            f"Cod treaty between Norland and Kesmark ends quarrel\nFishermen on both sides wait for the new season\n\n"
            f"Jane Doe in Oslo and Ivan Petrov\nFri 4 Feb 2022 18.21 GMT\n"
            f"Last modified on Sat 5 Feb 2022 07.00 GMT\n\nShare\n{A}\n\n{B}\n\n"
            f"Sign up to First Catch, our free daily newsletter\n\n{C}\n\n"
            f"Explore more on these topics\nKesmark\nEurope\nnews"
        )
    )
    assert draft.title_line == 1
    assert draft.body_lines == (2, 9, 11, 15)
    assert (draft.byline, draft.date) == ("Jane Doe in Oslo and Ivan Petrov", "Fri 4 Feb 2022 18.21 GMT")


def test_a_portal_with_the_headline_again_below_its_labels(read):
    draft = only(
        read(
            f"Cod Treaty Ends Big Quarrel After Ten Years\n"
            f'"Nobody gave way," Norland\'s foreign minister said on Friday.\n'
            f"Edited by: Ravi Kumar\nWorld News\nPress Trust of India\nUpdated: February 04, 2022 10:32 pm IST\n"
            f"Published On: February 04, 2022 10:30 pm IST\nRead Time: 2 mins\nShare\n"
            f"Cod Treaty Ends Big Quarrel After Ten Years\n"
            f"Lise Aas signed the treaty in Oslo. (File)\nOslo:\n{A}\n{B}\n"
            f"(Except for the headline, this story has not been edited by our staff.)\nLise Aas, Cod Treaty, Norland"
        )
    )
    assert draft.body_lines == (2, 13, 14)
    assert draft.caption_lines == (11,)
    assert (draft.agency, draft.dateline, draft.date) == ("PTI", "Oslo", "February 04, 2022 10:30 pm IST")


def test_a_wire_story_with_desk_notes(read):
    draft = only(
        read(
            f"UPDATE 2-Norland, Kesmark sign cod treaty\n\n(Adds quote)\n\nBy Jane Doe\n\n"
            f"OSLO, Feb 4 (Reuters) - {A}\n\n{B}\n\n"
            f"(Reporting by Jane Doe; Editing by Ivan Petrov)\n\n((jane.doe@wire.example; +47 555 0100))"
        )
    )
    assert draft.body_lines == (7, 9)
    assert draft.text.startswith("OSLO, Feb 4 (Reuters) - Norland")


def test_a_weblog_theme_with_menu_counters_and_a_comment_form(read):
    draft = only(
        read(
            f"Skip to content\nMenu\nThe Orrin Daily\nSunday, 6 February 2022\nHome\nWorld\nSport\n"
            f"Norland and Kesmark sign cod treaty\nBy Jane Doe - February 4, 2022\n0\n37\n"
            f"Share on Facebook\n{A}\n{B}\n{C}\n"
            f"RELATED ARTICLES\nFishermen block port of Kesmark\nCod moves north as waters warm\nLEAVE A REPLY\n"
            f"Save my name, email, and website in this browser for the next time I comment.\n© 2022 The Orrin Daily"
        )
    )
    assert draft.title == "Norland and Kesmark sign cod treaty"
    assert draft.body_lines == (13, 14, 15)
    assert (draft.byline, draft.date, draft.source) == ("Jane Doe", "February 4, 2022", "The Orrin Daily")


def test_an_essay_with_explaining_subheads_over_short_sections(read):
    draft = only(
        read(
            f"Why small countries fight so hard over fish\n\nThe cod is worth little to either economy.\n\n{C}\n\n"
            f"A quarrel that is older than both states\n\n"
            f"In 1871 the two crowns agreed on a line that nobody saw.\n\n{B}\n\n"
            f"How the cod moved north and took politics along\n\nWarmer water has pushed the stocks to the north.\n\n"
            f"What a treaty on moving quotas could look like\n\nExperts have proposed that quotas move with the fish."
        )
    )
    assert len(draft.body_lines) == 9


def test_a_transcript_is_one_article(read):
    draft = only(
        read(
            f"Transcript: Lise Aas speaks after signing of cod treaty\n\n{A}\n\nLISE AAS: Thank you all for coming.\n\n"
            f"QUESTION: Minister, who gave way in the end of this long night?\n\nLISE AAS: Nobody gave way.\n\n"
            f"QUESTION: When will the treaty on the quotas come into force\n\nLISE AAS: As soon as they have voted."
        )
    )
    assert draft.body_lines == (3, 5, 7, 9, 11, 13)


def test_a_listicle_is_one_article(read):
    text = f"Three things to know about the cod treaty\n\n{A}"
    for number, head in enumerate(("The quotas move with the fish", "Kesmark gets more", "The islands stay out"), 1):
        text += f"\n\n{number}. {head}\n\nThis is what the text of the treaty says about point {number}."
    assert len(only(read(text)).body_lines) == 7


def test_a_headline_with_the_site_behind_it_and_again_without(read):
    draft = only(
        read(
            f"Norland and Kesmark sign cod treaty | The Orrin Daily\nNorland and Kesmark sign cod treaty\n\n{A}\n\n{B}"
        )
    )
    assert (draft.title, draft.title_line) == ("Norland and Kesmark sign cod treaty", 1)
    assert [note.reason for note in draft.dropped] == ["repeated headline"]


def test_a_list_of_contents_above_a_digest(read):
    heads = (
        "Norland and Kesmark sign cod treaty",
        "Orrin ruling party splits over bank rescue",
        "Kesmark frees trawler",
    )
    found = read(
        "In today's issue\n\n" + "\n".join(heads) + f"\n\n{heads[0]}\n\n{A}\n\n{heads[1]}\n\n{D}\n\n{heads[2]}\n\n"
        "A trawler that was seized in November left the port of Kesmark on Thursday."
    )
    assert [(draft.title, draft.title_line) for draft in found.drafts] == list(zip(heads, (7, 11, 15), strict=True))


def test_a_briefing_with_its_own_title_and_agencies_behind_each_item(read):
    found = read(
        f"World briefing: Saturday 5 February\n\nNorland signs treaty on cod quotas\n{A} (Reuters)\n\n"
        f"Orrin's ruling party splits over bank\n{D} (AFP)\n\nRead more"
    )
    assert [draft.title for draft in found.drafts] == [
        "Norland signs treaty on cod quotas",
        "Orrin's ruling party splits over bank",
    ]
    assert [draft.agency for draft in found.drafts] == ["Reuters", "AFP"]


def test_articles_with_subheads_between_dashes(read):
    found = read(
        f"Norland and Kesmark sign treaty on cod after ten years\n\n{A}\n\n{B}\n\n- Quotas that move -\n{C}\n\n"
        f"The European Union welcomed the treaty on Friday evening.\n\nFishermen said that they would wait and see.\n\n"
        f"Orrin's ruling party splits over bank rescue\n\n{D}\n\n{E}\n\n- A bank in trouble -\n"
        f"The bank lent too much to builders, according to the central bank."
    )
    assert len(found.drafts) == 2
    assert "- Quotas that move -" in found.drafts[0].text
    assert "- A bank in trouble -" in found.drafts[1].text


def test_a_place_and_desk_above_the_text_are_no_body(read):
    head = "Norland and Kesmark Sign Treaty on Cod Quotas"
    draft = only(read(f"{head}\n\nOslo: Quay Al-Awsat\nTT\n\n{head}\n\n{A}\n\n{B}"))
    assert draft.body_lines == (8, 10)


def test_a_russian_page(read):
    draft = only(
        read(
            "Норланд и Кесмарк подписали договор о треске\n\n4 февраля 2022, 18:30\n\n"
            "Норланд и Кесмарк подписали в пятницу в Осло договор о квотах, завершив спор, который длился годы.\n\n"
            "Читайте также: Рыбаки перекрыли порт\n\nФото: Иван Петров / ТАСС"
        )
    )
    assert draft.body_lines == (5,)
    assert (draft.language, draft.date) == ("ru", "4 февраля 2022, 18:30")


def test_a_chinese_page(read):
    draft = only(
        read(
            "挪兰与凯斯马克签署鳕鱼条约\n\n挪兰与凯斯马克星期五在奥斯陆签署了关于鳕鱼配额的条约，结束了长达十年的争端。\n\n"
            "外交部长称该条约是整个大西洋的典范。"
        )
    )
    assert (draft.title_line, draft.body_lines, draft.language) == (1, (3, 5), "zh")


def test_teasers_with_a_link_to_the_rest_are_cut_off(read):
    found = read(
        "Norland premier visits Kesmark\n\nNorland's premier visited Kesmark on Thursday in a bid to save the...\n\n"
        f"[Read more]\n\nOrrin's ruling party splits over bank rescue\n\n{D[:-1]}...\n\n[Read more]"
    )
    assert [(draft.cut_off, len(draft.body_lines)) for draft in found.drafts] == [(True, 1), (True, 1)]


def test_a_date_and_a_source_below_the_text(read):
    draft = only(
        read(f"Cod treaty signed\nBy Our Correspondent\nOSLO: {A}\n{B}\nPublished in The Hill Times, May 9th, 2022")
    )
    assert (draft.source, draft.date, draft.dateline) == ("The Hill Times", "May 9th, 2022", "OSLO")
    assert draft.body_lines == (3, 4)


def test_short_last_sentences_stay_in_the_body(read):
    text = (
        f"Why the cod treaty will not hold\n{A}\nWhat is left is a clause that no court will ever read\n{B}\nThey knew."
    )
    assert only(read(text)).body_lines == (2, 3, 4, 5)

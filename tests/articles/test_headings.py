"""Which line is the headline among kickers, standfirsts, key points and captions; what goes with it."""

from __future__ import annotations

import pytest

A = "The parliament of Norland elected Lise Aas prime minister on Thursday, by a majority of two votes."
B = "Her opponent, Pavel Hornik, congratulated her before the count was over."
C = "She will name a cabinet next week, the speaker's office said."


def only(found):
    assert len(found.drafts) == 1, [draft.title for draft in found.drafts]
    return found.drafts[0]


@pytest.mark.parametrize(
    "headline",
    [
        "Most read the treaty as a surrender",
        "More in common than they admit, say Oslo and Kesmark",
        "Also in Oslo, talks on herring resume",
        "Trending toward war: the long autumn of Norland",
        "Money, power, politics",
        "China, Russia, US: energy at risk",
        "Brussels / Oslo: the handshake",
        "Email scandal returns to haunt Aas",
        "Tags on tankers: how insurers track oil",
        "Don't miss the point, Aas tells Hornik",
        "By the book: how Aas governs",
        "Elections in Norland set for 25 February 2023",
        "Comments by Hornik anger Oslo",
        "Skip the summit, members tell Aas",
        "5 dead in Kesmark",
    ],
)
def test_a_headline_that_resembles_furniture_stays_one(read, headline):
    assert only(read(f"{headline}\n\n{A}\n\n{B}\n\n{C}")).title == headline


def test_a_headline_broken_by_hand_is_one_headline(read):
    draft = only(read(f"Aas elected prime minister\nby a majority of two votes\n\n{A}\n\n{B}\n\n{C}"))
    assert draft.title == "Aas elected prime minister by a majority of two votes"
    assert draft.title_line == 1
    assert draft.body_lines == (4, 6, 8)


def test_a_headline_that_breaks_at_a_preposition_is_one_headline(read):
    draft = only(read(f"Aas elected premier in\nOslo, promises calm\n\n{A}\n\n{B}\n\n{C}"))
    assert draft.title == "Aas elected premier in Oslo, promises calm"


def test_a_list_of_names_is_not_joined(read):
    draft = only(read(f"Aas elected prime minister\nPavel Hornik concedes\n\n{A}\n\n{B}\n\n{C}"))
    assert draft.title == "Aas elected prime minister"


def test_the_caption_over_its_credit_is_no_headline(read):
    page = (
        "Aas elected prime minister of Norland\nVote decided by two members of the smallest party\nBy Jane Doe\n\n"
        f"Lise Aas waves to members after the count\nCredit: Ivan Holm / Getty Images\n\n{A}\n\n{B}\n\n{C}"
    )
    draft = only(read(page))
    assert draft.title_line == 1
    assert draft.body_lines == (2, 8, 10, 12)
    assert draft.caption_lines == (5,)


def test_captions_between_paragraphs_are_told_by_the_credit_below_them(read):
    page = f"Aas elected prime minister\n\n{A}\n3\nMembers count the votes\nImage: Ivan Holm/AFP\n{B}\n{C}"
    draft = only(read(page))
    assert draft.body_lines == (3, 7, 8)
    assert draft.caption_lines == (5,)


def test_a_photographer_named_again_below_the_caption_is_a_credit(read):
    caption = "Lise Aas at the count. (Photo by Ivan Holm/Herald)\nIvan Holm"
    page = f"Aas elected prime minister\n\n{caption}\n\n{A}\n\n{B}\n\n{C}"
    draft = only(read(page))
    assert draft.body_lines == (6, 8, 10)
    assert draft.caption_lines == (3,)


def test_a_report_that_ends_in_its_agencies_is_no_caption(read):
    tail = f"{C[:-1]}, and until then the old ministers stay in their offices and sign no new laws at all. NTB/AFP"
    assert only(read(f"Aas elected prime minister\n\n{A}\n\n{B}\n\n{tail}")).body_lines == (3, 5, 7)


def test_key_points_over_the_byline_are_no_text(read):
    page = f"Aas elected prime minister\n* Majority of two\n* Hornik concedes\nBy Jane Doe\n\n{A}\n\n{B}\n\n{C}"
    assert only(read(page)).body_lines == (6, 8, 10)


def test_a_live_report_is_one_article_with_its_headings(read):
    page = (
        "Norland votes: live\nThu 2 May 2024 20.15 BST\n\nKey events\nHornik concedes defeat\nShow key events only\n\n"
        f"20.10\nHornik concedes defeat\n{B}\n\n19.45\nSpeaker opens the count\n{A}\n\n18.30\nMembers arrive\n{C}"
    )
    draft = only(read(page))
    assert draft.title == "Norland votes: live"
    assert draft.body_lines == (9, 10, 13, 14, 17, 18)


def test_subheads_of_a_page_with_bylines_open_no_articles(read):
    other = "Storm closes three harbours of Kesmark"
    page = (
        f"Aas elected prime minister\nBy Jane Doe\n\n{A}\n\nA night of counting\n\n{B}\n\n"
        f"{other}\nBy Ivan Holm\n\nA storm closed three harbours in the north of Kesmark on Tuesday night.\n\n"
        "Ferries stayed at their moorings until the wind had turned."
    )
    assert [draft.title for draft in read(page).drafts] == ["Aas elected prime minister", other]


def test_a_markdown_page_has_its_emphasis_and_pictures_read(read):
    page = (
        "# Aas elected prime minister\n\n*Two votes decide after a long night of counting*\n\n"
        "**By Jane Doe** | May 2, 2024 7:02 am EDT\n\n"
        f"![Aas at the count](https://img.example/1.jpg)\n\n{A}\n\n{B}\n\n---\n\n**Related**\n\n"
        f"* [How Norland votes](https://x.example/1)\n\n---\n\n# Storm closes harbours\n\n"
        "**By Ivan Holm** | May 3, 2024 9:10 am EDT\n\n"
        "A storm closed three harbours in the north of Kesmark on Tuesday night."
    )
    first, second = read(page).drafts
    assert (first.byline, first.date) == ("Jane Doe", "May 2, 2024 7:02 am EDT")
    assert first.body_lines == (3, 9, 11)
    assert second.title == "Storm closes harbours"

"""Links, tags, comments and promotions between and below the paragraphs of an article."""

from __future__ import annotations

import pytest

A = "The ferry between Norland and Kesmark sank at its mooring on Sunday night without anyone on board, police said."
B = "Captain Ivan Holm said that a valve had been left open after repairs."
C = "Divers will look at the hull on Wednesday, if the weather allows."
HEAD = "Empty ferry sinks at its mooring"


def reasons(draft):
    return {note.line: note.reason for note in draft.dropped}


@pytest.mark.parametrize(
    "line",
    [
        "RELATED: How the old ferry was built",
        ">> Read more: How the old ferry was built",
        "Read more How the old ferry was built",
        "Also on the Herald: how the old ferry was built",
        "See also  Subscribers  How the old ferry was built",
    ],
)
def test_a_pointer_in_the_text_is_left_out_and_the_text_goes_on(read, line):
    (draft,) = read(f"{HEAD}\n\n{A}\n\n{line}\n\n{B}\n\n{C}").drafts
    assert draft.body_lines == (3, 7, 9)


def test_links_under_a_heading_end_where_the_text_goes_on(read):
    page = f"{HEAD}\n\n{A}\nMost read in Islands\nGULL TROUBLE Mayor wears helmet\n{B}\n{C}"
    (draft,) = read(page).drafts
    assert draft.body_lines == (3, 6, 7)


def test_a_list_that_says_it_is_empty_ends_there(read):
    other = "Union calls off strike on island buses"
    below = "The bus drivers of Kesmark went back to work on Monday after their union called off its strike."
    page = f"{HEAD}\n\n{A}\n\n{B}\n\nRelated News\nNo related stories.\n\n{other}\n{below}\n{other}\n\n{below}\n\n{C}"
    first, second = read(page).drafts
    assert (first.title, second.title) == (HEAD, other)
    assert second.title_line == 10


def test_a_headline_with_a_byline_under_links_opens_an_article(read):
    page = (
        f"{HEAD}\n\n{A}\n\n{B}\n\nKeep reading\nThe valve that nobody closed\n\n"
        "Bus drivers end strike\nBy Jane Doe\n\nThe bus drivers of Kesmark went back to work on Monday.\n\n"
        "Their union called the agreement a good one."
    )
    assert [draft.title for draft in read(page).drafts] == [HEAD, "Bus drivers end strike"]


@pytest.mark.parametrize(
    "tags",
    ["Tags\nferry harbour norland", "Topics\nFerries\nNorland", "#Ferry #Norland", "Tags Ferry Harbour Norland"],
)
def test_tags_are_no_text(read, tags):
    (draft,) = read(f"{HEAD}\n\n{A}\n\n{B}\n\n{tags}").drafts
    assert draft.body_lines == (3, 5)


def test_what_readers_say_under_the_count_of_comments_is_no_text(read):
    (draft,) = read(f"{HEAD}\n\n{A}\n\n{B}\n\n2 Comments\nSea_Dog: told you so\nHolm88: get well\nLoad more").drafts
    assert draft.body_lines == (3, 5)
    assert reasons(draft)[8] == "comment of a reader"


def test_a_newsletter_box_in_the_text_goes_whole(read):
    box = "The Herald Briefing\nAll that happened on the islands.\nSubscribe"
    (draft,) = read(f"{HEAD}\n\n{A}\n\n{box}\n\n{B}\n\n{C}").drafts
    assert draft.body_lines == (3, 9, 11)


def test_what_stands_between_two_appeals_belongs_to_them(read):
    appeals = (
        "If you value this reporting, please consider joining us.\n"
        "We have forty members, and we know each of them.\nJoin from $5 a month"
    )
    (draft,) = read(f"{HEAD}\n\n{A}\n\n{B}\n\n{appeals}").drafts
    assert draft.body_lines == (3, 5)


def test_the_life_of_the_writer_is_no_text(read):
    page = f"{HEAD}\n\nBy Jane Doe\n\n{A}\n\n{B}\n\n{C}\n\nJane Doe keeps bees and has never learned to swim."
    (draft,) = read(page).drafts
    assert draft.body_lines == (5, 7, 9)
    assert reasons(draft)[11] == "note on the writer"

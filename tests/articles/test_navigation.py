"""Menus, breadcrumbs, mastheads and kickers around an article."""

from __future__ import annotations

import pytest

from geotui.articles.lines import read_paragraphs
from geotui.articles.markers import load_markers
from geotui.articles.marks import Kind
from geotui.articles.navigation import navigation

TEXT = (
    "The island council of Norland voted on Monday to close the old lighthouse, ending a quarrel of many years.\n\n"
    "Keeper Lise Aas said that she would hand over the keys in spring.\n\n"
    "The lamp has burned since 1871, according to the council's archive."
)


def kind_of(line: str) -> Kind | None:
    mark = navigation(read_paragraphs([line])[0], load_markers())
    return mark.kind if mark else None


@pytest.mark.parametrize(
    "line",
    [
        "Home > World > Norland",
        "Home / Politics / Council shuts old lighthouse after long quarrel",
        "You are here: Home » Islands",
        "Islands › Lighthouses",
    ],
)
def test_the_way_from_the_front_page_is_a_breadcrumb(line):
    assert kind_of(line) is Kind.TRAIL


@pytest.mark.parametrize(
    "line",
    [
        "NEWS SPORT CULTURE MONEY OBITS",
        "News | Sport | Harbour watch | Jobs",
        "Islands  Business  Fisheries  Weather",
        "North Sea | Norland",
    ],
)
def test_names_side_by_side_are_a_menu(line):
    assert kind_of(line) is Kind.LABEL


@pytest.mark.parametrize(
    "line",
    [
        "Council shuts old lighthouse after long quarrel",
        "Lighthouse > harbour, says council after vote on money and sport",
        "Business, politics and sport meet at the lighthouse",
        "Reuters | Oslo",
    ],
)
def test_a_headline_is_no_menu(line):
    assert kind_of(line) is None


def test_an_article_begins_below_masthead_and_menu(read):
    page = "The Norland Herald\nNews\nSport\nIslands\nOpinion\nLog in\n\nCouncil shuts old lighthouse\n\n" + TEXT
    (draft,) = read(page).drafts
    assert draft.title_line == 8
    assert draft.body_lines == (10, 12, 14)


def test_a_breadcrumb_parts_two_articles(read):
    page = (
        f"Home > Islands\nCouncil shuts old lighthouse\n\n{TEXT}\n\n"
        "Home > Fishing\nHerring fleet stays in harbour\n\n"
        "The herring fleet of Kesmark will not sail this month, the fishers' union said on Tuesday.\n\n"
        "Fuel has become too dear, its chairman Pavel Hornik told reporters."
    )
    assert [draft.title for draft in read(page).drafts] == [
        "Council shuts old lighthouse",
        "Herring fleet stays in harbour",
    ]


def test_the_owner_of_the_copyright_is_the_site(read):
    page = f"Skerry Sentinel\n\nCouncil shuts old lighthouse after quarrel\n\n{TEXT}\n\n© Skerry Sentinel 2021"
    (draft,) = read(page).drafts
    assert draft.title_line == 3
    assert draft.source == "Skerry Sentinel"


def test_a_short_headline_over_share_buttons_is_no_masthead(read):
    page = f"Council Shuts Lighthouse\nShare\nTweet\nEmail\nPrint\n\n{TEXT}"
    (draft,) = read(page).drafts
    assert draft.title == "Council Shuts Lighthouse"

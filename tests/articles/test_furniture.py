"""What is left out, and why; and pages without an article."""

from __future__ import annotations

import pytest

TEXT = (
    "The harbour of Port Orrin was closed on Tuesday after a tanker struck the northern pier and spilled fuel.",
    "Two tugs held the ship against the quay while divers looked for the leak, the harbour master said.",
    "Fishing boats were told to stay in port until Thursday at the earliest.",
)
TITLE = "Tanker accident closes harbour of Port Orrin"


def page(*paragraphs):
    return "\n\n".join(paragraphs)


def reasons(draft):
    return {note.line: note.reason for note in draft.dropped}


@pytest.mark.parametrize(
    "line",
    [
        "TT",
        "A+ A-",
        "Share",
        "Share  Tweet  Print",
        "12 comments",
        "5 min read",
        "Listen to this article",
        "3 hours ago",
        "Advertisement",
        "Home | World | Europe",
        "* * *",
        "Tags: harbours, oil",
        "Share this: Facebook Twitter WhatsApp",
        "Follow us on Facebook, X and Telegram",
    ],
)
def test_widget_lines_are_left_out(read, line):
    draft = read(page(TITLE, line, *TEXT)).drafts[0]
    assert draft.body_lines == (5, 7, 9)
    assert draft.title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Also Watch: Divers at work",
        "Read more: How tankers are steered",
        "Follow us on Telegram",
        "Subscribe to our newsletter for more stories like this.",
        "Sign up for the Quay Post's evening letter.",
        "Got a story? Ring the Quay Post on 0555 010 020.",
        "© 2021 The Quay Post. All rights reserved.",
        "www.quaypost.example",
        "No stories found.",
        "The writer is a former harbour pilot.",
        "Reporting by Jane Doe; editing by Ivan Petrov",
        "(With inputs from agencies)",
        "Photo: Quay Pictures",
    ],
)
def test_lines_below_the_text_are_left_out(read, line):
    draft = read(page(TITLE, *TEXT, line)).drafts[0]
    assert draft.body_lines == (3, 5, 7)
    assert not draft.caption_lines


def test_site_name_and_address_give_the_source(read):
    draft = read(
        page(TITLE, *TEXT, "Top Headlines", "Sorry, no stories found.") + "\nThe Quay Post\nwww.quaypost.example"
    ).drafts[0]
    assert draft.source == "The Quay Post"
    assert reasons(draft)[12] == "site name"


def test_the_host_names_the_source_where_nothing_else_does(read):
    assert read(page(TITLE, *TEXT), url="https://www.quaypost.example/a/1").drafts[0].source == "quaypost.example"
    named = read(page(TITLE, *TEXT), url="https://quaypost.example/a", source="Quay Post")
    assert named.drafts[0].source == "Quay Post"


@pytest.mark.parametrize(
    "caption",
    [
        "A tanker lies at the northern pier in Port Orrin on Tuesday. Photo: Ana Melo",
        "A tanker lies at the northern pier. [Ana Melo/AFP]",
        "A tanker lies at the northern pier (File photo)",
        "The northern pier of Port Orrin is seen in this file photo",
        "Divers wait beside a tug in Port Orrin. Ana Melo/Getty Images",
        "Divers wait beside a tug in Port Orrin, May 4, 2021. REUTERS/Ana Melo",
        "File photo: divers wait beside a tug in Port Orrin last spring.",
        "Divers wait beside a tug (Handout via Reuters)",
        "Divers wait beside a tug in Port Orrin | Photo Credit: Ana Melo",
        "The mayor, left, with the harbour master in Port Orrin (AFP)",
    ],
)
def test_captions_are_kept_apart_from_the_body(read, caption):
    draft = read(page(TITLE, caption, *TEXT)).drafts[0]
    assert draft.captions == (caption,)
    assert draft.body_lines == (5, 7, 9)


def test_a_caption_is_kept_once(read):
    caption = "Divers wait beside a tug in Port Orrin"
    draft = read(f"{TITLE}\n\n{caption}\n{caption}\n\n{TITLE}\n\n{caption}\n\n" + page(*TEXT)).drafts[0]
    assert (draft.caption_lines, draft.body_lines) == ((3,), (10, 12, 14))
    assert [note.reason for note in draft.dropped] == ["repeated caption", "repeated headline", "repeated caption"]


@pytest.mark.parametrize("start", ["Kyiv: ", "NEW DELHI, May 4 — ", "PORT ORRIN: ", "Port Orrin: "])
def test_of_a_standfirst_repeated_after_a_dateline_the_body_stays(read, start):
    draft = read(f"{TITLE}\n\n{TEXT[0]}\n{TITLE}\n\n" + page(start + TEXT[0], *TEXT[1:])).drafts[0]
    assert draft.body_lines == (6, 8, 10)
    assert reasons(draft) == {3: "repeated standfirst", 4: "repeated headline"}
    assert draft.dateline == start.strip(" :—")


def test_a_brief_under_a_cookie_banner_is_an_article(read):
    brief = "Crews in the hills above Port Orrin contained a fire on Tuesday that had burned nine barns since May."
    banner = "We use cookies to improve your experience. By continuing to browse you accept our cookie policy."
    (found,) = read(f"Fire near Orrin contained\n\n{banner}\n\n{brief}").drafts
    assert found.text == brief


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "We value your privacy\n\nWe and our partners use cookies on your device.\n\nAccept all\nReject all",
            "consent wall",
        ),
        ("404\n\nThe page could not be found.\n\nBack to the homepage", "error page"),
        ("Access Denied\n\nYou don't have permission to access this page.\nReference #18.2f", "error page"),
        ("Just a moment...\n\nVerifying you are human. This may take a few seconds.", "error page"),
        (
            "World\n\nTanker closes harbour\nVoters choose parliament\nBank raises rate again\n\nNext page",
            "list of links",
        ),
        ("Subscribe to continue reading.\n\nAlready a subscriber? Log in", "paywall notice without a text"),
    ],
)
def test_pages_without_an_article_say_so(read, text, reason):
    found = read(text)
    assert not found.drafts
    assert {note.reason for note in found.leftover} == {f"no article: {reason}"}


@pytest.mark.parametrize(
    "wall",
    [
        "To continue reading, subscribe to The Quay Post",
        "This article is for subscribers only.\n\nAlready a subscriber? Log in",
        "Unlock this article\n\nStart your free trial",
        "You have read your last free article this month.",
    ],
)
def test_a_stub_at_a_paywall_is_cut_off(read, wall):
    draft = read(page(TITLE, *TEXT[:2], wall)).drafts[0]
    assert draft.cut_off
    assert draft.body_lines == (3, 5)


def test_a_text_that_trails_off_is_cut_off(read):
    assert read(page(TITLE, TEXT[0], "Two tugs held the ship against the …")).drafts[0].cut_off


def test_a_promotion_in_the_middle_cuts_nothing_off(read):
    draft = read(page(TITLE, TEXT[0], "Subscribe now to read all our harbour stories", *TEXT[1:])).drafts[0]
    assert not draft.cut_off
    assert draft.body_lines == (3, 7, 9)


def test_header_lines_belong_to_the_first_article(read):
    draft = read("URL: https://quaypost.example/1\nDate: 2021-05-04\n\n" + page(TITLE, *TEXT)).drafts[0]
    assert reasons(draft) == {1: "header", 2: "header"}
    assert (draft.url, draft.date) == ("https://quaypost.example/1", "2021-05-04")


def test_an_empty_page_holds_nothing(read):
    found = read("\n\n")
    assert (found.drafts, found.leftover) == ((), ())

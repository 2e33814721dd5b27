"""What holds for every page, however odd."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geotui.articles import split
from geotui.model import Fields, Page, Split

PARTS = st.sampled_from(
    [
        "",
        "",
        "Tanker accident closes harbour of Port Orrin",
        "Ruling party in Kesmark loses parliament election",
        "The harbour of Port Orrin was closed on Tuesday after a tanker struck the northern pier.",
        "KYIV, Feb 3 (Reuters) - Voters in Kesmark chose a new parliament on Sunday.",
        "Divers wait beside a tug. REUTERS/Ana Melo",
        "By Jane Doe",
        "Published: 3 February 2022",
        "TT",
        "Also Read: Something else",
        "Related",
        "www.quaypost.example",
        "Subscribe to continue reading",
        "- Subhead -",
        "(AFP)",
        "***",
        "We use cookies. Accept all. Your privacy matters.",
        "404",
        "договор о квотах на треску",
        "“Nobody told us”",
        "a line that begins small and was wrapped by hand at a width of sixty",
    ]
)
LINES = st.lists(st.one_of(PARTS, st.text(alphabet=st.characters(codec="utf-8"), max_size=40)), max_size=30)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES, st.one_of(st.none(), PARTS))
def test_every_line_is_placed_once_and_reading_again_gives_the_same(knowledge, accounted, lines, title):
    lines = tuple(line.replace("\n", " ").replace("\r", " ") for line in lines)
    page = Page("page.txt", None, lines, Fields(title=title or None))
    found = split(page, knowledge)
    assert accounted(found) == [n for n, line in enumerate(lines, 1) if line.strip()]
    assert split(page, knowledge) == found
    for draft in found.drafts:
        assert draft.body_lines == tuple(sorted(draft.body_lines))
        assert draft.title
        assert draft.text
        assert len(draft.captions) == len(set(draft.captions))
        assert all(note.reason for note in draft.dropped)


def test_hundreds_of_articles_are_read_one_by_one(knowledge):
    lines: list[str] = []
    for number in range(300):
        lines += [f"Harbour number {number} closed after tanker accident", ""]
        lines += [f"Harbour number {number} was closed on Tuesday after a tanker struck its pier, officials said.", ""]
    assert len(split(Page("page.txt", None, tuple(lines)), knowledge).drafts) == 300


def test_a_record_s_text_that_begins_with_a_sentence_like_its_title_keeps_it(read: Callable[..., Split]) -> None:
    (draft,) = read(
        "The mayor of Linden, Martha Vogel, opened the new bridge over the canal on Thursday.\n\n"
        "Two thousand people walked across it in the first hour, the city said.",
        title="Vogel in Linden",
    ).drafts
    assert draft.body_lines == (1, 3)
    assert draft.dropped == ()


@pytest.mark.parametrize("unit", ["x,", "A-", "#a ", "A/B ", "x1,", "By A ", "Mon 1 Jan ", "share "])
def test_a_line_made_to_hang_a_pattern_is_read_like_any_other(read, unit):
    found = read(
        f"Council shuts old lighthouse\n\n{unit * 60}\n\n{unit * 4000}\n\nThe council voted on Monday to shut it."
    )
    assert len(found.drafts) <= 1


def test_a_user_and_password_in_an_address_are_not_kept(read):
    text = "The harbour was closed on Friday, the minister said, and no ship left it until the evening."
    draft = read(f"URL: https://user:pw@WWW.Post.Example:8080/z\n\nThe harbour is closed\n\n{text}").drafts[0]
    assert (draft.url, draft.source) == ("https://WWW.Post.Example:8080/z", "post.example")

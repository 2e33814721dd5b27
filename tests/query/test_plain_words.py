"""Words of the news that are no names, though names are near."""

from __future__ import annotations

import pytest
from little_library import reading


@pytest.mark.parametrize(
    "typed",
    ["covid", "famine", "riot", "riots", "warhead", "nukes", "leopard", "bombed", "sharia", "missiles", "himars"],
)
def test_a_word_of_the_news_is_no_misspelled_name(typed: str) -> None:
    (term,) = reading(typed).terms
    assert term.kind == "text"


@pytest.mark.parametrize("typed", ["ramandan", "himarz"])
def test_a_name_two_edits_away_that_no_story_has_is_only_offered(typed: str) -> None:
    (term,) = reading(typed).terms
    assert term.kind == "text"

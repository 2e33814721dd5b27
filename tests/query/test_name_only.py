"""What is said of people of whom nothing is known but a name."""

from __future__ import annotations

import pytest
from little_library import LIBRARY, reading

from geotui.model import ActorKind, How, NameMatch
from geotui.query.near import NAME_ONLY, name_only


@pytest.mark.parametrize(
    ("id_", "kind", "stories", "expected"),
    [
        ("person:ada-quillfeather", ActorKind.PERSON, 1, True),
        ("person:ada-quillfeather", ActorKind.PERSON, 2, False),
        ("person:vladimir-putin", ActorKind.PERSON, 1, False),
        ("organisation:quill-league", ActorKind.ORGANISATION, 1, False),
    ],
)
def test_a_name_that_one_story_has_may_be_several_peoples(
    id_: str, kind: ActorKind, stories: int, expected: bool
) -> None:
    assert name_only(NameMatch(id_, "A", kind, "A", How.EXACT, 1.0, stories), LIBRARY.knowledge()) is expected


@pytest.mark.parametrize(
    ("typed", "said"), [('actor:"vladimir putln"', True), ("jane doe", False), ("sergei lavrov", False)]
)
def test_it_is_said_of_the_typed_name(typed: str, said: bool) -> None:
    assert (NAME_ONLY in reading(typed).terms[0].note) is said

"""Who is in a story, by kind, the most named first; the one chosen becomes a filter."""

from __future__ import annotations

from geotui.model import ActorKind, Story, StoryActor
from geotui.tui.choice_list import ChoiceRow
from geotui.tui.choice_screen import ChoiceScreen
from geotui.tui.paint import fit, steady
from geotui.tui.words import count

HINT = "Enter: stories of this one · j k move · Esc back"
_NAME, _KIND = 40, 13


class ActorsScreen(ChoiceScreen[StoryActor]):
    """Gives the actor to be filtered by."""

    def __init__(self, story: Story) -> None:
        order = list(ActorKind)
        actors = sorted(story.actors, key=lambda a: (order.index(a.kind), a.inferred, -a.count, a.name))
        rows = [*map(actor_row, actors)]
        details = [f"{actor.name}{_how(actor, len(story.copies))}" for actor in actors]
        super().__init__(f"Named in: {story.head.title}", actors, rows, details, HINT, "Nobody is named in this story.")


def actor_row(actor: StoryActor) -> ChoiceRow:
    """Name, kind, and how often."""
    times = "by role" if actor.inferred else f"{actor.count}×"
    return ChoiceRow(f"{fit(steady(actor.name), _NAME)} {actor.kind:{_KIND}} {times}")


def _how(actor: StoryActor, copies: int) -> str:
    if actor.inferred:
        return ": meant by a role, never named; found as possible only"
    times = count(actor.count, "time", "times")
    return f": named {times} in its text" if copies == 1 else f": named up to {times} in a copy"

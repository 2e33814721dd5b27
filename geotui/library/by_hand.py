"""What a reader split and merged, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geotui.index import Reader
from geotui.marks import Correction
from geotui.model import Apart, Corrections, Step, Story


def correction_words(step: Step, counted: bool = False) -> str:
    """`split off`, `merged 3 stories`: what the step of a correction did; counted, `split off: 1 copy`."""
    merged = sum(row.kind == Correction.TOGETHER for row in step.added)
    return f"merged {merged:,} stories" if merged else "split off: 1 copy" if counted else "split off"


def by_hand_sentences(story: Story, corrections: Corrections, reader: Reader) -> list[str]:
    """What the reader split off a story, what they split it off from, and which stories they made this one."""
    return list(dict.fromkeys(_sentences(story, corrections, reader)))


def _sentences(story: Story, corrections: Corrections, reader: Reader) -> Iterator[str]:
    titles: dict[str, str] = {}
    for copy in story.copies:
        titles.setdefault(copy.id, f"“{copy.title}”")
    for one in corrections:
        if not isinstance(one, Apart):
            merged = [title for id_, title in titles.items() if id_ in one.articles]
            if len(merged) > 1:
                yield f"You merged {', '.join(merged[:-1])} and {merged[-1]}."
            continue
        here, there = titles.keys() & {*one.off}, titles.keys() & {*one.left}
        if here and not there and (title := _title_of(one.left, reader)):
            yield f"You split {next(title for id_, title in titles.items() if id_ in here)} off the story “{title}”."
        elif there and not here and (title := _title_of(one.off, reader)):
            yield f"You split “{title}” off this story."


def _title_of(articles: Sequence[str], reader: Reader) -> str:
    """The title of the story that holds one of some articles; empty where none does."""
    ranks = [rank for id_ in articles if (rank := reader.rank_of(id_)) is not None]
    return reader.heads(ranks[:1])[0].title if ranks else ""

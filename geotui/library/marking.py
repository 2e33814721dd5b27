"""What a reader adds to stories and takes off them: on every copy, in one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geotui.library.answer import Answer
from geotui.library.answering import Answering
from geotui.library.by_hand import correction_words
from geotui.marks import Correction, Mark
from geotui.model import MarkRow, Step


class Marking(Answering):
    """The part of `Library` that sets marks."""

    def mark(self, rank: int, kind: Mark, on: bool, value: str = "") -> Step:
        """Adds a mark to a story, or takes it off; committed when this returns. What the step really changed."""
        return self._mark(self.reader.copy_ids(rank), kind, on, value)

    def mark_all(self, answer: Answer, kind: Mark, on: bool, value: str = "") -> Step:
        """The same for all stories listed, in one step; its words count those that it changed."""
        return self.mark_several(list(answer.ranks), kind, on, value)

    def mark_several(self, ranks: Sequence[int], kind: Mark, on: bool, value: str = "") -> Step:
        """The same for stories by their ranks."""
        step = self._mark(self.reader.ids_of(ranks), kind, on, value)
        return replace(step, words=f"{step.words}: {self._counted(step)}")

    def _mark(self, ids: Sequence[str], kind: Mark, on: bool, value: str) -> Step:
        step = self.marks.add(ids, kind, self._clock(), value) if on else self.marks.remove(ids, kind, value or None)
        return replace(step, words=_words(kind, on, value))

    def replay(self, step: Step, back: bool) -> Step:
        """Undoes exactly what a step changed, or does it again; marks that another window changed since stay."""
        done = self.marks.replay(step, back)
        rows = done.added or done.removed
        if not rows:
            return replace(done, words="nothing was left to undo" if back else "nothing was left to do again")
        was = step.added or step.removed
        redone = "undone" if back else "redone"
        if was[0].kind in tuple(Correction):
            return replace(done, words=f"{redone}: {correction_words(step, counted=True)}")
        words = _words(Mark(was[0].kind), bool(step.added), was[0].value)
        return replace(done, words=f"{redone}: {words}: {self._counted(done)}")

    def _counted(self, step: Step) -> str:
        stories = len(self.reader.sets.ranks_of(list({row.article for row in _rows(step)})))
        return f"{stories:,} {'story' if stories == 1 else 'stories'}"

    def marks_changed(self) -> bool:
        """Whether this or another window has committed marks since this was last asked."""
        return self.marks.changed()

    def tags(self) -> list[str]:
        """All tags that stories carry, by name."""
        return self.marks.tags()


def _rows(step: Step) -> tuple[MarkRow, ...]:
    return (*step.added, *step.removed)


def _words(kind: Mark, on: bool, value: str) -> str:
    match kind:
        case Mark.READ:
            return "read" if on else "unread"
        case Mark.STAR:
            return "starred" if on else "star taken off"
        case Mark.TAG:
            return f"tagged {value}" if on else f"tag {value} taken off"
        case Mark.NOTE:
            return "note written" if on else "note taken off"

"""Stories that a reader corrects: copies split off, stories merged; and the stories published so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geotui import index
from geotui.library.answering import Answering
from geotui.library.by_hand import correction_words
from geotui.model import CopyEntry, Step, Story


class Correcting(Answering):
    """The part of `Library` that corrects folds.

    A correction is committed when the call returns; the stories are other ones once `correct` or `update` published
    them.
    """

    def split_off(self, story: Story, copy: CopyEntry) -> Step:
        """Splits a copy off its story, and those whose text is the same; nothing where that is all of them."""
        left = [other.id for other in story.copies if other.id != copy.id]
        return self._said(self.marks.split([copy.id], left, self._clock()) if left else Step(""))

    def merge(self, stories: Sequence[str]) -> Step:
        """Makes one story of those that hold these articles; nothing where there are not two of them."""
        ranks = {rank for id_ in stories if (rank := self.reader.rank_of(id_)) is not None}
        leading = [id_ for _, id_ in sorted(self.reader.leading_ids(list(ranks)).items())]
        return self._said(self.marks.merge(leading, self._clock()) if len(leading) > 1 else Step(""))

    @staticmethod
    def _said(step: Step) -> Step:
        return replace(step, words=correction_words(step) if step.added else "")

    def correct(self) -> bool:
        """Publishes the stories as they are corrected now, where they are not, reading no page and waiting for nobody.

        False where that cannot be done now: another process writes, or nothing was published yet.
        """
        return index.correct(self.index_path, self._stamp(), self.marks.corrections)

"""Marks that follow a text which was changed on its page, and what of it was read before the change."""

from __future__ import annotations

from collections.abc import Sequence

from geotui.marks.seen import Seen
from geotui.marks.versions import Versions
from geotui.marks.whereabouts import Places
from geotui.model import Successor

_MARKS = """
INSERT OR IGNORE INTO marks SELECT :new, kind, value, at FROM marks
WHERE article=:old AND NOT EXISTS(SELECT 1 FROM follows WHERE old=:old AND new=:new AND follows.at >= marks.at)
"""
"""What was there when this text was followed before, by another library, may have been taken off the new one since."""

_CHANGES = """
INSERT OR REPLACE INTO changes SELECT :new, :at FROM marks WHERE article=:old AND kind='read'
AND NOT EXISTS(SELECT 1 FROM marks WHERE article=:new AND kind='read')
AND NOT EXISTS(SELECT 1 FROM follows WHERE old=:old AND new=:new)
"""
_READ_AS_THEY_ARE = """
SELECT article FROM marks LEFT JOIN changes USING(article)
WHERE kind='read' AND (changes.at IS NULL OR marks.at > changes.at)
"""
_SEEN = "INSERT OR IGNORE INTO seen SELECT :new, at FROM seen WHERE article=:old"
_FOLLOWS = "INSERT OR REPLACE INTO follows VALUES(:old, :new, :at)"


class Following(Versions, Places, Seen):
    """What is true of a text stays true of it when it is changed; see `MarkStore`."""

    def follow(self, successors: Sequence[Successor], at: float) -> int:
        """Lets the new texts carry the marks of the old ones too, and have been seen when they were, in one step.
        How many of them were read before they changed.

        The old ones keep theirs, for a page may go back to what it was. To follow the same again brings only what was
        marked since. What was marked is kept as it was.
        """
        if not successors:
            return 0
        changed = 0
        with self._transaction():
            for one in successors:
                self._keep_version(one, at)
                self._forget_whereabouts(one.old)
                values = {"old": one.old, "new": one.new, "at": at}
                changed += self._db.execute(_CHANGES, values).rowcount
                for statement in (_MARKS, _SEEN, _FOLLOWS):
                    self._db.execute(statement, values)
            self._drop_versions()
            self._count_seen()
        return changed

    def read_as_they_are(self) -> list[str]:
        """The articles that were read and not changed since."""
        return [article for (article,) in self._rows(_READ_AS_THEY_ARE)]

    def was_read_as_it_is(self, article: str) -> bool:
        """Whether an article was read, and not changed since."""
        return bool(self._rows(f"{_READ_AS_THEY_ARE} AND article=?", (article,)))

    def _changed_at(self, articles: Sequence[str]) -> dict[str, float]:
        return dict(self._rows_of("SELECT article, at FROM changes WHERE article IN ({})", articles))

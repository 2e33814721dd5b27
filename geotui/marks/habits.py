"""How a reader left each library, which filters they typed and which they saved."""

from __future__ import annotations

from geotui.marks.database import Database

_MOST_TYPED = 200


class Habits(Database):
    """Sessions, typed and saved filters; see `MarkStore`."""

    def remember(self, filter_: str) -> None:
        """Notes a filter as the one typed last; each is kept once, the oldest go."""
        with self._transaction():
            self._db.execute("DELETE FROM typed WHERE filter=?", (filter_,))
            self._db.execute("INSERT INTO typed(filter) VALUES(?)", (filter_,))
            self._db.execute(
                "DELETE FROM typed WHERE n NOT IN (SELECT n FROM typed ORDER BY n DESC LIMIT ?)", (_MOST_TYPED,)
            )

    def typed(self) -> list[str]:
        """The filters typed, the newest first."""
        return [row[0] for row in self._rows("SELECT filter FROM typed ORDER BY n DESC")]

    def forget(self, filter_: str) -> None:
        """Keeps a filter that was typed no longer."""
        with self._transaction():
            self._db.execute("DELETE FROM typed WHERE filter=?", (filter_,))

    def save(self, name: str, filter_: str) -> None:
        """Saves a filter under a name; another one of that name is replaced."""
        with self._transaction():
            self._db.execute(
                "INSERT INTO saved(name, filter) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET filter=excluded.filter",
                (name, filter_),
            )

    def unsave(self, name: str) -> None:
        """Forgets the filter saved under a name."""
        with self._transaction():
            self._db.execute("DELETE FROM saved WHERE name=?", (name,))

    def saved(self) -> list[tuple[str, str]]:
        """(name, filter) of those saved, in the order they were."""
        return [(name, filter_) for name, filter_ in self._rows("SELECT name, filter FROM saved ORDER BY n")]

    def keep_session(self, library: str, state: str, at: float) -> None:
        """Keeps how a library was left."""
        with self._transaction():
            self._db.execute("INSERT OR REPLACE INTO sessions VALUES(?, ?, ?)", (library, state, at))

    def session(self, library: str) -> str | None:
        """How a library was left; None where it was not yet."""
        rows = self._rows("SELECT state FROM sessions WHERE library=?", (library,))
        return rows[0][0] if rows else None

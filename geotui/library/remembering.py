"""How a reader left a library, and which filters they typed and saved."""

from __future__ import annotations

import msgspec

from geotui.library.opened import Opened
from geotui.model import Session
from geotui.text import fold, one_line


class Remembering(Opened):
    """The part of `Library` that keeps a reader's habits."""

    def remember(self, filter_: str) -> None:
        """Notes a filter as the one typed last; an empty one is none."""
        if line := one_line(filter_):
            self.marks.remember(line)

    def forget(self, filter_: str) -> None:
        """Forgets a filter that was typed before."""
        self.marks.forget(one_line(filter_))

    def history(self, begin: str = "") -> tuple[str, ...]:
        """Filters typed before that begin so, whatever the case and accents; the newest first, each once."""
        begun = fold(one_line(begin))
        return tuple(filter_ for filter_ in self.marks.typed() if fold(filter_).startswith(begun))

    def saved(self) -> tuple[tuple[str, str], ...]:
        """(name, filter) of the filters saved, in the order they were."""
        return tuple(self.marks.saved())

    def save(self, name: str, filter_: str) -> None:
        """Saves a filter under a name, in the place of another one of that name."""
        self.marks.save(one_line(name), one_line(filter_))

    def unsave(self, name: str) -> None:
        """Forgets the filter saved under a name."""
        self.marks.unsave(one_line(name))

    def keep_session(self, session: Session) -> None:
        """Keeps how this library is left."""
        self.marks.keep_session(self.key, msgspec.json.encode(session).decode(), self._clock())

    def session(self) -> Session | None:
        """How this library was left; None where it was not, or an older geotui kept it otherwise."""
        state = self.marks.session(self.key)
        try:
            return None if state is None else msgspec.json.decode(state, type=Session)
        except msgspec.MsgspecError:
            return None

"""What leaves the reader: link, citation, pager, pipe. Never a shell, never a browser."""

from __future__ import annotations

import os
from typing import cast

from textual.app import SuspendNotSupported
from textual.screen import Screen

from geotui.errors import GeotuiError
from geotui.library.citation import citation, quoted_copy, shown_copy
from geotui.library.why import copy_named
from geotui.model import Article, CopyEntry, Story
from geotui.tui.actions import Need
from geotui.tui.clipboard import SENT, fits, safe_address, sent_words
from geotui.tui.desk import Desk
from geotui.tui.paint import width_of
from geotui.tui.pipe_screen import PipeScreen
from geotui.tui.programs import arguments, page_through, refusal
from geotui.tui.prompt import ask
from geotui.tui.story_text import plain_text
from geotui.tui.text_screen import TextScreen
from geotui.tui.wrapping import Paragraph, Role

_PAGER = "less"
_HINT = "j k Space scroll · Esc back"


class Outside(Desk):
    """Actions that hand the story one is at to the terminal's clipboard or to another program."""

    def _at(self) -> tuple[Story, Article] | None:
        """The story one is at, with the article that is shown of it: that of a copy where one is open."""
        shown = self.reader.shown
        if self.in_story and shown is not None and shown.story.head.id == self.reader.story_id:
            return shown.story, shown.article
        return self.current_story()

    # ------------------------------------------------------------------ the terminal's clipboard

    def has(self, need: Need) -> bool:
        """Whether what an action needs is there."""
        if need is not Need.ADDRESS:
            return super().has(need)
        found = self._at()
        return found is not None and any(map(_has_address, found[0].copies))

    def _quoted(self, story: Story, article: Article) -> tuple[CopyEntry, str]:
        """The copy whose link or citation is given, and which one that is where another one is shown."""
        shown = self.reader.copy if self.in_story else None
        shown = shown or shown_copy(story, article)
        quoted = quoted_copy(story, shown, _has_address)
        return quoted, "" if quoted == shown else f"of {copy_named(quoted)}"

    def action_link(self) -> None:
        """Shows the address of the article whole, and sends it to the terminal."""
        if (found := self._at()) is None:
            return
        copy, of_which = self._quoted(*found)
        address = safe_address(copy.url)
        if address is not None:
            self._send("Link", of_which, address)

    def action_citation(self) -> None:
        """Shows a citation, and sends it to the terminal."""
        if (found := self._at()) is not None:
            copy, of_which = self._quoted(*found)
            self._send("Citation", of_which, citation(found[0], copy, self.listing.article(copy)))

    def _send(self, what: str, of_which: str, text: str) -> None:
        """Says in the last line what was sent; a screen of its own is for what has no room there."""
        sent = fits(text)
        if sent:
            self.app.copy_to_clipboard(text)
        words = sent_words(os.environ) if sent else "It is too long to be sent to the terminal."
        line = " · ".join(filter(None, (f"{SENT}: {text}", of_which)))
        if sent and width_of(line) <= self.status.saying.size.width:
            self.notice(line)
        else:
            about = f"{what} {of_which}".rstrip()
            self.app.push_screen(TextScreen(about, [Paragraph(text), Paragraph(words, Role.ASIDE)], _HINT))

    # ------------------------------------------------------------------ other programs

    def action_pager(self) -> None:
        """The story in `$PAGER`, which has the terminal until it ends."""
        found = self._at()
        if found is None:
            return
        try:
            argv = arguments(os.environ.get("PAGER", "").strip() or _PAGER, "PAGER")
        except GeotuiError as error:
            self._notice_sentence(str(error))
            return
        try:
            with self.app.suspend():
                code = page_through(argv, plain_text(*found, width=min(80, self.size.width)))
        except SuspendNotSupported:
            self.notice("This terminal cannot be handed to a pager.")
        except OSError as error:
            self._notice_sentence(refusal(argv, error))
        else:
            if code:
                self.notice(f"The pager ended with exit code {code}.")

    async def action_pipe(self) -> None:
        """Asks for a command and gives it the story's text."""
        found = self._at()
        if found is not None:
            text, here = plain_text(*found), cast("Screen[object]", self)
            await ask(here, "Send the text to", lambda line: self._pipe(line, text))

    def _pipe(self, line: str | None, text: str) -> None:
        if not line:
            return
        try:
            argv = arguments(line, "the command")
        except GeotuiError as error:
            self._notice_sentence(str(error))
        else:
            self.app.push_screen(PipeScreen(argv, text))

    def _notice_sentence(self, words: str) -> None:
        self.notice(f"{words[0].upper()}{words[1:]}.")


def _has_address(copy: CopyEntry) -> bool:
    return safe_address(copy.url) is not None

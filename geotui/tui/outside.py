"""What leaves the reader: link, citation, pager, pipe. Never a shell, never a browser."""

from __future__ import annotations

import os
from typing import cast

from textual.app import SuspendNotSupported
from textual.screen import Screen

from geotui.errors import GeotuiError
from geotui.library.citation import citation
from geotui.model import Article, Story
from geotui.tui.clipboard import fits, safe_address, sent_words
from geotui.tui.desk import Desk
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

    def action_link(self) -> None:
        """Shows the address of the article whole, and sends it to the terminal."""
        found = self._at()
        if found is None:
            return
        address = safe_address(found[1].draft.url)
        if address is None:
            self.notice("The page names no address of the web.")
        else:
            self._send("Link", address)

    def action_citation(self) -> None:
        """Shows a citation, and sends it to the terminal."""
        if (found := self._at()) is not None:
            self._send("Citation", citation(*found))

    def _send(self, about: str, text: str) -> None:
        sent = fits(text)
        if sent:
            self.app.copy_to_clipboard(text)
        words = sent_words(os.environ) if sent else "It is too long to be sent to the terminal."
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

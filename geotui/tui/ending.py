"""How the reader ends: by key, by signal, with its terminal, or through a fault inside; always in order.

What must not be in here: what is shown, what keys do.
"""

from __future__ import annotations

import asyncio
import signal

from textual.app import App

from geotui.tui.terminal import Lifeline

LOOK_AT_TERMINAL_EVERY = 1.0


class EndingApp(App[None]):
    """An application that ends in order. `crash` is what went wrong inside, None where nothing did."""

    def __init__(self) -> None:
        super().__init__()
        self.crash: Exception | None = None
        self._lifeline = Lifeline()

    def watch_over_terminal(self) -> None:
        """Signals end it from now on, and so does a terminal that is gone."""
        if self.is_headless:
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            if signal.getsignal(number) is not signal.SIG_IGN:
                loop.add_signal_handler(number, self.end, 128 + number)
        self.set_interval(LOOK_AT_TERMINAL_EVERY, self._look_at_terminal)

    def _look_at_terminal(self) -> None:
        """A terminal that is gone, with the hang-up ignored, would leave a process that reads nothing for ever."""
        if not self._lifeline.holds():
            self.end(128 + signal.SIGHUP)

    def end(self, code: int) -> None:
        """Ends with an exit code, by force where the terminal no longer takes what is written."""
        self._lifeline.cut_after_grace(code)
        self.exit(return_code=code)

    def _handle_exception(self, error: Exception) -> None:
        """What goes wrong inside ends it without a traceback on the screen; `session` says it in a sentence."""
        self._return_code = 1
        if self.crash is None:
            self.crash = self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

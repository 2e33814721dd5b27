"""Keys in the order they come, each done before the next is looked at: over a slow line several arrive at once.

What must not be in here: what a key does.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

from textual import events
from textual.app import App
from textual.widget import Widget
from textual.widgets import Input

TYPED_AHEAD = 0.3
"""Seconds that a key waits at most for what those before it have asked."""

ANSWERING = ("view", "unread", "busy", "corrections")
"""The workers whose end is what a key does."""


class OrderedKeysApp(App[None]):
    """An application whose keys wait for each other. A notice is gone with the next key, unless that says another."""

    @property
    def notices(self) -> int:
        """How many notices were shown until now."""
        return 0

    def forget_notice(self) -> None:
        """Takes back the notice in force."""

    async def on_event(self, event: events.Event) -> None:
        """Carries out bound keys here: sent on to widgets, those behind a `/` would miss the bar it opens."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            notices = self.notices
            is_done = await self._is_carried_out(event)
            if self.notices == notices:
                self.forget_notice()
            if is_done:
                await self._is_answered()
                return
        await super().on_event(event)

    async def _is_carried_out(self, event: events.Key) -> bool:
        if isinstance(self.focused, Input):
            if event.is_printable:
                return False
            await self._is_caught_up(self.focused)
        if event.key.startswith("alt+"):
            # a terminal that sends Esc and the key after it as one
            key = event.key.removeprefix("alt+")
            await self._check_bindings("escape")
            return await self._check_bindings(key.removeprefix("shift+").upper() if "shift+" in key else key)
        return await self._check_bindings(event.key)

    @staticmethod
    async def _is_caught_up(widget: Widget) -> None:
        """Waits, though not for long, until the letters before this key have arrived."""
        arrived = asyncio.Event()
        widget.call_later(arrived.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(arrived.wait(), TYPED_AHEAD)

    async def _is_answered(self) -> None:
        """Waits, though not for long, for what the key has asked: the next key is for what is shown then."""
        end = time.monotonic() + TYPED_AHEAD
        while time.monotonic() < end and any(w.group in ANSWERING and not w.is_finished for w in self.workers):
            await asyncio.sleep(0.005)

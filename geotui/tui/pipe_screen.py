"""What a command did with the story's text: its exit code and the beginning of what it wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from shlex import join

from textual import work
from textual.message import Message

from geotui.tui.programs import Output, Piped, refusal
from geotui.tui.text_screen import HINT, TextScreen
from geotui.tui.wrapping import Paragraph, Role

_WHOLE_WIDTH = 10_000
_RUNNING = [Paragraph("It has the story's text and is running. Esc ends it.", Role.ASIDE)]


class PipeScreen(TextScreen):
    """Runs the command; leaving the screen ends it."""

    @dataclass
    class Ended(Message):
        """The command has ended."""

        output: Output

    def __init__(self, argv: Sequence[str], text: str) -> None:
        super().__init__(join(argv), _RUNNING, HINT, widest=_WHOLE_WIDTH)
        self._argv = argv
        self._text = text
        self._piped: Piped | None = None

    def on_mount(self) -> None:
        """The command starts, or what it lacks is said."""
        try:
            self._piped = Piped(self._argv, self._text)
        except OSError as error:
            reason = refusal(self._argv, error)
            self.view.show_paragraphs([Paragraph(f"{reason[0].upper()}{reason[1:]}.")])
        else:
            self._wait(self._piped)

    @work(thread=True, group="pipe")
    def _wait(self, piped: Piped) -> None:
        self.post_message(self.Ended(piped.wait()))

    def on_pipe_screen_ended(self, event: Ended) -> None:
        """Shows what it did."""
        self._piped = None
        self.view.show_paragraphs(output_paragraphs(event.output))

    def on_unmount(self) -> None:
        """Ends what still runs."""
        if self._piped is not None:
            self._piped.end()


def output_paragraphs(output: Output) -> list[Paragraph]:
    """How it ended, then line by line what it wrote."""
    how = f"Exit code {output.code}." if output.code >= 0 else f"Ended by signal {-output.code}."
    if output.cut and output.code < 0:
        how = "Ended once it had written more than is shown here."
    if not output.text:
        how += " It wrote nothing."
    lines = [Paragraph(line, gap=False) for line in output.text.splitlines()]
    end = [Paragraph("It wrote more than is shown here.", Role.ASIDE)] if output.cut and output.code >= 0 else []
    return [Paragraph(how, Role.HEADING), *lines, *end]

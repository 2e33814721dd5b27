"""Why a story has its date, its copies, its event, its links, and why it fits the filter: sentences with evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from geotui.model import Why
from geotui.tui.text_screen import HINT, TextScreen
from geotui.tui.wrapping import Paragraph, Role


class WhyScreen(TextScreen):
    """The sentences, by what they answer; a digit has `follow` open the linked story of that number."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(digit, f"follow({digit})", show=False) for digit in "123456789"]

    def __init__(self, title: str, why: Why, follow: Callable[[str], None] = lambda _: None) -> None:
        keys = "1" if len(why.links) == 1 else f"1–{len(why.links)}"
        hint = f"{keys} opens a linked story · {HINT}" if why.links else HINT
        super().__init__(f"Why: {title}", why_paragraphs(why), hint)
        self._links = why.links
        self._follow = follow

    def action_follow(self, number: int) -> None:
        """Goes to a linked story."""
        if number <= len(self._links):
            self.dismiss()
            self._follow(self._links[number - 1].id)


def why_paragraphs(why: Why) -> list[Paragraph]:
    """Sections; one without a sentence says so, but that there is none on event and links where there are none."""
    links = tuple(link.words for link in why.links)
    sections = (
        ("Date", why.date, "Nothing in the page tells when it was written."),
        ("Copies", why.copies, "No other page carries this text."),
        ("Event", why.event, ""),
        ("Linked stories", links, ""),
        ("This filter", why.matches, "No filter is in force."),
    )
    paragraphs: list[Paragraph] = []
    for heading, sentences, none in sections:
        if not sentences and not none:
            continue
        paragraphs.append(Paragraph(heading, Role.HEADING, gap=False))
        if not sentences:
            paragraphs.append(Paragraph(none, Role.ASIDE, gap=False, lead="  ", indent=2))
        for number, sentence in enumerate(sentences, 1):
            lead = f"{number} " if sentences is links else "• "
            paragraphs.append(Paragraph(sentence, gap=False, lead=lead, indent=2))
        paragraphs.append(Paragraph(""))
    return paragraphs[:-1]

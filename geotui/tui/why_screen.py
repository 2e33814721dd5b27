"""Why a story has its date, its copies and its event, and why it fits the filter: sentences with the evidence."""

from __future__ import annotations

from geotui.model import Why
from geotui.tui.text_screen import TextScreen
from geotui.tui.wrapping import Paragraph, Role


class WhyScreen(TextScreen):
    """The sentences, by what they answer."""

    def __init__(self, title: str, why: Why) -> None:
        super().__init__(f"Why: {title}", why_paragraphs(why))


def why_paragraphs(why: Why) -> list[Paragraph]:
    """Sections; one without a sentence says so, but that there is none on an event where the story is of none."""
    event = (("Event", why.event, ""),) if why.event else ()
    sections = (
        ("Date", why.date, "Nothing in the page tells when it was written."),
        ("Copies", why.copies, "No other page carries this text."),
        *event,
        ("This filter", why.matches, "No filter is in force."),
    )
    paragraphs: list[Paragraph] = []
    for heading, sentences, none in sections:
        paragraphs.append(Paragraph(heading, Role.HEADING, gap=False))
        if not sentences:
            paragraphs.append(Paragraph(none, Role.ASIDE, gap=False, lead="  ", indent=2))
        paragraphs += [Paragraph(sentence, gap=False, lead="• ", indent=2) for sentence in sentences]
        paragraphs.append(Paragraph(""))
    return paragraphs[:-1]

"""Why a story has its date, why its copies are one story, why it fits the filter: sentences with the evidence."""

from __future__ import annotations

from geotui.model import Why
from geotui.tui.text_screen import TextScreen
from geotui.tui.wrapping import Paragraph, Role


class WhyScreen(TextScreen):
    """The sentences, by what they answer."""

    def __init__(self, title: str, why: Why) -> None:
        super().__init__(f"Why: {title}", why_paragraphs(why))


def why_paragraphs(why: Why) -> list[Paragraph]:
    """Three sections; one without a sentence says so."""
    sections = (
        ("Date", why.date, "Nothing in the page tells when it was written."),
        ("Copies", why.copies, "No other page carries this text."),
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

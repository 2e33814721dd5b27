"""A story as paragraphs: title, when and where it was printed, who is in it, body, captions, copies. Pure."""

from __future__ import annotations

from geotui.model import ActorKind, Article, Draft, Story
from geotui.tui.words import actors, copy, count, long_date
from geotui.tui.wrapping import Paragraph, Role


def story_paragraphs(story: Story, article: Article) -> list[Paragraph]:
    """What the reader pane shows of a story; `article` is that of its leading copy."""
    return [*_head(story), *_body(article.draft), *_captions(article.draft), *_origin(article.draft), *_copies(story)]


def _head(story: Story) -> list[Paragraph]:
    head = story.head
    printed = [", ".join(head.sources) or "no outlet named", long_date(head.published)]
    if head.copies > 1:
        printed.append(count(head.copies, "copy", "copies"))
    named = filter(None, (actors(story.actors, kind) for kind in ActorKind))
    about = [Paragraph(text, Role.ABOUT, gap=False, indent=2) for text in (" · ".join(printed), *named)]
    return [Paragraph(head.title, Role.TITLE, gap=False), *about, Paragraph("")]


def _body(draft: Draft) -> list[Paragraph]:
    paragraphs = [Paragraph(" ".join(text.split("\n"))) for text in draft.text.split("\n\n") if text.strip()]
    if not paragraphs:
        paragraphs = [Paragraph("The page holds no more than this headline.", Role.ASIDE)]
    if draft.cut_off:
        paragraphs.append(Paragraph("Cut off by its outlet here.", Role.ASIDE))
    return paragraphs


def _captions(draft: Draft) -> list[Paragraph]:
    if not draft.captions:
        return []
    heading = "Caption" if len(draft.captions) == 1 else "Captions"
    return [
        Paragraph(heading, Role.HEADING, gap=False),
        *(Paragraph(caption, Role.ASIDE, gap=False, indent=2) for caption in draft.captions),
        Paragraph(""),
    ]


def _origin(draft: Draft) -> list[Paragraph]:
    """What the page says of itself, as printed."""
    stated = (
        ("Byline", draft.byline),
        ("Agency", draft.agency),
        ("Place", draft.dateline),
        ("Address", draft.url),
        ("Language", draft.language if draft.language != "en" else None),
    )
    lines = [Paragraph(f"{name}: {value}", Role.ABOUT, gap=False, indent=2) for name, value in stated if value]
    return [*lines, Paragraph("")] if lines else []


def _copies(story: Story) -> list[Paragraph]:
    if len(story.copies) < 2:
        return []
    listed = [Paragraph(copy(entry), Role.ASIDE, gap=False, indent=2) for entry in story.copies]
    return [Paragraph("Copies folded into this story", Role.HEADING, gap=False), *listed]

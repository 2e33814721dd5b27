"""The frozen dataclasses that cross the walls between rooms. No behaviour but what follows from a value itself."""

from geotui.model.article import (
    Actor,
    ActorKind,
    Article,
    DateMention,
    Dating,
    Draft,
    LineNote,
    Published,
    Reading,
    Split,
    Term,
    TitleFrom,
)
from geotui.model.filter import Graded, Match, Offer, TermReading
from geotui.model.page import Fields, Page, Skipped
from geotui.model.phrase import How, NameMatch, Phrase, Spelling, VocabularyActor
from geotui.model.span import Granularity, Span, interval_edtf
from geotui.model.story import Fold, Foldable, Folded, Relation, Sketch

__all__ = [
    "Actor",
    "ActorKind",
    "Article",
    "DateMention",
    "Dating",
    "Draft",
    "Fields",
    "Fold",
    "Foldable",
    "Folded",
    "Graded",
    "Granularity",
    "How",
    "LineNote",
    "Match",
    "NameMatch",
    "Offer",
    "Page",
    "Phrase",
    "Published",
    "Reading",
    "Relation",
    "Sketch",
    "Skipped",
    "Span",
    "Spelling",
    "Split",
    "Term",
    "TermReading",
    "TitleFrom",
    "VocabularyActor",
    "interval_edtf",
]

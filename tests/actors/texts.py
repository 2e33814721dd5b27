"""Reads little texts for the tests of this folder."""

from __future__ import annotations

from datetime import date

from geotui.actors import find_names, settle
from geotui.knowledge import load
from geotui.model import Actor, ActorKind, Draft, Published, TitleFrom


def draft(body: str, title: str = "", captions: tuple[str, ...] = (), language: str = "en") -> Draft:
    return Draft(
        title=title,
        title_from=TitleFrom.LINE,
        title_line=1,
        text=body,
        body_lines=(2,),
        captions=captions,
        language=language,
    )


def read(
    body: str, title: str = "", day: str | None = "2022-02-04", captions: tuple[str, ...] = (), language: str = "en"
) -> tuple[Actor, ...]:
    written = draft(body, title, captions, language)
    published = Published(day=date.fromisoformat(day), confidence=0.9) if day else Published()
    return settle(written, find_names(written, load()), published, load())


def people(body: str, title: str = "", day: str | None = "2022-02-04", captions: tuple[str, ...] = ()) -> set[str]:
    return {a.name for a in read(body, title, day, captions) if a.kind is ActorKind.PERSON and not a.inferred}


def inferred(body: str, day: str = "2022-02-04", title: str = "") -> dict[str, str | None]:
    """Whom the text names by role alone, with the role."""
    return {a.name: a.role for a in read(body, title, day) if a.inferred}


def countries(body: str, day: str | None = "2022-02-04") -> set[str]:
    return {a.name for a in read(body, day=day) if a.kind is ActorKind.COUNTRY}


def bodies(body: str) -> set[str]:
    return {a.name for a in read(body) if a.kind is ActorKind.ORGANISATION}

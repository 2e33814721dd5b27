"""News agencies and papers that stories both come from and name: typed bare, they mean either."""

from __future__ import annotations

from collections.abc import Sequence

from geotui.model import NameMatch, Offer
from geotui.query.context import Context, offers
from geotui.query.nodes import FromOutlet, NamesActor, Term, Test
from geotui.text import fold

_TYPE = "media"


def media_outlets(matches: Sequence[NameMatch], context: Context) -> tuple[str, ...]:
    """The outlets of this library that the one organisation meant is listed as; none where several are meant."""
    body = context.vocabulary.knowledge().organisations.get(matches[0].id) if len(matches) == 1 else None
    if body is None or body.type != _TYPE:
        return ()
    listed = context.vocabulary.outlets()
    spellings = (fold(text) for text in (body.name, *body.names, *body.short))
    found = (listed.get(spelling) or listed.get(f"the {spelling}") for spelling in spellings)
    return tuple(dict.fromkeys(filter(None, found)))


def from_or_naming(place: tuple[int, int], named: NameMatch, printed: Sequence[str], context: Context) -> Term:
    """The term for stories from these outlets and those that name the organisation; each is offered alone."""
    tests: list[Test] = [*map(FromOutlet, printed), NamesActor(named.id)]
    choices = tuple(Offer(f"from {name}", f'source:"{name}"') for name in printed)
    naming = Offer(f"naming {named.name}", offers([named])[0].replacement)
    return context.term(place, "outlet", named.name, tests, note="from it or naming it", offers=(*choices, naming))

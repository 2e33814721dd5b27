"""What folding knows of its articles from one time to the next: who leads, who joined whom, what leaders are tied to.

What must not be in here: how any of it is found out, and where it is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from pyroaring import BitMap

from geotui.model import Relation

V = TypeVar("V")
Joined: TypeAlias = tuple[int, Relation]
Links: TypeAlias = dict[int, Relation]


def _nothing(_key: int) -> None:
    return None


class Kept(Generic[V]):
    """Values by key, loaded when they are asked for; what is put stays here, to be written by whoever keeps them."""

    def __init__(self, load: Callable[[int], V | None] = _nothing) -> None:
        """`load` tells what is kept under a key, None for nothing."""
        self._load = load
        self.now: dict[int, V | None] = {}

    def get(self, key: int) -> V | None:
        """The value, None for none."""
        return self.now[key] if key in self.now else self._load(key)

    def put(self, key: int, value: V | None) -> None:
        """Another value, None for none."""
        if value is None and self._load is _nothing:
            self.now.pop(key, None)
        else:
            self.now[key] = value

    def copy(self) -> Kept[V]:
        """The same values, to be changed apart."""
        other = Kept(self._load)
        other.now = self.now.copy()
        return other


class Standing:
    """Who leads a story, and who joined whom as what."""

    def __init__(self, leads: BitMap, joined: Kept[Joined], members: Kept[tuple[int, ...]]) -> None:
        """`joined` and `members` (of a leader) are two views of the same.

        `moved` are those that were put elsewhere since, `touched` these and all who lead them or led them.
        """
        self.leads = leads
        self.joined = joined
        self.members = members
        self.moved = BitMap()
        self.touched = BitMap()

    def copy(self) -> Standing:
        """The same standing, to be changed apart."""
        return Standing(self.leads.copy(), self.joined.copy(), self.members.copy())

    def begin(self) -> None:
        """Forgets who moved so far."""
        self.moved, self.touched = BitMap(), BitMap()

    def of(self, leader: int) -> list[Joined]:
        """Those that joined a leader, with what they are to it."""
        return [(key, self.relation(key)) for key in self.members.get(leader) or ()]

    def leader(self, key: int) -> int:
        """Who leads the story that an article is in."""
        joined = self.joined.get(key)
        return key if joined is None else joined[0]

    def relation(self, key: int) -> Relation:
        """What an article is to the one that leads it."""
        joined = self.joined.get(key)
        return Relation.LEADING if joined is None else joined[1]

    def put(self, key: int, to: Joined | None) -> None:
        """Lets an article join another, or lead; does nothing where it does so already."""
        before = self.joined.get(key)
        if to == before and (to is not None or key in self.leads):
            return
        self._leave(key, before)
        if to is None:
            self.leads.add(key)
        else:
            self.joined.put(key, to)
            self.members.put(to[0], (*(self.members.get(to[0]) or ()), key))
            self.touched.add(to[0])
        self.moved.add(key)
        self.touched.add(key)

    def remove(self, key: int) -> None:
        """Forgets an article; those that joined it have to be put anew."""
        self._leave(key, self.joined.get(key))
        self.moved.add(key)
        self.touched.add(key)

    def _leave(self, key: int, joined: Joined | None) -> None:
        self.leads.discard(key)
        if joined is None:
            return
        left = tuple(one for one in self.members.get(joined[0]) or () if one != key)
        self.members.put(joined[0], left or None)
        self.joined.put(key, None)
        self.touched.add(joined[0])


@dataclass(slots=True)
class State:
    """All that is kept. `drafts`: the stories before versions and digests are heeded, `stories`: after it.

    `latest`: the version that takes the place of the one that leads a draft. `made_up`: leaders of drafts that have so
    much of others that they may be digests; `digests`: those that are. `links`: what a story is tied to; `tied`: those
    that have any.
    """

    drafts: Standing
    stories: Standing
    latest: Kept[int]
    digests: BitMap
    made_up: BitMap
    links: Kept[Links]
    tied: BitMap

    @classmethod
    def empty(cls) -> State:
        """Of no articles."""
        return cls(_no_standing(), _no_standing(), Kept(), BitMap(), BitMap(), Kept(), BitMap())


def _no_standing() -> Standing:
    return Standing(BitMap(), Kept(), Kept())

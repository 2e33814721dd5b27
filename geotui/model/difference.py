"""What two copies of a report, or two versions of it, have otherwise than each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geotui.model.story import CopyEntry


class Standing(StrEnum):
    """Where a paragraph stands: in both texts, in both with other words in it, in one alone."""

    SAME = "same"
    CHANGED = "changed"
    ONLY_ONE = "only one"
    ONLY_OTHER = "only other"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the one text and those that stand in their place in the other, as written; either may be empty.

    `same`: they count as the same, though spelled otherwise perhaps, or with a credit in one of them. A text ends with
    the white space that follows it.
    """

    one: str
    other: str
    same: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A paragraph and what stands in its place in the other text."""

    standing: Standing
    stretches: tuple[Stretch, ...]

    @property
    def one(self) -> str:
        """The paragraph as the one text has it; empty where it has not."""
        return "".join(stretch.one for stretch in self.stretches).strip()

    @property
    def other(self) -> str:
        """The paragraph as the other text has it; empty where it has not."""
        return "".join(stretch.other for stretch in self.stretches).strip()


@dataclass(frozen=True, slots=True)
class Recount:
    """A number that differs, as each text writes it, with the words around it that say what it counts."""

    before: str
    one: str
    other: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Two texts paragraph by paragraph, in the reading order of the first; `title` has none where titles are the same.

    `of_one`, `of_other`: the part of each text, from 0 to 1, that stands in the other one too.
    """

    title: tuple[Compared, ...]
    paragraphs: tuple[Compared, ...]
    numbers: tuple[Recount, ...]
    of_one: float
    of_other: float

    @property
    def differs(self) -> bool:
        """Whether there is anything that is not the same."""
        return bool(self.title) or any(one.standing is not Standing.SAME for one in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Version:
    """A text that was changed on its page since, as it was. `read`: when it was read, in seconds since 1970, if it was;
    `changed`: when the change was seen.
    """

    id: str
    title: str
    text: str
    read: float | None
    changed: float


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts that are compared: that of a copy, or a version of it that is no longer on its page."""

    copy: CopyEntry
    version: Version | None = None

    @property
    def title(self) -> str:
        """Its title."""
        return self.copy.title if self.version is None else self.version.title


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts of a story, the earlier one first, and how they differ, in the reading order of the leading one."""

    one: Side
    other: Side
    difference: Difference

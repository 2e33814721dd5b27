"""The reader as a conversation: a line is heard, lines are said. Works without a screen, for speech and braille.

What must not be in here: where lines come from and go to (`spoken`), escapes, anything that is redrawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from geotui.cli.output import counted
from geotui.errors import GeotuiError
from geotui.library import Answer, Edition, Library, Row
from geotui.library.relations import relation_words
from geotui.marks import Mark
from geotui.model import Article, CopyEntry, Match, Published, Side, Story
from geotui.text import one_line

LISTED = 10
"""Stories listed at once."""

PORTION = 1500
"""Letters of a story said at once: about a minute of speech."""

_LONGEST = 10_000
_COMMAND = re.compile(r"([a-z?]+)(?:\s+(\d{1,9})\.?)?", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,9})\.?")
_HELP = """Type names, dates and words, such as: putin early feb 2022. That is a filter; every word narrows it.
An empty filter is everything: find.
Type the number of a story to open it.
{commands}
An empty line is the same as more. A word of these is looked for with find before it: find star."""


@dataclass(frozen=True, slots=True)
class _Open:
    """The story that was opened last: its row in the list, its id, and what of its text is still to be said."""

    row: int
    story_id: str
    rest: tuple[str, ...]


class Conversation:
    """One reader's talk with a library. `is_over` once they have said quit."""

    def __init__(self, library: Library) -> None:
        self.is_over = False
        self._library = library
        self._filter = ""
        self._possible = False
        self._answer: Answer | None = None
        self._edition: Edition | None = None
        self._listed = 0
        self._open: _Open | None = None
        self._commands: dict[str, tuple[Callable[[int | None], Iterator[str]], str]] = {
            "more": (self._more, "goes on with the list or the story"),
            "list": (self._list, "says the list again from its beginning, or from a number"),
            "next": (lambda _: self._step(1), "opens the next story of the list"),
            "back": (lambda _: self._step(-1), "opens the one before"),
            "copies": (self._copies, "says where else the story was printed, with what is different"),
            "copy": (self._copy, "and a number reads one of these"),
            "difference": (self._difference, "and a number says how that copy differs from the first"),
            "event": (self._event, "says which other stories report the same event"),
            "why": (self._why, "says why the story has its date, its copies, and its place in the list"),
            "star": (lambda number: self._mark(Mark.STAR, number), "stars the story, or takes the star off"),
            "read": (lambda number: self._mark(Mark.READ, number), "marks the story as read, or as unread"),
            "possible": (lambda _: self._switch_possible(), "lists those that only may match, too, or no longer"),
            "help": (lambda _: self._help(), "says this"),
            "quit": (lambda _: self._quit(), "or q ends"),
        }
        self._commands |= {"?": self._commands["help"], "exit": self._commands["quit"], "q": self._commands["quit"]}

    def greeting(self) -> Iterator[str]:
        """What is said first."""
        yield "This is geotui. help says what you can type, quit ends."
        yield from self._find("")

    def hear(self, line: str) -> Iterator[str]:
        """What is said to a line; problems are sentences, too."""
        line = one_line(line)
        try:
            yield from self._taken_up()
            with self._library.snapshot():
                yield from self._said(line)
        except GeotuiError as error:
            yield _sentence(str(error))

    def _said(self, line: str) -> Iterator[str]:
        first, _, rest = line.partition(" ")
        command = _COMMAND.fullmatch(line)
        if len(line) > _LONGEST:
            yield f"That line is too long to be a filter; {_LONGEST:,} letters are the most."
        elif not line:
            yield from self._more(None)
        elif number := _NUMBER.fullmatch(line):
            yield from self._open_row(int(number[1]) - 1)
        elif first.lower() == "find":
            yield from self._find(rest)
        elif command and command[1].lower() in self._commands:
            yield from self._commands[command[1].lower()][0](int(command[2]) if command[2] else None)
        else:
            yield from self._find(line)

    def _taken_up(self) -> Iterator[str]:
        """Numbers hold for the stories as they were listed: where others were published, the list is asked anew."""
        self._library.take_up()
        if self._answer is not None and self._library.edition != self._edition:
            self._ask(self._filter)
            self._listed, self._open = 0, None
            yield "The pages were read anew meanwhile: numbers may have changed, list says them."

    # ------------------------------------------------------------------ the list

    def _find(self, text: str) -> Iterator[str]:
        answer = self._ask(text)
        self._filter, self._listed, self._open = text, 0, None
        yield f"{answer.summary()}."
        if not answer.shown:
            may = f"{answer.hidden:,} only may match; possible lists them."
            yield may if answer.hidden else _sentence(answer.advice or "nothing is found")
        yield from self._ten()

    def _ask(self, text: str) -> Answer:
        self._answer = self._library.answer(text, self._possible)
        self._edition = self._library.edition
        return self._answer

    def _list(self, number: int | None) -> Iterator[str]:
        self._listed, self._open = max(0, (number or 1) - 1), None
        yield from self._ten()

    def _ten(self) -> Iterator[str]:
        rows = self._rows(self._listed, LISTED)
        for place, row in enumerate(rows, self._listed + 1):
            yield f"{place}. {row_in_words(row)}"
        self._listed += len(rows)
        left = self._count - self._listed
        if left > 0:
            yield f"{left:,} more; more says the next ones, a number opens one."
        elif rows:
            yield "That is all; a number opens one."
        elif self._count:
            yield "The list has ended."

    def _switch_possible(self) -> Iterator[str]:
        self._possible = not self._possible
        yield "Those that only may match are listed, too." if self._possible else "Only what matches is listed."
        yield from self._find(self._filter)

    @property
    def _count(self) -> int:
        return len(self._answer.shown) if self._answer else 0

    def _rows(self, first: int, count: int) -> list[Row]:
        return self._library.rows(self._answer, first, count) if self._answer and 0 <= first < self._count else []

    # ------------------------------------------------------------------ a story

    def _open_row(self, row: int) -> Iterator[str]:
        found = self._rows(row, 1)
        if not found:
            yield f"The list has no story {row + 1:,}; it has {self._count:,}. find {row + 1} looks for the number."
            return
        story = self._library.story(found[0].head.rank)
        article = self._library.article(story.copies[0].article)
        self._open = _Open(row, story.head.id, tuple(portions(story_in_words(story, article))))
        yield f"Story {row + 1:,} of {self._count:,}."
        yield from self._on()

    def _on(self) -> Iterator[str]:
        """The next portion of the open story, which is read once its end was said."""
        if self._open is None or not self._open.rest:
            yield "The story has ended; next opens the next one, list says the list."
            return
        portion, *rest = self._open.rest
        self._open = _Open(self._open.row, self._open.story_id, tuple(rest))
        yield from portion.split("\n")
        if rest:
            yield f"{counted(len(rest), 'part')} left; more goes on."
            return
        self._library.mark(self._rank(), Mark.READ, True)
        yield "End of the story."

    def _more(self, _number: int | None) -> Iterator[str]:
        return self._ten() if self._open is None else self._on()

    def _step(self, step: int) -> Iterator[str]:
        row = self._open.row + step if self._open else 0
        if 0 <= row < self._count:
            yield from self._open_row(row)
        else:
            yield "There is no further story in this list." if row else "The list is empty."

    def _rank(self, number: int | None = None) -> int:
        """The story meant: by its number, else the open one, else the first listed."""
        if number is not None or self._open is None:
            found = self._rows((number or 1) - 1, 1)
            if not found:
                raise GeotuiError(f"the list has no story {number or 1:,}.")
            return found[0].head.rank
        return self._library.find_story(self._open.story_id)

    def _copies(self, number: int | None) -> Iterator[str]:
        story = self._library.story(self._rank(number))
        yield f"{story.head.title}: {counted(len(story.copies), 'copy', 'copies')}."
        for place, entry in enumerate(story.copies, 1):
            yield f"{place}. {copy_in_words(entry)}"

    def _copy(self, number: int | None) -> Iterator[str]:
        story = self._library.story(self._rank())
        if number is None or not 0 < number <= len(story.copies):
            yield f"The story has {counted(len(story.copies), 'copy', 'copies')}; copy 1 reads the first."
            return
        entry = story.copies[number - 1]
        yield f"{copy_in_words(entry)}"
        yield from body_in_words(self._library.article(entry.article))

    def _difference(self, number: int | None) -> Iterator[str]:
        story = self._library.story(self._rank())
        number = number or 2
        if not 1 < number <= len(story.copies):
            copies = counted(len(story.copies), "copy", "copies")
            yield f"The story has {copies}; difference 2 compares the second with the first."
            return
        compared = self._library.compared(story, Side(story.copies[number - 1]))
        found = compared.difference
        for which, side in (("First", compared.one), ("Second", compared.other)):
            yield f"{which}: {copy_in_words(side.copy)}"
        if not found.differs:
            yield "They do not differ but for signs and spaces."
            return
        yield f"{found.of_one:.0%} of the words of the first stand in the second, {found.of_other:.0%} the other way."
        for changed in found.numbers:
            yield f"{' '.join(filter(None, (changed.before, changed.one, changed.after)))} became {changed.other}."

    def _event(self, number: int | None) -> Iterator[str]:
        rank = self._rank(number)
        event = self._library.event(rank)
        if event is None:
            yield "No other story reports the same event."
            return
        head = event.head
        days = head.days().replace("~", "about ") or "no day known"
        yield _sentence(f"{head.counts()}, {days}: {head.title}")
        for row in event.rows:
            place = self._answer.shown.row(row.head.rank) if self._answer is not None else None
            aside = " That is this story." if row.head.rank == rank else " Not in this list." if place is None else ""
            yield f"{'' if place is None else f'{place + 1}. '}{row_in_words(row)}{aside}"

    def _why(self, number: int | None) -> Iterator[str]:
        why = self._library.why(self._answer, self._rank(number))
        yield from (*why.date, *why.copies, *why.event, *(link.words for link in why.links), *why.matches)

    def _mark(self, kind: Mark, number: int | None) -> Iterator[str]:
        rank = self._rank(number)
        marks = self._library.marks_of(rank)
        on = not (marks.starred if kind is Mark.STAR else marks.read)
        self._library.mark(rank, kind, on)
        said = {Mark.STAR: ("No longer starred", "Starred"), Mark.READ: ("Unread again", "Read")}[kind][on]
        yield f"{said}: {self._library.story(rank).head.title}"

    # ------------------------------------------------------------------ the talk

    def _help(self) -> Iterator[str]:
        listed = (f"{name} {what}." for name, (_, what) in self._commands.items() if name not in ("?", "exit", "q"))
        yield from _HELP.format(commands="\n".join(listed)).split("\n")

    def _quit(self) -> Iterator[str]:
        self.is_over = True
        yield "Marks are kept."


# ---------------------------------------------------------------------- words


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "."


def row_in_words(row: Row) -> str:
    """A story of the list: title first, then what else is known."""
    head, marks = row.head, row.marks
    parts = [", ".join(head.sources), date_in_words(head.published)]
    parts.append(counted(head.copies, "copy", "copies") if head.copies > 1 else "")
    parts += [words for words, is_so in (("starred", marks.starred), ("read", marks.read)) if is_so]
    parts.append("only may match" if row.match is Match.POSSIBLE else "")
    stop = "" if head.title.endswith((".", "…", "?", "!")) else "."
    return f"{head.title}{stop} {', '.join(filter(None, parts))}."


def date_in_words(when: Published) -> str:
    """A day, `about` one that was inferred, `perhaps` a year; nothing that speech would read as a sign."""
    words = when.in_words()
    if words.startswith("~"):
        return f"about {words[1:]}"
    return f"perhaps {words[:-1].replace('–', ' to ')}" if words.endswith("?") else words or "date unknown"


def copy_in_words(entry: CopyEntry) -> str:
    """A copy: outlet, date, what it is to the leading one, its page."""
    place = entry.page + (f", record {entry.record}" if entry.record else "")
    told = relation_words(entry, leading="the one read first")
    return f"{entry.source or 'no outlet'}, {date_in_words(entry.published)}, {told}. {place}"


def story_in_words(story: Story, article: Article) -> Iterator[str]:
    """A story as paragraphs: title, outlets and date, names, body, captions."""
    head = story.head
    yield head.title
    copies = counted(head.copies, "copy", "copies") if head.copies > 1 else ""
    printed = (", ".join(head.sources) or "no outlet named", date_in_words(head.published), copies)
    yield f"{', '.join(filter(None, printed))}."
    if story.event:
        yield f"One of {story.event.stories:,} reports of one event; event lists them."
    if story.actors:
        yield f"Names: {', '.join(actor.name for actor in story.actors)}."
    yield from body_in_words(article)


def body_in_words(article: Article) -> Iterator[str]:
    """Body and captions as paragraphs."""
    draft = article.draft
    yield from (one_line(text) for text in draft.text.split("\n\n") if text.strip())
    if draft.cut_off:
        yield "Cut off by its outlet here."
    yield from (f"Caption: {one_line(caption)}" for caption in draft.captions)


def portions(paragraphs: Iterable[str], most: int = PORTION) -> Iterator[str]:
    """Paragraphs, parted by line breaks, in portions of about so many letters; a longer one is cut at a word."""
    held: list[str] = []
    for paragraph in paragraphs:
        for piece in _pieces(paragraph, most):
            if held and sum(map(len, held)) + len(piece) > most:
                yield "\n".join(held)
                held = []
            held.append(piece)
    if held:
        yield "\n".join(held)


def _pieces(paragraph: str, most: int) -> Iterator[str]:
    start = 0
    while len(paragraph) - start > most:
        space = paragraph.rfind(" ", start, start + most)
        end = space if space > start else start + most
        yield paragraph[start:end]
        start = end + (space > start)
    yield paragraph[start:]

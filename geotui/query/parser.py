"""A filter's string → `Filter`: the grammar between the terms.

Space is *and*; `or` and `|` bind tighter and join the terms beside them; `not` and `-` take the next term, quotes or
group. A trailing operator does nothing. Any string reads, or raises PhraseError.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from geotui.errors import PhraseError
from geotui.query import passage
from geotui.query.bare import PASTED, Placed, read_run, words_alone
from geotui.query.calendar import Calendar
from geotui.query.context import NOTHING_YET, Context, Dates
from geotui.query.fields import Value, read_longest, read_quoted, read_sort, read_word, refuse_unknown
from geotui.query.lexer import WORD_FIELDS, Atom, FieldName, Mark, Quote, Sign, Token, tokens
from geotui.query.nodes import And, Filter, Node, Not, Or, Sort, terms
from geotui.query.ports import Vocabulary
from geotui.query.roles import with_holders
from geotui.settings import Settings

_DEEPEST = 40


MOST_WORDS = 200
"""What is longer is no filter; reading it would keep whoever typed it waiting."""


def read(text: str, vocabulary: Vocabulary, now: datetime, settings: Settings) -> Filter:
    """What a filter means. `now` is the reader's local time.

    Raises PhraseError, its message one sentence, for a date, a field or a value that is refused.
    """
    return read_with(text, vocabulary, Calendar(now, settings))


def read_with(text: str, vocabulary: Vocabulary, dates: Dates) -> Filter:
    """As `read`, with another reader of date phrases."""
    context = Context(text, vocabulary, dates)
    if placed := passage.find(text, lambda found: _taken_by_field(found, context)):
        return _with_passage(placed, context)
    if (count := len(text.split())) > MOST_WORDS:
        raise PhraseError(f"a filter takes at most {MOST_WORDS} words, and this one has {count:,}; paste fewer of them")
    parser = _Parser(tokens(text), context)
    try:
        root = parser.group(0)
    except PhraseError:
        if len(text.split()) < PASTED:
            raise
        pasted = words_alone(context)
        return Filter(text, pasted, tuple(term.reading for term in terms(pasted)))
    return _as_filter(root, context, parser.sort)


def _as_filter(root: Node, context: Context, sort: Sort) -> Filter:
    readings = [*(term.reading for term in terms(root)), *context.silent]
    return Filter(context.text, root, tuple(sorted(readings, key=lambda r: (r.start, r.end))), sort)


def _with_passage(placed: passage.Placed, context: Context) -> Filter:
    """All that the fields around a passage ask, and the passage."""
    parser = _Parser(placed.fields, context)
    fields = parser.group(0)
    parts = fields.parts if isinstance(fields, And) else (fields,)
    found = passage.read(placed, context)
    return _as_filter(And((*parts, found)) if parts else found, context, parser.sort)


def _taken_by_field(found: Sequence[Token], context: Context) -> int:
    """How many tokens the field at their head takes, its name too; none where it is refused."""
    parser = _Parser(found[1:], Context(context.text, context.vocabulary, context.dates))
    assert isinstance(found[0], FieldName)
    try:
        parser.field(found[0])
    except PhraseError:
        return 0
    return parser.at + 1


@dataclass
class _Clauses:
    """Terms as they come, joined by the operators between them."""

    done: list[list[Node]] = field(default_factory=list)
    either: bool = False
    without: bool = False

    def operator(self, word: str) -> None:
        if word == "or":
            self.either = True
        elif word == "not":
            self.without = not self.without

    def add(self, node: Node | None) -> None:
        """The next term; None where it asks nothing, which uses up the operators before it."""
        if node is not None:
            node = Not(node) if self.without else node
            if self.either and self.done:
                self.done[-1].append(node)
            else:
                self.done.append([node])
        self.either = self.without = False

    def joined(self) -> Node:
        clauses = [clause[0] if len(clause) == 1 else Or(tuple(clause)) for clause in self.done]
        return clauses[0] if len(clauses) == 1 else And(tuple(clauses))


class _Parser:
    """Walks the tokens once. `sort` is the last order that was asked for."""

    def __init__(self, found: Sequence[Token], context: Context) -> None:
        self.tokens = found
        self.context = context
        self.at = 0
        self.sort = Sort.NEWEST

    def group(self, depth: int) -> Node:
        """Everything up to the parenthesis that closes the group, or to the end."""
        if depth > _DEEPEST:
            raise PhraseError(f"parentheses are nested more than {_DEEPEST} deep; take some out")
        clauses = _Clauses()
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if isinstance(token, Atom):
                self.bare(clauses)
                continue
            self.at += 1
            if isinstance(token, Quote):
                clauses.add(self.context.text_term((token.start, token.end), token.inner))
            elif isinstance(token, FieldName):
                clauses.add(self.field(token))
            elif token.mark is Mark.OPEN:
                inner = self.group(depth + 1)
                clauses.add(None if inner == And(()) else inner)
            elif token.mark is Mark.CLOSE:
                if depth:
                    break
            else:
                clauses.operator("or" if token.mark is Mark.OR else "not")
        return clauses.joined()

    def atoms(self) -> list[Atom]:
        """The atoms from here to the next token of another sort."""
        end = self.at
        while end < len(self.tokens) and isinstance(self.tokens[end], Atom):
            end += 1
        return [token for token in self.tokens[self.at : end] if isinstance(token, Atom)]

    def bare(self, clauses: _Clauses) -> None:
        """Reads the atoms from here on into terms and operators."""
        atoms = self.atoms()
        self.at += len(atoms)
        for atom in atoms:
            if not atom.tight:
                refuse_unknown(self.context.text[atom.start : atom.end + 1])
        placed = with_holders(atoms, read_run(atoms, self.context), self.context)
        starts = {run.first: run for run in placed}
        at = 0
        while at < len(atoms):
            run = starts.get(at)
            if run is None:
                clauses.operator(atoms[at].operator or "")
                at += 1
                continue
            hyphenated = [run]
            while (after := starts.get(hyphenated[-1].last + 1)) and atoms[after.first].tight:
                hyphenated.append(after)
            self.add_all(hyphenated, clauses)
            at = hyphenated[-1].last + 1

    @staticmethod
    def add_all(hyphenated: Sequence[Placed], clauses: _Clauses) -> None:
        """Terms that hyphens join stand together behind an operator; those that mean nothing leave it to the next."""
        found: tuple[Node, ...] = tuple(run.term for run in hyphenated if run.term is not None)
        if found:
            clauses.add(found[0] if len(found) == 1 else And(found))

    def field(self, name: FieldName) -> Node | None:
        """The term of a field; None where nothing follows that it could take, which is said."""
        after = self.tokens[self.at] if self.at < len(self.tokens) else None
        if name.value:
            return self.value(name, Value(name.value, name.end))
        if isinstance(after, Quote):
            self.at += 1
            return self.value(name, Value(after.inner, after.end))
        if isinstance(after, Sign) and after.mark is Mark.OPEN and after.start == name.end:
            raise PhraseError(f"{name.name}: takes words or quotes, not parentheses; write it before each of the words")
        if not isinstance(after, Atom):
            self.nothing_yet(name, name.end)
            return None
        if name.name in WORD_FIELDS:
            return self.value(name, self.one_word())
        term, length = read_longest(name.name, name.start, self.atoms(), self.context)
        self.at += length
        return term

    def one_word(self) -> Value:
        """The next word with all that hyphens join to it."""
        word = self.atoms()
        more = next((i for i, atom in enumerate(word) if i and not atom.tight), len(word))
        self.at += more
        return Value(self.context.raw(word[:more]), word[more - 1].end)

    def value(self, name: FieldName, value: Value) -> Node | None:
        """The term of a field whose value is one word or stands in quotes."""
        if not value.typed.strip():
            self.nothing_yet(name, value.end)
            return None
        if name.name == "sort":
            self.sort = read_sort(value, name.start, self.context) or self.sort
            return None
        if name.name in WORD_FIELDS:
            return read_word(name.name, value, name.start, self.context)
        return read_quoted(name.name, value, name.start, self.context)

    def nothing_yet(self, name: FieldName, end: int) -> None:
        """Notes that a field still waits for its value."""
        reading = self.context.reading((name.start, end), name.name, f"{name.name}:", NOTHING_YET)
        self.context.silent.append(reading)

"""Finds the names of one draft, before its date is known.

The order: words of each part, what the knowledge names in them, candidates for people weighed; then people named in
full, then the shorter names tied to them. What must not be in here: who held an office on which day (`settle`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from geotui.actors.counterparts import counterparts
from geotui.actors.credits import credits
from geotui.actors.figures import Figure, Figures, identified, in_office
from geotui.actors.foreign import find_foreign
from geotui.actors.lexicon import MOSTLY_OTHERS, NAMED_AFTER, THING_HEADS, common_words
from geotui.actors.people import Candidate, candidates
from geotui.actors.roles import Role, apposition, role_before, role_before_comma
from geotui.actors.roles_alone import roles_alone
from geotui.actors.scan import Item, Scan
from geotui.actors.tables import Sense, Tables, tables_of
from geotui.actors.terms import terms_of
from geotui.actors.tokens import Words
from geotui.actors.weights import SUFFIXES, SURE
from geotui.actors.wording import name_words
from geotui.knowledge import Knowledge, Person
from geotui.model import ActorKind, Draft
from geotui.model.names import BareName, Mention, NamedActor, Names, RoleName

_LATER_SURNAME = 1.5
_EVIDENCE = 0.5
_LISTED = 1.5
_LIST_SIGNS = (", and ", " and ", ", ", "; ")
_COUNTRIES = frozenset((Sense.COUNTRY, Sense.DEMONYM, Sense.METONYM))


def find_names(draft: Draft, knowledge: Knowledge) -> Names:
    """Names in title, body and captions of a draft, and the offices that date it; see `Names`.

    A draft that is not in English yields only who is known, by exact spellings.
    """
    tables = tables_of(knowledge)
    if draft.language != "en":
        return find_foreign(draft, tables)
    scans = [
        Scan(Words(text, part), tables, credits(text, part))
        for part, text in (("title", draft.title), ("body", draft.text), *(("caption", c) for c in draft.captions))
    ]
    return _Reader(scans, tables).read()


class _Reader:
    """One reading of one draft."""

    def __init__(self, scans: Sequence[Scan], tables: Tables) -> None:
        self._scans = scans
        self._tables = tables
        self._figures = Figures(tables)
        self._bare: list[BareName] = []
        self._edges: set[tuple[int, int]] = set()

    def read(self) -> Names:
        found = [(number, candidate) for number, scan in enumerate(self._scans) for candidate in candidates(scan)]
        self._known_in_full()
        shorter = self._full_names(found)
        for number, candidate in sorted(shorter, key=lambda pair: (pair[0] == 0, pair[0])):
            self._shorter_name(number, candidate)
        self._names_like_places()
        figures = self._figures.all()
        actors = [_named(figure) for figure in figures if figure.mentions]
        return Names(
            actors=(*actors, *self._others()),
            bare=tuple(self._bare),
            roles=tuple(role for scan in self._scans for role in self._roles(scan, figures)),
            terms=terms_of(figures, self._bare, self._scans, self._tables),
        )

    def _roles(self, scan: Scan, figures: Sequence[Figure]) -> list[RoleName]:
        roles = list(roles_alone(scan))
        return [*roles, *counterparts(scan, roles, figures, self._bare)]

    def _known_in_full(self) -> None:
        for number, scan in enumerate(self._scans):
            for item in scan.items:
                if item.meaning.sense is Sense.PERSON and not _named_after(scan, item):
                    figure = self._figures.known(self._tables.knowledge.people[item.meaning.id])
                    title = scan.title_at(item.first)
                    first = title[0] if title is not None and title[0] < item.after else item.first
                    role = role_before(scan, first) or apposition(scan, item.after) or role_before_comma(scan, first)
                    self._note(figure, number, (first, item.after), role)

    def _full_names(self, found: Iterable[tuple[int, Candidate]]) -> list[tuple[int, Candidate]]:
        """Takes the names of two words and more; gives back the shorter ones and those that are not sure."""
        lasts = {c.norms[-1] for _, c in found if len(c.norms) > 1}
        lone = {c.norms[0] for _, c in found if len(c.norms) == 1 and c.norms[0] in lasts and c.weight >= _EVIDENCE}
        left: list[tuple[int, Candidate]] = []
        unsure: list[tuple[int, Candidate]] = []
        for number, candidate in found:
            norms = candidate.norms
            if len(norms) < 2:
                left.append((number, candidate))
                continue
            people = identified(self._tables, norms) if candidate.weight > -2.0 else []
            people = people or in_office(self._tables, norms, candidate.role)
            if len(people) == 1:
                self._see(self._figures.known(people[0]), number, candidate)
            elif people:
                self._bare.append(self._bare_name(candidate, [person.id for person in people]))
            else:
                unsure.append((number, candidate))
        unsure.sort(key=lambda pair: (pair[1].scan.words.headline, pair[0]))
        for in_a_list in (False, True, True):
            still = [(n, c) for n, c in unsure if not self._taken_in(n, c, lone, in_a_list=in_a_list)]
            unsure = still[::-1] if in_a_list else still
        return left + unsure

    def _taken_in(self, number: int, candidate: Candidate, lone: set[str], *, in_a_list: bool) -> bool:
        """Whether a name that is none of the knowledge is taken for a person's, and if so noted."""
        place = _place(number, candidate.scan, candidate.first)
        norms = candidate.norms
        figure = self._figures.fitting(norms, place)
        if figure is None and norms[0] == "ben":
            figure = self._figures.fitting(norms[1:], place)
        if figure is None:
            if self._figures.full:
                return False
            weight = candidate.weight + (_LATER_SURNAME if candidate.norms[-1] in lone else 0.0)
            if in_a_list and candidate.weight >= _EVIDENCE and self._listed(number, candidate):
                weight += _LISTED
            if weight < SURE or not self._may_be_new(candidate):
                return False
            figure = self._figures.unknown(candidate.text, candidate.norms)
        self._see(figure, number, candidate)
        return True

    def _listed(self, number: int, candidate: Candidate) -> bool:
        """Whether nothing but a comma or `and` parts it from a person."""
        words = candidate.scan.words
        start, end = words.start[candidate.first], words.end[candidate.after - 1]
        return any(
            (words.text.endswith(sign, 0, start) and (number, start - len(sign)) in self._edges)
            or (words.text.startswith(sign, end) and (number, end + len(sign)) in self._edges)
            for sign in _LIST_SIGNS
        )

    def _may_be_new(self, candidate: Candidate) -> bool:
        """In a headline, where every word is a capital, only a given name with words that are no others."""
        words, tables = candidate.scan.words, self._tables
        if not words.headline:
            return True
        norms, titled = candidate.norms, candidate.role is not None and candidate.role.before
        plain = any(word in common_words() for word in norms[1:])
        return norms[0] in tables.given_names and (titled or not plain)

    def _shorter_name(self, number: int, candidate: Candidate) -> None:
        scan, norms = candidate.scan, candidate.norms
        figure = self._figures.fitting(norms, _place(number, scan, candidate.first))
        if figure is not None and candidate.weight > -1.6 - (1.5 if norms[-1] in figure.family else 0.0):
            self._see(figure, number, candidate)
            return
        shared = self._sharing_a_surname(candidate)
        if shared is not None:
            self._see(shared, number, candidate)
            return
        bearers = self._bearers(candidate)
        if len(norms) > 1 and not bearers:
            return
        if candidate.after - candidate.first > 2 and not self._with_particles(candidate):
            bearers = []
        for named in self._family_named(candidate):
            self._see(named, number, candidate)
        if not bearers and not candidate.tells_itself:
            return
        titled = candidate.weight >= SURE
        whole = self._with_particles(candidate)
        plain = not whole and self._doubtful(norms[0])
        common = not whole and (norms[0] in common_words() or norms[0] in THING_HEADS)
        silent = common and (scan.words.opens(candidate.first) or scan.words.headline)
        if bearers and (titled or (candidate.weight >= (-0.5 if common else -1.0) and not silent)):
            self._bare.append(self._bare_name(candidate, bearers, doubtful=plain))
        elif titled and not scan.words.headline:
            self._see(self._figures.unknown(candidate.text, norms), number, candidate)

    def _sharing_a_surname(self, candidate: Candidate) -> Figure | None:
        """Who is meant by the first name of `Emmanuel and Brigitte Macron`."""
        words, last = candidate.scan.words, candidate.after + 1
        given = len(candidate.norms) == 1 and candidate.norms[0] in self._tables.given_names
        if not given or words.norm[last - 1] != "and" or not words.joint[last]:
            return None
        while words.joint[last + 1] and words.capital[last + 1] and last < candidate.after + 4:
            last += 1
        people = identified(self._tables, (candidate.norms[0], words.norm[last])) if last > candidate.after + 1 else []
        return self._figures.known(people[0]) if len(people) == 1 else None

    def _bearers(self, candidate: Candidate) -> list[str]:
        """Those whose surname it is: with its particles, `bin Salman`, where anyone's has them."""
        people = self._tables.families.get(" ".join(candidate.norms), [])
        suffix = candidate.scan.words.norm[candidate.after - 1]
        if suffix in SUFFIXES:
            people = [person for person in people if suffix in name_words(person.name)]
        return [person.id for person in self._with_particles(candidate) or people]

    def _with_particles(self, candidate: Candidate) -> list[Person]:
        """Those whose surname of several words it is."""
        if candidate.after - candidate.first < 2:
            return []
        written = name_words(candidate.text)
        people = self._tables.families.get(" ".join(candidate.norms), ())
        return [person for person in people if written in map(name_words, person.families)]

    def _family_named(self, candidate: Candidate) -> list[Figure]:
        """Those named in full whom `the Clintons` means."""
        words, first, name = candidate.scan.words, candidate.first, candidate.norms[-1]
        if not first or words.norm[first - 1] != "the" or not name.endswith("s"):
            return []
        named = [figure for surname in (name[:-1], name[:-2]) for figure in self._figures.of_family(surname)]
        return list(dict.fromkeys(named))

    def _doubtful(self, word: str) -> bool:
        """Whether a surname is also a common word, a given name or a place."""
        tables = self._tables
        known = word in tables.given_names or word in tables.phrases or word in tables.firm_words
        return known or word in common_words() or word in THING_HEADS

    def _names_like_places(self) -> None:
        """Gives `Mr. Jordan` and, where nothing else speaks of the country, `Jordan` to the one named so in full.

        `Hamilton` is the capital of Bermuda only where Bermuda is spoken of.
        """
        spoken = {
            i.meaning.id for s in self._scans for i in s.items if i.after - i.first > 1 or not i.meaning.ambiguous
        }
        for number, scan in enumerate(self._scans):
            kept: list[Item] = []
            for item in scan.items:
                lone = item.after - item.first == 1 and item.meaning.sense is not Sense.PERSON
                figure = self._figures.bearing(scan.words.norm[item.first]) if lone else None
                role = role_before(scan, item.first) if figure is not None else None
                if figure is not None and (role is not None or item.meaning.id not in spoken):
                    self._note(figure, number, (item.first, item.after), role)
                elif item.meaning.id in spoken or scan.words.norm[item.first] not in MOSTLY_OTHERS:
                    kept.append(item)
            scan.items = kept

    def _bare_name(self, candidate: Candidate, bearers: list[str], *, doubtful: bool = False) -> BareName:
        scan, role = candidate.scan, candidate.role
        return BareName(
            mention=_mention(scan, candidate.first, candidate.after),
            bearers=tuple(bearers),
            offices=role.offices if role is not None and not role.past else frozenset(),
            of=(role.of if role is not None else None) or _country_before(scan, candidate.first),
            titled=candidate.weight >= SURE,
            doubtful=doubtful and candidate.weight < SURE,
            role=role.text if role is not None and role.text else None,
        )

    def _see(self, figure: Figure, number: int, candidate: Candidate) -> None:
        self._note(figure, number, (candidate.first, candidate.after), candidate.role)

    def _note(self, figure: Figure, number: int, span: tuple[int, int], role: Role | None) -> None:
        """Notes a mention, words `span[0]` to before `span[1]` of a part."""
        scan = self._scans[number]
        mention = _mention(scan, *span)
        self._edges.update(((number, mention.start), (number, mention.end)))
        figure.seen(mention, _place(number, scan, span[0]), role)

    def _others(self) -> list[NamedActor]:
        """Countries and organisations; an agency that only reports is none."""
        knowledge = self._tables.knowledge
        found: dict[str, list[Mention]] = defaultdict(list)
        for scan in self._scans:
            for item in scan.items:
                sense = item.meaning.sense
                if sense in _COUNTRIES or sense is Sense.ORGANISATION or (sense is Sense.MEDIA and _acts(scan, item)):
                    found[item.meaning.id].append(_mention(scan, item.first, item.after))
        actors = []
        for id_, mentions in found.items():
            country = knowledge.countries.get(id_)
            name = country.name if country else knowledge.organisations[id_].name
            kind = ActorKind.COUNTRY if country else ActorKind.ORGANISATION
            actors.append(NamedActor(id_, name, kind, True, None, tuple(mentions)))
        return actors


def _named_after(scan: Scan, item: Item) -> bool:
    """Whether an airport, a street or a prize bears the person's name."""
    words, at = scan.words, item.after
    while words.joint[at] and not words.possessive(at - 1) and at < item.after + 3:
        if words.norm[at] in NAMED_AFTER:
            return True
        if not words.capital[at]:
            return False
        at += 1
    return False


def _acts(scan: Scan, item: Item) -> bool:
    """Whether a news organisation is spoken of, not merely quoted as the source."""
    words = scan.words
    before = words.norm[item.first - 1] if item.first else ""
    after = words.norm[item.after]
    quoted = before in ("told", "by", "via", "to", "with") or after in (
        "said",
        "says",
        "reported",
        "reports",
        "news",
        "quoted",
        "cited",
    )
    return not quoted and "(" not in words.gap[item.first] and "/" not in words.gap[item.after]


def _country_before(scan: Scan, at: int) -> str | None:
    """The country of `China's Xi`, `Russian leader` and the like: the known thing that ends right before a word."""
    item = scan.cover.get(at - 1) if at else None
    if item is None or not scan.words.joint[at] or item.meaning.sense not in _COUNTRIES:
        return None
    return item.meaning.id


def _mention(scan: Scan, first: int, after: int) -> Mention:
    words = scan.words
    end = words.end_of_name(after)
    return Mention(words.part, words.start[first], end, words.text[words.start[first] : end])


def _place(number: int, scan: Scan, at: int) -> tuple[int, int]:
    return number, scan.words.start[at]


def _named(figure: Figure) -> NamedActor:
    role = _best_role(figure)
    return NamedActor(figure.id, figure.name, ActorKind.PERSON, figure.person is not None, role, tuple(figure.mentions))


def _best_role(figure: Figure) -> str | None:
    """The first role in the draft that names an office, else the first that says anything."""
    roles: list[Role] = [role for role, _ in sorted(figure.roles, key=lambda pair: pair[1])]
    for role in roles:
        if role.offices:
            return role.text
    return roles[0].text if roles else None

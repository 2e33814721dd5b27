"""How well people are found in annotated news: `python tests/bench/persons.py FILE`; figures as one JSON object.

FILE is in the format of CoNLL-2003 (a token a line, its tag last, `-DOCSTART-` between documents). Documents whose
headline is about sport are left out. A person counts as found where first and last character are the same.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from geotui.actors import find_names, settle
from geotui.knowledge import Knowledge, load
from geotui.model import ActorKind, Draft, Published, TitleFrom
from geotui.model.names import Mention

SPORTS = """
    SOCCER|TENNIS|CRICKET|GOLF|RUGBY|BASEBALL|BASKETBALL|ATHLETICS|CYCLING|MOTOR|MOTORCYCLING|HOCKEY|ICE HOCKEY|SKIING
    SKI|FIELD HOCKEY|SQUASH|TABLE TENNIS|BADMINTON|BOXING|ALPINE|NHL|NBA|NFL|FOOTBALL|AMERICAN FOOTBALL|SWIMMING
    RALLYING|SNOWBOARD|FIGURE SKATING|SPEED SKATING|NORDIC|BIATHLON|BOBSLEIGH|LUGE|JUDO|VOLLEYBALL|HANDBALL|FREESTYLE
    YACHTING|ROWING|GYMNASTICS|WEIGHTLIFTING|SNOOKER
"""
SPORT = re.compile(rf"(?:{'|'.join(map(str.strip, SPORTS.strip().splitlines()))})\b")
DAY = date(1996, 9, 1)
CLOSES = frozenset((".", ",", ";", ":", "?", "!", "'s", "'", "%", ")", "n't", "'re", "'ve", "'ll", "'d", "'m"))
Sentence = list[tuple[str, str]]
Spans = set[tuple[int, int]]


def documents(path: Path) -> Iterator[list[Sentence]]:
    """The documents of a file as sentences of words with their tags; the first is the headline."""
    document: list[Sentence] = [[]]
    for line in [*path.read_text("utf-8").splitlines(), "-DOCSTART-"]:
        if line.startswith("-DOCSTART-"):
            if found := list(filter(None, document)):
                yield found
            document = [[]]
        elif line.strip():
            document[-1].append((line.split()[0], line.split()[-1]))
        else:
            document.append([])


def written(sentences: Sequence[Sentence]) -> tuple[str, Spans]:
    """Sentences as running text, a paragraph each, and where its people stand."""
    text = ""
    gold: list[tuple[int, int]] = []
    for sentence in sentences:
        text += "\n\n" if text else ""
        before, quoted, inside = "", False, False
        for word, tag in sentence:
            quote = word == '"'
            glued = word in CLOSES or before in ("(", "$", "") or (quote and quoted) or (before == '"' and quoted)
            text += "" if glued else " "
            person = tag.endswith("PER")
            if person and inside and tag.startswith("I"):
                gold[-1] = (gold[-1][0], len(text) + len(word))
            elif person:
                gold.append((len(text), len(text) + len(word)))
            text, before, quoted, inside = text + word, word, quoted != quote, person
    return text, set(gold)


def found(title: str, body: str, knowledge: Knowledge) -> tuple[Spans, Spans]:
    """Where the people of headline and body are found."""
    draft = Draft(title, TitleFrom.LINE, 1, body, (2,))
    names = find_names(draft, knowledge)
    actors = settle(draft, names, Published(day=DAY, start=DAY, end=DAY, confidence=1.0), knowledge)
    people = [actor for actor in actors if actor.kind is ActorKind.PERSON and not actor.inferred]
    ids = {actor.id for actor in people}
    titles: list[Mention] = [m for actor in names.actors if actor.kind is ActorKind.PERSON for m in actor.mentions]
    titles += [name.mention for name in names.bare if ids & set(name.bearers)]
    in_title = {(m.start, m.end) for m in titles if m.part == "title"}
    return in_title, {mention for actor in people for mention in actor.mentions}


def measure(path: Path) -> dict[str, float]:
    """Precision, recall and F1 of spans, and words a second of processor time."""
    knowledge = load()
    found("Warm-up", "Bill Clinton spoke.", knowledge)
    right = wrong = missed = words = documents_read = 0
    spent = 0.0
    for document in documents(path):
        if SPORT.match(" ".join(word for word, _ in document[0])):
            continue
        (title, in_title), (body, in_body) = written(document[:1]), written(document[1:])
        start = time.process_time()
        spans = found(title, body, knowledge)
        spent += time.process_time() - start
        documents_read += 1
        words += len(title.split()) + len(body.split())
        for gold, mine in zip((in_title, in_body), spans, strict=True):
            right, wrong, missed = right + len(gold & mine), wrong + len(mine - gold), missed + len(gold - mine)
    precision, recall = right / (right + wrong), right / (right + missed)
    return {
        "documents": documents_read,
        "words": words,
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4),
        "words_per_second": round(words / spent),
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))

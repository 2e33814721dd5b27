"""How fast names are read and typed names resolved: `python tests/bench/actors.py`; figures as one JSON object.

Reading is measured over the pages of the corpus, each taken as one body; resolving over a made-up vocabulary.
"""

from __future__ import annotations

import json
import random
import time
from datetime import date
from pathlib import Path

from geotui.actors import Resolver, find_names, settle
from geotui.knowledge import load
from geotui.model import ActorKind, Draft, Published, Spelling, TitleFrom, VocabularyActor

CORPUS = Path(__file__).parents[2] / "corpus"
CONSONANTS, VOWELS, ENDS = "bdfghjklmnprstvyz", "aeiou", ("", "n", "r", "sh", "ov", "ski", "ez", "man")
TYPED = ("putn", "lavrof", "erdogn", "xi", "bin s", "bin salman", "vladimr", "tayip erdogn", "pu", "kalomi", "sha")
FAMOUS = {
    "Vladimir Putin": "Putin",
    "Recep Tayyip Erdogan": "Erdogan",
    "Sergei Lavrov": "Lavrov",
    "Xi Jinping": "Xi",
    "Mohammed bin Salman": "bin Salman",
}


def reading(rounds: int = 5) -> dict[str, float]:
    """Words read a second of processor time, and milliseconds an article of 400 words."""
    knowledge = load()
    drafts = [
        Draft(path.stem, TitleFrom.MADE, None, path.read_text("utf-8"), (1,)) for path in sorted(CORPUS.glob("*.txt"))
    ]
    published = Published(day=date(2022, 2, 4), confidence=0.9)
    settle(drafts[0], find_names(drafts[0], knowledge), published, knowledge)
    start = time.process_time()
    for _ in range(rounds):
        for draft in drafts:
            settle(draft, find_names(draft, knowledge), published, knowledge)
    spent = time.process_time() - start
    words = rounds * sum(len(draft.text.split()) for draft in drafts)
    return {"words_per_second": round(words / spent), "ms_per_400_words": round(400_000 * spent / words, 2)}


def resolving(count: int = 50_000) -> dict[str, float]:
    """Seconds to build a resolver of twice as many spellings, and the slowest answer in milliseconds."""
    chance = random.Random(7)

    def word() -> str:
        syllables = [chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randint(2, 3))]
        return ("".join(syllables) + chance.choice(ENDS)).capitalize()

    families, given = [word() for _ in range(20_000)], [word() for _ in range(4_000)]
    actors, spellings = [], []
    for n in range(count):
        family, first = chance.choice(families), chance.choice(given)
        actors.append(
            VocabularyActor(
                f"person:{n}", f"{first} {family}", ActorKind.PERSON, n < 2000, family, chance.randint(0, 50)
            )
        )
        spellings.append(Spelling(f"{first} {chance.choice(given)} {family}", f"person:{n}"))
    for name, family in FAMOUS.items():
        actors.append(VocabularyActor(f"person:{name}", name, ActorKind.PERSON, True, family, 5))
    start = time.process_time()
    resolver = Resolver(actors, spellings)
    built = time.process_time() - start
    slowest = {"resolve": 0.0, "complete": 0.0}
    for typed in TYPED:
        for name, call in (("resolve", resolver.resolve), ("complete", resolver.complete)):
            start = time.process_time()
            call(typed)
            slowest[name] = max(slowest[name], 1000 * (time.process_time() - start))
    return {"build_seconds": round(built, 2)} | {f"slowest_{name}_ms": round(ms, 2) for name, ms in slowest.items()}


if __name__ == "__main__":
    print(json.dumps({"reading": reading(), "resolving": resolving()}, indent=1))

"""How fast names are read and typed names resolved: `python tests/bench/actors.py`; figures as one JSON object.

Reading is measured over the pages of the corpus, each taken as one body; resolving over the knowledge and people made
up.
"""

from __future__ import annotations

import gc
import json
import random
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from geotui.actors import Resolver, find_names, settle, vocabulary
from geotui.actors.vocabulary import surnames
from geotui.knowledge import load
from geotui.model import ActorKind, Draft, Published, Spelling, TitleFrom, VocabularyActor

CORPUS = Path(__file__).parents[2] / "corpus"
CONSONANTS, VOWELS, ENDS = "bdfghjklmnprstvyz", "aeiou", ("", "n", "r", "sh", "ov", "ski", "ez", "man")
TYPED = ("putn", "lavrof", "erdogn", "xi", "bin s", "bin salman", "vladimr", "tayip erdogn", "pu", "kalomi", "sha")


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


def resolving(count: int = 50_000) -> dict[str, object]:
    """Seconds to build a resolver of the knowledge and as many made-up people, and what a key costs, in milliseconds.

    Keys are all beginnings of names of the knowledge, right, misspelled and in other transliterations.
    """
    chance = random.Random(7)
    knowledge = load()
    known, spellings = vocabulary(knowledge)
    made = made_up(count, chance)
    gc.collect()
    gc.disable()  # as the library does while it builds
    start = time.process_time()
    everything = (*spellings, *(spelling for _, own in made for spelling in own))
    resolver = Resolver([*known, *(actor for actor, _ in made)], everything, surnames(knowledge))
    built = time.process_time() - start
    size = len(everything) + len(known) + count
    del made, everything, spellings
    gc.enable()
    gc.collect()
    names = chance.sample(sorted(person.name for person in knowledge.people.values()), 150)
    typed = {whole[:end] for whole in (*names, *map(misspelled, names), *TYPED) for end in range(1, len(whole) + 1)}
    resolver.resolve_whole("Somebody Unheard Of")
    calls: dict[str, Callable[[str], object]] = {
        "resolve": resolver.resolve,
        "resolve_whole": resolver.resolve_whole,
        "complete": resolver.complete,
    }
    costs = {name: sorted(cost(call, key) for key in typed) for name, call in calls.items()}
    figures = {
        name: {
            "median": round(spent[len(spent) // 2], 2),
            "p99": round(spent[len(spent) * 99 // 100], 2),
            "most": round(spent[-1], 2),
        }
        for name, spent in costs.items()
    }
    return {
        "spellings": size,
        "build_seconds": round(built, 2),
        "keys": len(typed),
        **figures,
    }


def made_up(count: int, chance: random.Random) -> list[tuple[VocabularyActor, tuple[Spelling, ...]]]:
    """People with one spelling besides the name each."""

    def word() -> str:
        syllables = [chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randint(2, 3))]
        return ("".join(syllables) + chance.choice(ENDS)).capitalize()

    families, given = [word() for _ in range(20_000)], [word() for _ in range(4_000)]
    people: list[tuple[VocabularyActor, tuple[Spelling, ...]]] = []
    for n in range(count):
        family, first = chance.choice(families), chance.choice(given)
        name = f"{first} {family}"
        actor = VocabularyActor(f"person:{n}", name, ActorKind.PERSON, False, family, chance.randint(0, 50))
        people.append((actor, (Spelling(f"{first} {chance.choice(given)} {family}", actor.id),)))
    return people


def misspelled(name: str) -> str:
    """The name with the middle letter of each longer word left out."""
    return " ".join(
        word if len(word) < 5 else word[: len(word) // 2] + word[len(word) // 2 + 1 :] for word in name.split()
    )


def cost(call: Callable[[str], object], key: str) -> float:
    """Milliseconds of processor time."""
    start = time.process_time()
    call(key)
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    print(json.dumps({"reading": reading(), "resolving": resolving()}, indent=1))

"""Some news in small, for walks through the reader: copies, spellings, scripts, a long text, months without a name."""

from __future__ import annotations

import json
import re
from pathlib import Path

_SUMMIT = """President Volodymyr Zelenskyy told visiting ministers in Kyiv on Friday that grain ships would leave Odesa
before the spring, whatever the winter brought to the docks and rail yards of the south.

He spoke after two days of talks with envoys from Ankara, who had brought a draft on mines, insurance and inspections.
Zelenskyy called the draft a beginning.

Farmers in three provinces said that their stores were full and that they could not wait for another harvest."""

_VISIT = """Volodymyr Zelenskiy visited a school in Lviv on Thursday and answered questions from children for an hour.

Zelenskiy promised them new windows before the next frost, and a bus for those who live beyond the river."""

_HARBOUR = """Foreign Minister Sergei Lavrov said that the harbour of Novorossiysk would stay open to every flag.

Lavrov spoke beside a crane that had been painted for the occasion, and took no questions about oil."""

_TALKS = """Sergei Lavrov met his Turkish counterpart in Antalya and said that both sides had agreed on a list of ports.

The list names six quays. Lavrov did not say who would inspect the ships."""

_RIVER = "\n\n".join(f"In year {n} of the survey the river at gauge {n} rose by {n} hands." for n in range(90))

_CLOCKS = """The museum of clocks reopened with a gallery for tower clocks, and its director said that all of them
would strike at noon."""

_QUAY_CHINESE = "港口新码头星期一启用，第一艘粮食船靠岸。港务局说工程用了两年。"
_QUAY_ARABIC = "افتتح الميناء رصيفا جديدا للحبوب يوم الاثنين بعد عامين من العمل في المدينة."
_QUAY_RUSSIAN = "В порту в понедельник открыт причал для зерна, сказал начальник порта."

_NEWS = (
    ("Grain ships to leave Odesa before spring", "Harbour Post", "2022-02-04", _SUMMIT),
    ("Kyiv sees grain ships before spring", "Field Gazette", "2022-02-05", _SUMMIT),
    ("Before spring, ships", "Inland Echo", "2022-02-05", _SUMMIT.rsplit("\n\n", 1)[0]),
    ("Children question a president", "Field Gazette", "2022-02-10", _VISIT),
    ("Lavrov opens a harbour", "Harbour Post", "2022-01-17", _HARBOUR),
    ("Lavrov in Antalya", "Inland Echo", "2022-04-12", _TALKS),
    ("Ninety years of a river", "Inland Echo", "2021-05-05", _RIVER),
    ("Clocks strike at noon", "Harbour Post", "2021-03-04", _CLOCKS),
    ("港口新码头启用 粮食船首次靠岸", "港口日报", "2021-03-03", _QUAY_CHINESE),
    ("افتتاح رصيف جديد في الميناء", "صوت الميناء", "2021-03-02", _QUAY_ARABIC),
    ("В порту открыт новый причал", "Вестник", "2021-03-01", _QUAY_RUSSIAN),
)

STORIES = 9


def write(folder: Path) -> None:
    """A file of records, as a feed leaves it."""
    records = [
        {
            "title": title,
            "source": source,
            "date": day,
            "text": re.sub(r"(?<!\n)\n(?!\n)", " ", text),
            "url": f"https://news.example/{n}",
        }
        for n, (title, source, day, text) in enumerate(_NEWS)
    ]
    (folder / "feed.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")


def add(folder: Path, title: str, day: str = "2022-05-01") -> None:
    """One page more."""
    text = f"{title}, said the harbour board on Monday, and thanked the divers of {title} for their patience."
    (folder / f"{title}.txt").write_text(f"Date: {day}\nSource: Late Wire\n\n{title}\n\n{text}\n")

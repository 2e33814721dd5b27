"""What makes a digest, and what only looks like one."""

from __future__ import annotations

from geotui.stories.links import has_other_opening, is_borrowed, is_digest, part_of
from geotui.stories.overlap import Overlap, Prepared


def overlap(one: Prepared, other: Prepared) -> Overlap:
    short, long = sorted((one, other), key=lambda text: len(text.words))
    return Overlap(short, long)


def digests(whole: str, reports: list[str], briefs: list[str]) -> bool:
    text = Prepared(whole)
    parts = [part_of(text, overlap(text, Prepared(one)), excerpt=False) for one in reports]
    parts += [part_of(text, overlap(text, Prepared(one)), excerpt=True) for one in briefs]
    return is_digest([part for part in parts if part])


def lede(text: str) -> str:
    return text.split("\n\n", 1)[0]


def test_ledes_of_two_reports_make_a_digest(dam: str, port: str) -> None:
    assert digests(f"{lede(dam)}\n\n{lede(port)}", [dam, port], [])


def test_the_lede_of_one_report_does_not(dam: str, port: str) -> None:
    assert not digests(f"{lede(dam)}\n\n{lede(port)}", [dam], [])


def test_briefs_that_stand_alone_make_a_digest(dam: str, port: str, vote: str) -> None:
    briefs = [lede(dam), lede(port), lede(vote)]
    assert digests("\n\n".join(briefs), [], briefs)


def test_three_briefs_with_names_of_their_own_make_a_digest_of_whatever_length(dam: str, port: str, vote: str) -> None:
    whose = ("Ivo Marek", "Lena Brandt", "Otto Sund")
    briefs = [f"{lede(text)} This was said by {name}." for text, name in zip((dam, port, vote), whose, strict=True)]
    rest = " ".join(
        f"Item {number} of the day is not told anywhere else and goes on for a while." for number in range(40)
    )
    assert digests("\n\n".join([*briefs, rest]), [], briefs)


def test_a_report_from_which_two_pieces_borrow_is_none(dam: str, port: str, vote: str) -> None:
    paragraphs = dam.split("\n\n")
    pieces = [f"{paragraphs[1]}\n\n{port}", f"{paragraphs[2]}\n\n{vote}"]
    assert not digests("\n\n".join([dam, *([lede(dam).replace("Orla", f"Orla {n}") for n in range(4)])]), pieces, [])


def test_a_report_that_was_cut_twice_is_none(dam: str) -> None:
    paragraphs = dam.split("\n\n")
    cuts = ["\n\n".join(paragraphs[:2]), "\n\n".join(paragraphs[3:5])]
    assert not digests(dam, [], cuts)


def test_the_lede_under_a_new_top_is_an_opening(dam: str, port: str) -> None:
    top = "A commission met behind closed doors on Wednesday, and nobody would say what had been on its table so late."
    whole = f"{lede(dam)}\n\n{lede(port)}"
    assert digests(whole, [f"{top}\n\n{dam}", port], [])


def test_a_copy_with_the_opening_of_another_report_beside_is_told(dam: str, port: str) -> None:
    text = Prepared("\n\n".join(dam.split("\n\n")[:2]) + f"\n\n{lede(port)}")
    best, other = overlap(text, Prepared(dam)), overlap(text, Prepared(port))
    assert has_other_opening(text, best, [other])
    assert not has_other_opening(text, best, [])


def test_a_paragraph_is_borrowed_and_a_quotation_is_not(dam: str, port: str) -> None:
    own, paragraphs = Prepared(port), dam.split("\n\n")
    assert is_borrowed(overlap(Prepared(f"{port}\n\n{paragraphs[1]}"), Prepared(dam)))
    assert not is_borrowed(overlap(own, Prepared(dam)))
    assert not is_borrowed(overlap(Prepared(f"{port}\n\n{paragraphs[3]}"), Prepared(dam)))

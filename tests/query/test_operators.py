"""Space, or, not, quotes and parentheses between terms."""

from __future__ import annotations

import pytest
from little_library import LIBRARY, reading, understood

from geotui.errors import PhraseError
from geotui.query import evaluate, sentence
from geotui.query.nodes import And, Node, Not, Or, Term

EVERYTHING = list(LIBRARY.everything())


def shape(text: str) -> str:
    """The tree, terms as typed."""
    return drawn(reading(text).root)


def drawn(node: Node) -> str:
    if isinstance(node, Term):
        return node.reading.typed
    if isinstance(node, Not):
        return f"-{drawn(node.part)}"
    assert isinstance(node, And | Or)
    return f"({('&' if isinstance(node, And) else '|').join(map(drawn, node.parts))})"


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("xi putin", "(xi&putin)"),
        ("xi and putin", "(xi&putin)"),
        ("xi, putin", "(xi&putin)"),
        ("xi or putin", "(xi|putin)"),
        ("xi OR putin", "(xi|putin)"),
        ("xi|putin", "(xi|putin)"),
        ("xi | putin", "(xi|putin)"),
        ("xi or putin or trump", "(xi|putin|trump)"),
        ("xi or putin feb 2022", "((xi|putin)&feb 2022)"),
        ("feb 2022 xi or vladimir putin tariffs", "(feb 2022&(xi|vladimir putin)&tariffs)"),
        ("xi & putin", "(xi&putin)"),
        ("xi&putin", "(xi&putin)"),
        ("r&d", "r&d"),
        ("xi ! putin ?", "(xi&putin)"),
        ("xi or (putin trump)", "(xi|(putin&trump))"),
        ("us-china or xi", "((us&china)|xi)"),
    ],
)
def test_or_binds_tighter_than_space_and_joins_the_runs_beside_it(typed: str, tree: str) -> None:
    assert shape(typed) == tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("-trump", "-trump"),
        ("(-trump)", "-trump"),
        ("not trump", "-trump"),
        ("!trump", "-trump"),
        ("xi –trump", "(xi&-trump)"),
        ('!"weak truce"', '-"weak truce"'),
        ("xi -trump", "(xi&-trump)"),
        ("xi not trump", "(xi&-trump)"),
        ("xi and not trump", "(xi&-trump)"),
        ("xi or -trump", "(xi|-trump)"),
        ("-vladimir putin feb 2022", "(-vladimir putin&feb 2022)"),
        ('-"weak truce" xi', '(-"weak truce"&xi)'),
        ("-(xi putin) trump", "(-(xi&putin)&trump)"),
        ("-actor:xi putin", "(-actor:xi&putin)"),
        ("-us-china", "-(us&china)"),
        ("not the trump", "-trump"),
        ("not not xi", "xi"),
    ],
)
def test_without_takes_the_next_run_quotes_or_group(typed: str, tree: str) -> None:
    assert shape(typed) == tree


@pytest.mark.parametrize(("typed", "tree"), [("- trump", "trump"), ("xi - trump", "(xi&trump)"), ("trump-", "trump")])
def test_a_spaced_minus_is_not_without(typed: str, tree: str) -> None:
    assert shape(typed) == tree


@pytest.mark.parametrize(
    "typed", ["xi or", "xi |", "xi -", "xi not", "xi and", "or xi", "| xi", "xi and or", "xi or ()"]
)
def test_an_operator_without_its_word_does_nothing(typed: str) -> None:
    assert shape(typed) == "xi"


@pytest.mark.parametrize("typed", ["", "  ", "()", "((", ")", '""', "-", "or", "- -", "not", "|", "…", "actor:"])
def test_what_says_nothing_is_everything(typed: str) -> None:
    assert list(evaluate(reading(typed), LIBRARY).sure) == EVERYTHING
    assert sentence(reading(typed)).startswith("everything")


def test_quotes_ask_for_words_in_that_order() -> None:
    assert list(evaluate(reading('"weak truce"'), LIBRARY).sure) == [1]
    assert not evaluate(reading('"truce weak"'), LIBRARY).possible
    assert understood("“xi”") == [("text", '"xi"')]


def test_an_open_quote_goes_to_the_end() -> None:
    assert understood('xi "weak truce (and') == [("person", "Xi Jinping"), ("text", '"weak truce (and"')]


@pytest.mark.parametrize(
    ("typed", "tree"), [("(((xi", "xi"), ("xi)) putin", "(xi&putin)"), ("(xi | putin", "(xi|putin)")]
)
def test_unbalanced_parentheses_are_closed_or_left_out(typed: str, tree: str) -> None:
    assert shape(typed) == tree


def test_nesting_has_an_end_in_words() -> None:
    with pytest.raises(PhraseError, match="nested"):
        reading("(" * 500 + "xi")


def test_the_letters_of_operators_inside_words_are_letters() -> None:
    assert shape("tariffs-or-truce") == "(tariffs&truce)"
    assert shape("order notary") == "(order&notary)"

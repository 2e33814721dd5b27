from __future__ import annotations

import pytest

from geotui.articles.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The president said that he would not go to the islands, and it is not for the first time.", "en"),
        ("Le président a dit que le traité est un modèle pour les pays de la région et qu'il ne partira pas.", "fr"),
        (
            "Der Präsident ist nicht in die Stadt gefahren, und das ist ein Zeichen, das von allen gesehen wird.",
            "de",
        ),
        ("Президент не поехал на острова, и это было не в первый раз после того, как он вернулся.", "ru"),
        ("外交部长称该条约是整个大西洋的典范。", "zh"),
        ("大統領は島へ行かないと述べた。", "ja"),
        ("대통령은 섬에 가지 않겠다고 말했다.", "ko"),
        ("قال الرئيس إنه لن يذهب إلى الجزر", "ar"),
        ("Ο πρόεδρος δεν θα πάει στα νησιά", "el"),
    ],
)
def test_languages_are_told_by_script_and_function_words(knowledge, text, code):
    assert language_of(text, None, knowledge) == code


def test_what_is_declared_holds_where_the_text_is_too_short(knowledge):
    assert language_of("Ja.", "nb-NO", knowledge) == "nb"
    assert language_of("Ja.", "Norwegian Bokmål", knowledge) == "en"
    assert language_of("", None, knowledge) == "en"


def test_the_text_overrules_what_is_declared(knowledge):
    text = "The president said that he would not go to the islands, and it is not for the first time."
    assert language_of(text, "fr", knowledge) == "en"

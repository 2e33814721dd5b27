"""Who is found in a text that is not in English."""

from __future__ import annotations

from actors.texts import read

from geotui.model import ActorKind


def test_a_text_not_in_english_yields_known_actors_only() -> None:
    body = "Владимир Путин встретился с Иваном Петровым. Путин был краток."
    found = read(body, language="ru")
    assert [a.name for a in found if a.kind is ActorKind.PERSON] == ["Vladimir Putin"]
    assert len(found[0].mentions) == 2
    inflected = read(
        "Разговор с Владимиром Путиным и Сергеем Лавровым. Лаврову ответили.", "Путин ответил", language="ru"
    )
    assert {a.name: len(a.mentions) for a in inflected} == {"Vladimir Putin": 1, "Sergei Lavrov": 2}
    assert inflected[0].where == ("title", "body")
    assert [a.name for a in read("习近平昨天在北京讲话。", language="zh")] == ["Xi Jinping"]

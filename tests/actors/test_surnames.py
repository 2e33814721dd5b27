"""Whom a surname alone means."""

from __future__ import annotations

from actors.texts import people, read


def test_a_bare_surname_is_whoever_held_office_on_the_day() -> None:
    assert people("Bush spoke to Congress.", day="2005-03-01") == {"George W. Bush"}
    assert people("Xi arrived.", day="2022-02-04") == {"Xi Jinping"}
    assert people("China's Xi arrived.", day=None) == {"Xi Jinping"}


def test_a_bare_surname_of_several_is_the_one_whom_readers_know_best_at_the_time() -> None:
    assert people("Trump said little.", day="2018-03-01") == {"Donald Trump"}
    assert people("Bush said little.", day="2005-03-01") == {"George W. Bush"}
    assert people("Johnson said little.", day="2021-03-01") == {"Boris Johnson"}


def test_a_bare_surname_of_several_alike_is_nobody() -> None:
    assert people("Kim said little.", day=None) == set()
    assert people("Johnson said little.", day=None) == set()
    assert people("Clinton said little.", day="2012-03-01") == set()


def test_a_country_named_in_the_text_decides_between_bearers() -> None:
    assert people("Britain waited. Johnson said little.", day="2023-11-20") == {"Boris Johnson"}


def test_the_plural_of_a_surname_names_all_of_that_name_in_the_text() -> None:
    found = read("Bill Clinton and Hillary Clinton left. A guest of the Clintons stayed.")
    assert [len(a.mentions) for a in found] == [2, 2]


def test_a_surname_with_its_particle_is_whose_surname_has_it() -> None:
    assert people("Von der Leyen and bin Salman spoke.") == {"Ursula von der Leyen", "Mohammed bin Salman"}
    assert people("Suu Kyi was jailed.") == {"Aung San Suu Kyi"}
    assert people("Le Pen lost in France.") == {"Marine Le Pen"}


def test_a_surname_of_two_great_people_is_nobody_where_no_country_tells() -> None:
    assert people("Harris smiled.", day="2024-07-20") == set()
    assert people("Harris smiled in Ireland.", day="2024-07-20") == {"Simon Harris"}
    assert people("Harris smiled in Washington, and America watched.", day="2024-07-20") == {"Kamala Harris"}


def test_an_office_of_today_goes_before_an_office_of_long_ago() -> None:
    assert people("Bush spoke to the nation.", day="1991-02-01") == {"George H.W. Bush"}
    assert people("Sharif took over in Pakistan.", day="2014-05-01") == {"Nawaz Sharif"}
    assert people("Sharif took over in Pakistan.", day="2022-05-01") == {"Shehbaz Sharif"}


def test_two_named_in_full_who_share_a_surname_stay_two() -> None:
    named = {"Kim Jong Un", "Kim Yo Jong"}
    assert people("Kim Jong Un and his sister Kim Yo Jong came. Kim smiled.") == named
    found = read("Anne Brannock met Paul Brannock. Anne left. Paul Brannock stayed.")
    assert [(a.name, len(a.mentions)) for a in found] == [("Anne Brannock", 2), ("Paul Brannock", 2)]


def test_two_first_names_before_one_surname_are_two_people() -> None:
    assert people("Emmanuel and Brigitte Macron waved.") == {"Emmanuel Macron", "Brigitte Macron"}


def test_a_title_is_no_part_of_a_mention_though_it_is_of_the_usual_name() -> None:
    body = "Queen Beatrix met Pope Francis. King Felipe VI slept."
    assert [body[start:end] for a in read(body) for start, end in a.mentions] == ["Beatrix", "Francis", "Felipe VI"]
    assert people(body) == {"Queen Beatrix", "Pope Francis", "King Felipe VI"}

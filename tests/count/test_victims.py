"""Names: two spellings that can be one person count once (R26)."""

from __future__ import annotations

from belegt.count.victims import distinct
from tests.count.telling import tell


def people(*names: str) -> int:
    return distinct(tell([f"a: 1 killed man, named {name}" for name in names]).claims)


def test_spellings_of_one_name_are_one_person() -> None:
    assert people("Lina Kamal Marzouq Al-Sha’ir", "Lina Kamal Al-Shaer", "Lina Alshaer") == 1


def test_a_given_name_alone_may_be_the_person_named_in_full() -> None:
    assert people("Amira Imad Siam", "Amira") == 1


def test_brothers_are_different_people() -> None:
    assert people("Marwan Shamlakh", "Assad Shamlakh", "Yazan Shamlakh") == 3


def test_a_nickname_in_brackets_makes_no_second_person() -> None:
    assert people("Yasser Muhammad Salem Abu Mathkur (Abu Muhammad)", "Yasser Abu Mathkur") == 1

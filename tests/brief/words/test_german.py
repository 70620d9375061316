"""Sources after "laut": the dative where it is certain, nothing where it is not."""

from __future__ import annotations

import pytest

from belegt.brief.words.german import accusative, dative, nominative


@pytest.mark.parametrize(
    ("phrase", "after_laut"),
    [
        ("Die in Großbritannien ansässige Syrische Beobachtungsstelle für Menschenrechte",
         "der in Großbritannien ansässigen Syrischen Beobachtungsstelle für Menschenrechte"),
        ("Syrische Beobachtungsstelle für Menschenrechte", "Syrischer Beobachtungsstelle für Menschenrechte"),
        ("Syrischen Beobachtungsstelle für Menschenrechte", "der Syrischen Beobachtungsstelle für Menschenrechte"),
        ("die Polizei", "der Polizei"),
        ("der Bundeswehr", "der Bundeswehr"),
        ("der UN-Hochkommissar für Menschenrechte", "dem UN-Hochkommissar für Menschenrechte"),
        ("Der Kongressabgeordnete Peter Muster", "dem Kongressabgeordneten Peter Muster"),
        ("Erika Muster, der Polizeichef der Region", "Erika Muster, dem Polizeichef der Region"),
        ("die lokalen Fernsehsender", "den lokalen Fernsehsendern"),
        ("die Vereinten Nationen", "den Vereinten Nationen"),
        ("Die Frankfurter Rundschau", "der Frankfurter Rundschau"),
        ("Die Retter der Hilfsorganisation", "den Rettern der Hilfsorganisation"),
        ("das Verteidigungsministerium", "dem Verteidigungsministerium"),
        ("ein Sprecher der Feuerwehr", "einem Sprecher der Feuerwehr"),
        ("ägyptischen Innenministeriums", "ägyptischen Innenministeriums"),
        ("Andere Quellen", "anderen Quellen"),
        ("Polizeiangaben", "Polizeiangaben"),
        ("UNO", "UNO"),
        ("seines Vermögensverwalters", None),
        ("er", None),
        ("die Xyzq", None),
    ],
)  # fmt: skip
def test_a_source_follows_laut_in_the_dative(phrase: str, after_laut: str | None) -> None:
    assert dative(phrase) == after_laut


def test_no_word_of_a_name_is_lost() -> None:
    assert dative("Der Gouverneur des Staates Oaxaca, Gabino Cué") == "dem Gouverneur des Staates Oaxaca, Gabino Cué"


def test_a_label_stands_in_the_nominative_or_not_at_all() -> None:
    assert nominative("Rebellen") == "Rebellen"
    assert nominative("Die Polizei") == "die Polizei"
    assert nominative("Syrischen Beobachtungsstelle") == "Syrische Beobachtungsstelle"
    assert nominative("Mitgliedern der Gruppe") is None
    assert nominative("deutscher Soldaten") is None
    assert nominative("der Polizei") is None


def test_an_authority_stands_in_the_accusative_or_not_at_all() -> None:
    assert accusative("einen Augenzeugen") == "einen Augenzeugen"
    assert accusative("Sicherheitskreisen") == "Sicherheitskreise"
    assert accusative("Augenzeugen") == "Augenzeugen"
    assert accusative("Kongress-, Militär- und Pentagon-Sprechern") is None

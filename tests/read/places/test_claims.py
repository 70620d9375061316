"""Where a claim happened: its clause, its sentence, the scene of the story, the headline, the dateline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.model.where import UNKNOWN_PLACE
from tests.read.places.asking import ask, places

GAPPING = "Eight rebels were killed in Van province, five in Sirnak and four in Hakkari."


@pytest.mark.parametrize(("quote", "place"), [("Eight rebels were killed", "Van"), ("five in Sirnak", "Sirnak"), ("four in Hakkari", "Hakkari")])
def test_each_figure_of_a_gapping_list_has_its_own_place(quote: str, place: str) -> None:
    where, rule = ask(GAPPING, quote, "en")
    assert rule == "sentence"
    assert place.casefold() in where.text.casefold()


ROUND_UP = "In Homs a car bomb killed ten. Four others were wounded. In Damascus shells killed two. Six were hurt."


@pytest.mark.parametrize(("quote", "place"), [("killed ten", "Homs"), ("Four others", "Homs"), ("killed two", "Damascus"), ("Six were hurt", "Damascus")])
def test_a_new_scene_of_a_round_up_replaces_the_old_one(quote: str, place: str) -> None:
    assert ask(ROUND_UP, quote, "en")[0].place == place


def test_a_scene_is_carried_and_background_in_the_country_does_not_replace_it() -> None:
    text = "Bei einem Anschlag in Aleppo starben zehn Menschen. Die Rebellen kämpfen in Syrien. Vier wurden verletzt."
    where, rule = ask(text, "Vier wurden verletzt", "de")
    assert (where.place, rule) == ("Aleppo", "scene")


def test_a_place_where_somebody_speaks_is_no_scene() -> None:
    text = "Bei einem Anschlag in Aleppo starben zehn. Das sagte der Minister am Freitag in Genf. Vier wurden verletzt."
    assert ask(text, "Vier wurden verletzt", "de")[0].place == "Aleppo"


def test_a_part_of_the_city_is_named_after_the_city() -> None:
    text = "In Aleppo wird gekämpft. Im Westen der Stadt starben acht Kinder bei einem Angriff."
    where, rule = ask(text, "acht Kinder", "de")
    assert (where.text, where.place, rule) == ("Im Westen der Stadt", "Aleppo (West)", "refers back")


def test_there_refers_back_to_the_last_scene_and_takes_its_words() -> None:
    text = "Im Süden Äthiopiens gab es Überschwemmungen. Dort starben über 300 Menschen."
    where, _ = ask(text, "starben über 300 Menschen", "de")
    assert where.text == "Im Süden Äthiopiens"


def test_a_quarter_is_given_with_its_town() -> None:
    text = "A rocket hit Aleppo. It fell in al-Wahmiya neighbourhood killing one civilian."
    where, _ = ask(text, "killing one civilian", "en")
    assert (where.text, where.place) == ("in al-Wahmiya neighbourhood", "al-Wahmiya, Aleppo")


def test_the_place_may_follow_or_stand_in_the_headline_only() -> None:
    later = "At least 18 people were killed, a monitor said. The bomb exploded in a market in Idlib."
    assert ask(later, "18 people were killed", "en")[0].place == "Idlib"
    where, rule = ask("Mindestens sieben Menschen starben.", "sieben Menschen starben", "de", title="Bagdad: Tote bei Anschlag")
    assert (where.place, rule) == ("Bagdad", "title")


def test_a_lead_that_names_a_region_takes_the_one_town_that_the_story_goes_on_to_name() -> None:
    text = "A car bomb in central Turkey killed 13 soldiers. The blast hit a bus in the city of Kayseri."
    where, rule = ask(text, "killed 13 soldiers", "en")
    assert (where.text, where.place, rule) == ("in central Turkey", "Kayseri", "sharper")


def test_a_lead_that_sums_up_several_towns_keeps_its_region() -> None:
    text = "Bei Unwettern in Süddeutschland starben vier Menschen. In Ulm starb ein Mann. In Aalen starb ein Mädchen."
    assert ask(text, "starben vier Menschen", "de")[1] == "sentence"


def test_the_toll_of_a_war_is_that_of_the_country() -> None:
    text = "Shelling in Douma in Syria killed four. More than 330000 people have been killed since the war began."
    assert ask(text, "330000 people have been killed", "en")[0].place == "Syria"


def test_the_toll_of_a_war_may_have_four_figures_but_a_year_is_none() -> None:
    text = "In Sanaa im Jemen starben zwei Wachen. Dem Konflikt fielen mehr als 6400 Menschen zum Opfer."
    assert ask(text, "mehr als 6400 Menschen", "de")[0].place == "Jemen"
    text = "In Sanaa im Jemen starben zwei Wachen. Im Krieg von 2014 fielen dort auch drei Lehrer."
    assert ask(text, "drei Lehrer", "de")[0].place == "Sanaa"


def test_millions_in_flight_are_those_of_the_country() -> None:
    text = "In Kobe in Japan starb eine Frau. Zwei Millionen Menschen mussten ihre Wohnungen verlassen."
    where, rule = ask(text, "Zwei Millionen Menschen", "de", kind="displaced")
    assert (where.place, rule) == ("Japan", "country")
    assert ask(text, "Zwei Millionen Menschen", "de", kind="injured")[0].place == "Kobe"


HOSTS = {
    "de": ("In Messina kamen zwei Leichen an. Italien betreut derzeit 86.000 Flüchtlinge.", "86.000 Flüchtlinge", "Italien"),
    "en": ("Two died in Aleppo. Turkey shelters 900,000 refugees.", "900,000 refugees", "Turkey"),
}


@pytest.mark.parametrize("lang", HOSTS)
def test_refugees_are_in_the_country_that_takes_them_in(lang: str) -> None:
    text, quote, place = HOSTS[lang]
    assert ask(text, quote, lang, kind="displaced")[0].place == place


def test_a_village_without_name_is_the_one_that_the_story_goes_on_to_name() -> None:
    text = "A raid killed ten people in a village near Aleppo in Syria. The strike hit the village of Kafr Wahmi."
    where, rule = ask(text, "killed ten people", "en")
    assert (where.text, where.place, rule) == ("in a village near Aleppo in Syria", "Kafr Wahmi", "sharper")
    text = "A raid killed ten people in a village near Aleppo in Syria. The army holds the town of Azaz."
    assert ask(text, "killed ten people", "en")[0].place == "Aleppo"


def test_the_displaced_are_in_the_town_that_is_told_of() -> None:
    text = "The town of Atareb lies west of Aleppo. Raids hit it. The town is home to 40,000 displaced people."
    assert ask(text, "40,000 displaced people", "en", kind="displaced")[1] == "refers back"


def test_where_somebody_else_goes_or_a_journey_leads_takes_nobody_in() -> None:
    text = "In Slowenien kamen 5.700 Menschen an – ein Kind starb auf dem Boot nach Griechenland."
    assert ask(text, "kamen 5.700 Menschen an", "de", kind="displaced")[0].place == "Slowenien"
    text = "In Kufstein warteten 600 Menschen auf die Fahrt nach Deutschland."
    assert ask(text, "warteten 600 Menschen", "de", kind="displaced")[0].place == "Kufstein"


def test_where_a_government_confirms_something_is_no_scene() -> None:
    text = "In Brüssel starben 28 Menschen. Die Regierung in Washington hatte bestätigt, dass zwei Amerikaner tot sind."
    assert ask(text, "zwei Amerikaner tot sind", "de")[0].place == "Brüssel"


def test_the_toll_of_a_war_over_years_is_that_of_the_country() -> None:
    text = "Shelling in Douma in Syria killed four. Since 2011 more than 12,000 people have died of torture."
    start = text.index("12,000 people")
    asked = places(text, "en")
    assert asked.for_claim(start, start + 13, "killed", lasting=True)[0].place == "Syria"
    assert asked.for_claim(start, start + 13, "killed")[0].place == "Douma"


def test_so_many_miles_from_it_a_place_may_be_unknown() -> None:
    text = "They were going to Medellin when they were kidnapped 1 km from Wahmabad."
    assert "Wahmabad" in ask(text, "when they were kidnapped", "en")[0].text


def test_the_police_of_a_country_arrests_at_home() -> None:
    text = "A bomb killed two people in Paris. Belgian police arrested four men."
    where, rule = ask(text, "arrested four men", "en", kind="detained")
    assert (where.text, where.place, rule) == ("Belgian police", "Belgium", "police")
    text = "Die iranische Polizei hat 53 Verdächtige festgenommen. In Paris waren zuletzt Bomben explodiert."
    assert ask(text, "53 Verdächtige festgenommen", "de", kind="detained")[0].place == "Iran"


def test_the_police_of_the_country_that_is_told_of_leaves_the_scene_as_it_is() -> None:
    text = "A bomb killed two people in Paris. French police arrested four men."
    assert ask(text, "arrested four men", "en", kind="detained")[0].place == "Paris"


def test_an_event_that_only_dates_this_one_gives_it_no_place() -> None:
    text = "Zwei Tage nach dem Anschlag in Burgos gab es eine Explosion in Palma. Zwei Polizisten kamen ums Leben."
    assert "Palma" in ask(text, "Zwei Polizisten", "de")[0].place


def test_two_places_of_one_figure_are_named_together() -> None:
    where, _ = ask("Bomb attacks in Dublin and Belfast killed 33 people.", "killed 33 people", "en")
    assert where.text == "in Dublin and Belfast"


def test_a_german_report_has_german_names_and_the_wider_world_the_usual_ones() -> None:
    where, _ = ask("In Damaskus starben vier Menschen.", "starben vier", "de")
    assert where.place == "Damaskus"
    assert "Syria" in where.within


def test_a_dateline_is_the_last_resort_and_nothing_is_invented_without_a_place() -> None:
    where, rule = ask("Kabul – Fünf Menschen starben.", "Fünf Menschen starben", "de")
    assert (where.place, rule) == ("Kabul", "dateline")
    assert ask("Five people died.", "Five people died", "en") == (UNKNOWN_PLACE, "none")


@given(st.text(min_size=1, max_size=80), st.integers(0, 79), st.integers(1, 80), st.sampled_from(["de", "en"]))
def test_any_span_of_any_text_has_words_of_the_report_or_none(text: str, start: int, length: int, lang: str) -> None:
    start = min(start, len(text) - 1)
    where, rule = places(text, lang).for_claim(start, min(len(text), start + length))
    assert rule
    assert where.text in " ".join(text.split()) or not where.text


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("Zwei Kinder starben am Montag in Kalmata.", "Zwei Kinder", "Kalmata"),
        ("Bei einem Unfall in Obergessertshausen starben zwei Menschen.", "zwei Menschen", "Obergessertshausen"),
        ("Zwei Menschen kamen am Montag in Haft.", "Zwei Menschen", ""),
        ("Drei Opfer schweben in Lebensgefahr.", "Drei Opfer", ""),
    ],
)
def test_an_unknown_german_name_is_a_place_where_it_ends_like_one(text: str, quote: str, place: str) -> None:
    assert ask(text, quote, "de")[0].place == place


def test_a_hospital_to_which_people_are_taken_is_no_scene() -> None:
    text = "In Luxemburg brannte ein Zug. Zwei Verletzte wurden in die Klinik in Esch gebracht."
    assert ask(text, "Zwei Verletzte", "de")[0].place == "Luxemburg"


def test_the_place_that_opens_the_next_clause_is_not_that_of_the_claim_before_it() -> None:
    text = "In der Türkei wurden bis Mittwochmittag nach Angaben der Behörde 800 Tote geborgen, in Syrien sprachen Helfer von 200 Toten."
    assert ask(text, "800 Tote geborgen", "de")[0].place == "Türkei"

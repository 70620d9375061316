"""To whom the text ascribes the harm: own words first, then what the report told just before."""

from __future__ import annotations

from datetime import date

import pytest

from belegt.model import HarmClaim, Report
from belegt.read.reader import read


def blamed(text: str, lang: str) -> list[tuple[str, ...]]:
    claims = read(Report(id="actors", text=text, lang=lang))
    return [claim.by for claim in claims if isinstance(claim, HarmClaim)]


@pytest.mark.parametrize(
    ("lang", "text", "by"),
    [
        ("en", "The rebels fired a rocket that fell near a park, killing one civilian.", "The rebels"),
        ("en", "The army clashed with militants in the valley, killing six of them.", "The army"),
        ("en", "Units of the army attacked the camp, killing ten people.", "Units of the army"),
        ("en", "Three people died in an attack by gunmen.", "gunmen"),
        ("en", "Rebels accused the army of killing 30 villagers.", "the army"),
        ("en", "The party denounced the deaths of four students killed by police.", "police"),
        ("de", "Die Hamas erklärte, ein israelischer Luftangriff habe zwei Geiseln getötet.", "israelischer"),
        ("de", "Auf dem Markt explodierte eine Bombe, 20 Menschen starben. Die Regierung machte die Terrormiliz dafür verantwortlich.", "die Terrormiliz"),
        ("de", "20 Menschen starben. Das Ministerium macht für dieses Attentat die Rebellen verantwortlich.", "die Rebellen"),
        ("de", "Israel erklärte, die Hamas habe zwei Geiseln getötet.", "die Hamas"),
        ("en", "Two soldiers were killed in clashes with rebels.", "rebels"),
        ("en", "Four people were killed in Russian airstrikes.", "Russian"),
        ("en", "Gunmen opened fire on a bus, killing five passengers and wounding two others.", "Gunmen"),
        ("en", "The army attacked a Taliban commander, killing several insurgents.", "The army"),
        ("en", "The army foiled an attack by militants on the base, killing ten of them.", "The army"),
        ("en", "An FMLN attack on the base killed four guards.", "FMLN"),
        ("en", "A Ukrainian drone strike killed two men.", "Ukrainian"),
        ("en", "The Islamic State group killed nine traders.", "The Islamic State group"),
        ("en", "Bombers hit a police station on Monday, killing 17 people.", "Bombers"),
        ("de", "Die Polizei hat 53 Anhänger der Miliz Islamischer Staat (IS) festgenommen.", "Die Polizei"),
        ("de", "Seit Tagen fliegen Russland und Syrien Angriffe auf die Stadt. Dabei wurden bisher 140 Menschen getötet.", "Russland und Syrien"),
        ("en", "Israel bombed a camp on Monday. In the attack six people were killed.", "Israel"),
        ("de", "Die Polizei ist am Montag gegen eine Zeitung vorgegangen. Zwei Redakteure seien festgenommen worden.", "Die Polizei"),
        ("en", "The militia is responsible for the death of about 200 people.", "The militia"),
        ("en", "A man was killed by fire of the coalition forces.", "the coalition forces"),
        ("en", "Two guards were killed in fighting with Kurdish Workers Party (KWP) guerrillas.", "Kurdish Workers Party (KWP) guerrillas"),
        ("en", "Two bombs set off by urban guerrillas destroyed a shop. The explosions caused no injuries.", "urban guerrillas"),
        ("en", "The monitor said the rebels shot the men and killed ten of them.", "the rebels"),
        ("en", "Army troops clashed with al-Demo Front in the hills and killed one of the commanders.", "Army troops"),
        ("en", "Activists said that Demolands warplanes conducted nine air raids on the city killing dozens of villagers.", "Demolands warplanes"),
        ("en", "A joint security force entered the compound. Ten suspected insurgents were detained.", "A joint security force"),
        ("en", "The army foiled an attack by militants on two posts. Some 25 militants were killed.", "The army"),
        ("en", "At least 14 dead in strike on market. The border troops killed at least 14 people.", "The border troops"),
        ("de", "Am Freitag beschoss die Luftwaffe einen Markt. Dabei starben neun Menschen.", "die Luftwaffe"),
        ("de", "Fünf Soldaten wurden von Aufständischen getötet, zwei weitere Soldaten wurden verletzt.", "Aufständischen"),
        ("de", "Bei einem Angriff der Rebellen starben drei Menschen.", "Rebellen"),
        ("de", "Der Club ist von Terrorkommandos überfallen worden. Dabei starben 90 Menschen.", "Terrorkommandos"),
    ],
)
def test_the_actor_of_the_sentence_is_named(lang: str, text: str, by: str) -> None:
    found = blamed(text, lang)
    assert found
    assert set(found) == {(by,)}


@pytest.mark.parametrize(
    "text",
    [
        "Four people were killed by a car bomb as the city fears a possible US attack.",
        "The police began a search. Two tourists were kidnapped.",
        "A car bomb in central Turkey has killed 13 people.",
        "Air strikes killed 24 people a day after Russia agreed to a truce.",
        "The opposition groups say a gas attack killed dozens of people.",
        "Four people were killed by shells in the town held by rebels.",
        "The army lost 11 soldiers in the battle.",
        "The multi-front war has displaced millions of people.",
        "The blast killed two people. It is not known who was behind it.",
        "A day after the police said that crime had fallen, two men died in a fire.",
    ],
)
def test_nobody_is_named_who_did_not_do_it(text: str) -> None:
    assert set(blamed(text, "en")) == {()}


@pytest.mark.parametrize(
    ("lang", "text", "by"),
    [
        ("en", "Police shot the gunman, who had killed three people.", [("Police",), ()]),
        ("en", "The hospital, run by rebels, was hit and five died.", [()]),
        ("en", "The government condemned the killing of five monks.", [()]),
        ("de", "In einem von Rebellen gehaltenen Dorf starben fünf Menschen.", [()]),
    ],
)
def test_a_victim_a_holder_and_one_who_condemns_are_no_actors(lang: str, text: str, by: list[tuple[str, ...]]) -> None:
    assert blamed(text, lang) == by


def test_an_attack_told_before_is_the_harm_of_the_next_sentence() -> None:
    assert blamed("Warplanes of the regime bombed a market on Monday. Nine people were killed.", "en") == [("Warplanes of the regime",)]


def test_an_attacker_is_no_victim_of_his_own_side() -> None:
    found = blamed("Islamist fighters attacked a school. A suicide bomber blew himself up.", "en")
    assert found == [()]


@pytest.mark.parametrize(
    ("lang", "text", "by"),
    [
        ("de", "Bei dem Anschlag starben neun Menschen. Die Terrormiliz hat sich zu dem Anschlag bekannt.", "Die Terrormiliz"),
        ("en", "Nine people died in the blast. The Taliban claimed responsibility for the attack.", "The Taliban"),
        ("en", "Nine people died in the blast. No group claimed responsibility for the attack.", ""),
    ],
)
def test_who_claims_the_attack_is_its_actor(lang: str, text: str, by: str) -> None:
    assert blamed(text, lang) == [(by,) if by else ()]


def test_the_actor_of_a_running_total_is_not_that_of_one_day_in_it() -> None:
    text = "Seit Beginn der Angriffe seien 16 Zivilisten durch Beschuss der Rebellen getötet worden. Am Sonntag wurden acht Kinder getötet, als eine Granate einschlug."
    total, day = (claim for claim in read(Report(id="actors", text=text, lang="de", published=date(2016, 11, 22))) if isinstance(claim, HarmClaim))
    assert (total.scope, total.by) == ("total", ("Rebellen",))
    assert (day.scope, day.by) == ("incident", ())


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Five militants were killed in air strikes."),
        ("en", "The correspondent said the blasts claimed the lives of three people."),
        ("en", "Airstrikes on the Islamic State group's town killed 25 civilians."),
        ("en", "An opposition activist said the blast killed ten guards."),
        ("en", "A monitoring group counted six people killed."),
        ("en", "Rebels attacked a post near the river. In other military actions, one farmer was killed in the hills."),
        ("de", "Die Luftwaffe beschoss einen Markt. Bei einem anderen Vorfall starb ein Bauer."),
    ],
)
def test_neither_the_dead_nor_the_actor_of_another_event_did_it(lang: str, text: str) -> None:
    assert blamed(text, lang) == [()]

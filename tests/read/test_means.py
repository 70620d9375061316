"""R18: by what means people came to harm, by the words of the report and those told before."""

from __future__ import annotations

import pytest

from belegt.model import HarmClaim, Report
from belegt.read.reader import read


@pytest.mark.parametrize(
    ("lang", "text", "means"),
    [
        ("en", "Jets launched airstrikes on the town. At least 20 people have been killed in the bombing.", [("air_strike",)]),
        ("en", "A bomb killed two guards. Later six militants were killed in clashes near the river.", [("bomb",), ()]),
        ("en", "Five soldiers were killed in clashes with gunmen.", [()]),
        ("en", "A policeman was killed by gunshots during clashes.", [("shooting",)]),
        ("en", "The group crucified and killed three men.", [("execution",)]),
        ("en", "The truce collapsed. Four people were killed near the gas fields.", [()]),
        ("en", "An executive was killed.", [()]),
        ("en", "A bomb hit the house and killed two people. Neighbours spoke of an airstrike.", [("air_strike",)]),
        ("en", "The blast that killed two people was caused by a drone strike.", [("drone",)]),
        ("en", "A car bomb killed two people. An airstrike followed.", [("bomb",)]),
        ("en", "An airstrike killed a man. In another incident a farmer was killed in the hills.", [("air_strike",), ()]),
        ("de", "Auf seiner Amokfahrt tötete er drei Menschen. Eine Frau war sofort tot.", [("vehicle",), ("vehicle",)]),
        ("de", "Bei einem Badeunfall starb ein Mann.", [("other",)]),
        ("de", "Der Fischkutter lief auf Felsen, drei Menschen ertranken.", [("ship",)]),
        ("de", "Auf den Straßen des Bezirks kamen sieben Menschen um.", [("traffic",)]),
        ("de", "Der Ausschuss tagte. Bei den Anschlägen starben drei Menschen.", [()]),
        ("de", "Beim Ansturm auf das Lager starb ein Mann.", [()]),
        ("de", "Seit Tagen fliegen Russland und Syrien Angriffe. Dabei wurden bisher 140 Menschen getötet.", [("air_strike",)]),
        ("de", "Eine Mine tötete einen Mann. Am Posten sprengte sich ein Selbstmordattentäter in die Luft. Zwei Wachen wurden getötet.", [("mine",), ("suicide_bomb",), ("suicide_bomb",)]),
        ("de", "Der Maler starb im Alter von 91 Jahren.", [("illness",)]),
        ("de", "Am See wurden vier Camper vom Blitz getroffen und verletzt.", [("natural",)]),
        ("de", "Eine Frau starb, nachdem sie mit Benzin übergossen worden war.", [("fire",)]),
        ("de", "Bei einem Arbeitsunfall wurde ein Mann verletzt.", [("other",)]),
        ("de", "Bei der Havarie starben 32 Passagiere.", [("ship",)]),
        ("de", "Ein Attentäter sprengte sich in die Luft. Zehn Menschen starben.", [("suicide_bomb",), ("suicide_bomb",)]),
        ("de", "Das Hochwasser traf das ganze Land. 20.000 Menschen mussten ihre Häuser verlassen.", [("natural",)]),
        ("de", "Bei einem Brand starb ein Mann im Alter von 91 Jahren.", [("fire",)]),
        ("de", "Eine Bombe tötete zwei Wachen. Bei Kämpfen am Fluss starben sechs Rebellen.", [("bomb",), ()]),
    ],
)  # fmt: skip
def test_the_means_of_a_claim_are_those_told_for_it(lang: str, text: str, means: list[tuple[str, ...]]) -> None:
    claims = [c for c in read(Report(id="case", text=text, lang=lang)) if isinstance(c, HarmClaim)]
    assert [c.means for c in claims] == means


def test_an_entry_of_a_list_far_behind_has_the_means_of_the_lead() -> None:
    text = "An airstrike killed two people in the camp. " + "The street was quiet in the morning. " * 14 + "\n\nOmar Hadi\n\nAdult male killed"
    claims = [c for c in read(Report(id="case", text=text, lang="en")) if isinstance(c, HarmClaim)]
    assert [c.means for c in claims] == [("air_strike",)] * len(claims)
    assert len(claims) > 1

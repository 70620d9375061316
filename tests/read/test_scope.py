"""R10: single incident or running total, by the words and the time of a claim."""

from __future__ import annotations

import pytest

from belegt.model import HarmClaim, Report
from belegt.read.reader import read


@pytest.mark.parametrize(
    ("lang", "text", "scopes"),
    [
        ("en", "More than 40 people have been killed in the province.", ["total"]),
        ("en", "Shelling killed two civilians in the city that has been divided since July 2012.", ["incident"]),
        ("en", "Seven people have been injured in the blast.", ["incident"]),
        ("en", "Nine villagers were killed in three separate explosions.", ["total"]),
        ("en", "Two shells hit a bus, killing four people.", ["incident"]),
        ("en", "It was the worst day since 2009, when 200 people were killed.", ["incident"]),
        ("en", "A war monitoring group said an airstrike killed six people.", ["incident"]),
        ("en", "Thirty people were killed over the past few days.", ["total"]),
        ("en", "A total of 12 people were killed in three blasts. A bomb killed five. A mine killed seven.", ["total", "incident", "incident"]),
        ("en", "At least 23 fighters have been killed by artillery fire in the north.", ["incident"]),
        ("en", "Troops executed 48 people earlier this week in a northern village.", ["incident"]),
        ("en", "At least 13 civilians died on Friday and Saturday.", ["total"]),
        ("en", "Planes bombed two homes in the war-hit town, leaving 43 civilians dead.", ["incident"]),
        ("en", "Troops were killed in the town, 110,000 of them in the fight for the north.", ["incident", "total"]),
        ("en", "In January another attack on the shrine killed 70 people.", ["incident"]),
        ("en", "An attack on two villages killed 15 civilians.", ["incident"]),
        ("en", "Forty men were shot in one of the three main towns.", ["incident"]),
        ("en", "The militia has executed about 300 people in the town.", ["total"]),
        ("en", "Two children were killed in government raids in the conflict zone of a long war.", ["incident"]),
        ("en", "In December 2015 three guards were wounded when a boy threw a grenade.", ["incident"]),
        ("en", "120 rebels killed in the north. At least 120 rebels have been killed over the past few days.", ["total", "total"]),
        ("en", "At least 25 villagers have been killed in the district. Air strikes on Tuesday killed 25 villagers.", ["incident", "incident"]),
        ("en", "Ten people have been killed following rocket attacks on the town.", ["incident"]),
        ("de", "Bei einem Angriff auf zwei Dörfer starben 15 Menschen.", ["incident"]),
        ("de", "Bei den Luftangriffen wurden bereits 60 Kämpfer getötet.", ["total"]),
        ("de", "Bei dem Anschlag wurden sieben Menschen getötet.", ["incident"]),
        ("de", "Bei mehreren Anschlägen starben 30 Menschen.", ["total"]),
        ("de", "Bei Sprengstoffanschlägen kamen 30 Menschen ums Leben.", ["total"]),
        ("de", "Bei Luftangriffen wurden am Sonntag sechs Menschen getötet.", ["incident"]),
        ("de", "Bislang wurden 70 Leichen geborgen.", ["incident"]),
        ("de", "Im Mai 2010 starben bei einer Razzia neun Männer.", ["incident"]),
        ("de", "Bei dem Überfall wurden etwa 1.200 Menschen getötet.", ["incident"]),
        ("de", "Seitdem sind 14 Menschen ums Leben gekommen.", ["total"]),
        ("de", "Unzählige Menschen wurden verschleppt.", ["total"]),
        ("de", "Im April wurden 60 Menschen festgenommen.", ["total"]),
        ("de", "Von 3. Mai bis 9. Juni kamen 600 Flüchtlinge ins Land.", ["total"]),
        ("de", "Seit Mai wurden 70 Kämpfer getötet. Auf ukrainischer Seite starben 20 Soldaten.", ["total", "total"]),
        ("de", "Bei dem Erdbeben stürzten Häuser ein. 8.000 Tote wurden geborgen.", ["incident"]),
        ("de", "Im Laufe des Tages kamen 7.800 Flüchtlinge über die Grenze.", ["incident"]),
        ("de", "Im Laufe des Jahres kamen 7.800 Flüchtlinge über die Grenze.", ["total"]),
        ("de", "Am Mittwoch kamen 5.500 Flüchtlinge aus Serbien an.", ["incident"]),
        ("de", "Es war der blutigste Tag seit 2009, als 200 Menschen starben.", ["incident"]),
        ("de", "In den vergangenen Tagen starben 20 Menschen.", ["total"]),
    ],
)  # fmt: skip
def test_the_words_of_a_claim_tell_an_incident_from_a_running_total(lang: str, text: str, scopes: list[str]) -> None:
    claims = [c for c in read(Report(id="case", text=text, lang=lang)) if isinstance(c, HarmClaim)]
    assert [c.scope for c in claims] == scopes

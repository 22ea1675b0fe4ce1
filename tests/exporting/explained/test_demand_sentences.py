"""Every kind of conflict and way out is a sentence with names and amounts, in both languages."""

from dataclasses import replace

import pytest

from localisation.cli.refusal import refusal_rows, refusal_sentences
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.exporting.explained.demand_sentences import DemandSentences
from localisation.solving.explaining.diagnose import diagnose
from localisation.solving.explaining.diagnosis import Conflict, Diagnosis, Relief, WayOut
from localisation.solving.verify import assess
from localisation.texts import LANGUAGES, Texts
from tests.solving.sample import criterion, instance, with_english_works

LIMITS = SolveLimits(time_limit_s=60, workers=1)
ROOM = criterion("plass", "space_capacity", name="Alle får plass")
IN_B = criterion("fast", "fixed_location", name="Fast sted", units=("u", "v"), parameters={"buildings": ("B",)})
CLOSED = criterion("stengt", "buildings_closed", name="C er stengt", parameters={"buildings": ("C",)})
BUDGET = criterion("ramme", "refurbishment_cost", name="Rammen", at_most=1_200)
EVERYWHERE = criterion("alle hus", "buildings_used", name="Alle hus", parameters={"buildings": ("A", "B", "C")})
FEW = criterion("få", "building_limit", name="Få bygg", parameters={"at_most": 1})
NORTH = criterion("u nord", "allowed_location", name="I nord", units=("u",), parameters={"centres": ("N",)})
SOUTH = criterion("v sør", "allowed_location", name="I sør", units=("v",), parameters={"centres": ("S",)})
NEAR = criterion("nær", "near", name="Nærhet", units=("u",), parameters={"others": ("v",), "limit_min": 1})

CASES = {
    "room": ((ROOM, IN_B), "Utvid Hus B: arbeidsplasser fra 6 til 9 plasser (+3)."),
    "money": ((ROOM, CLOSED, BUDGET), "Hev grensen i «Rammen» fra 1 200 000 til 2 000 000 kr (+800 000)."),
    "count": ((EVERYWHERE, FEW), "Tillat 3 i stedet for 1 i «Få bygg»."),
    "wholly": ((NORTH, SOUTH, NEAR), "Gi slipp på «I nord» for Enhet u."),
    "minutes": ((NORTH, SOUTH, NEAR), "minutter i stedet for 1 i «Nærhet», for Enhet u – Enhet v."),
}


@pytest.mark.parametrize(("musts", "sentence"), CASES.values(), ids=CASES)
def test_a_way_out_is_told_with_names_and_amounts(musts, sentence: str):
    place = instance(*musts)
    found = diagnose(place, LIMITS, every=True, most=9)
    told = "\n".join(refusal_sentences(place, found, Texts("nb"))).replace("\N{NO-BREAK SPACE}", " ")
    assert sentence in told.replace("\N{NARROW NO-BREAK SPACE}", " ")
    for name in (c.name for c in musts):
        assert name in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_a_whole_sentence_without_ids_of_things(language: str):
    place = instance(ROOM, IN_B)
    found = diagnose(place, LIMITS)
    lines = [line for line in refusal_sentences(place, found, Texts(language)) if line]
    assert all(line.rstrip()[-1] in ".:" for line in lines)
    assert not any("('" in line or "{" in line for line in lines)


def test_a_machine_is_told_the_same():
    place = instance(ROOM, IN_B)
    rows = refusal_rows(place, diagnose(place, LIMITS), Texts("en"))
    assert rows["minimal"]
    assert {d["criterion"] for d in rows["conflict"]} == {"plass", "fast"}
    assert {r["criterion"] for w in rows["ways_out"] for r in w["reliefs"]} <= {"plass", "fast"}


@pytest.mark.parametrize(("language", "name"), [("nb", "Tettere"), ("en", "Closer together")])
def test_works_have_their_name_in_the_language_of_the_reader(language: str, name: str):
    place = instance(ROOM, stock=with_english_works())
    more = Relief(criterion="plass", about=("A", "workplace"), kind="space", amount=2, bound=12, least=True)
    built = Proposal(placements=(), refurbishments=frozenset({"A+"}))
    way = WayOut(reliefs=(more,), proposal=built, assessment=assess(place, built), cheapest=True)
    (line,) = DemandSentences(place, Texts(language)).way_out(way)
    assert name in line


def told_of(conflict: Conflict, *, complete: bool = False) -> str:
    place = instance(ROOM, CLOSED, BUDGET)
    return "\n".join(refusal_sentences(place, Diagnosis(conflicts=(conflict,), complete=complete), Texts("nb")))


def test_of_a_conflict_that_is_not_minimal_only_what_is_needed_is_named():
    demands = (("plass", ("A", "workplace")), ("stengt", ("C",)), ("ramme", ()))
    some = told_of(Conflict(demands=demands, minimal=False, needed=(("ramme", ()),)))
    assert "er ikke funnet helt ut. Dette er med på det:\n  • Rammen (ramme)" in some
    assert "C er stengt" not in some
    none = told_of(Conflict(demands=demands, minimal=False))
    assert "ble ikke funnet før søket endte" in none
    assert "•" not in none


def test_that_there_may_be_more_conflicts_is_said_unless_all_are_told():
    one = Conflict(demands=(("ramme", ()),), minimal=True)
    assert "Det kan finnes flere" in told_of(one)
    assert "Det kan finnes flere" not in told_of(one, complete=True)


def test_a_bound_is_told_with_the_must_that_sets_it():
    said = told_of(Conflict(demands=(("ramme", ()),), minimal=True)).replace("\N{NO-BREAK SPACE}", " ")
    assert "Det kan ikke bli mer enn 1 200 000 kr." in said


def test_where_no_conflict_is_known_what_is_enough_alone_is_told_as_part_of_it():
    place = instance(ROOM, CLOSED, BUDGET)
    found = diagnose(place, LIMITS, every=True, most=9)
    alone = replace(found, conflicts=(), ways_out=tuple(w for w in found.ways_out if len(w.demands) == 1))
    said = "\n".join(refusal_sentences(place, alone, Texts("nb")))
    assert "er ikke funnet helt ut. Dette er med på det:\n  • " in said
    assert refusal_rows(place, alone, Texts("nb"))["minimal"] is False
    assert refusal_rows(place, alone, Texts("nb"))["conflict"]


def test_a_must_that_is_only_known_to_take_part_is_not_said_to_be_impossible():
    place = instance(ROOM, CLOSED, BUDGET)
    found = diagnose(place, LIMITS, every=True, most=9)
    one = next(way for way in found.ways_out if len(way.demands) == 1)
    said = "\n".join(refusal_sentences(place, replace(found, conflicts=(), ways_out=(one,)), Texts("nb")))
    assert "Hvilke krav som ikke kan holde samtidig, er ikke funnet helt ut" in said
    assert "Dette kravet kan ikke holde" not in said

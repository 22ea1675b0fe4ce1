"""Nouns that are counted stand in the singular for one, in both languages."""

import pytest

from localisation.texts import Texts

ONE_AND_MORE = [
    ("nb", "plan.count.moves", "count", "1 flytting", "72 flyttinger"),
    ("en", "plan.count.moves", "count", "1 move", "72 moves"),
    ("nb", "plan.count.people", "count", "1 ansatt", "72 ansatte"),
    ("en", "plan.count.things", "count", "1 work or move", "72 works and moves"),
    ("nb", "plan_faults.count.days", "n", "1 virkedag", "72 virkedager"),
]


@pytest.mark.parametrize(("language", "key", "hole", "one", "more"), ONE_AND_MORE)
def test_one_and_more(language: str, key: str, hole: str, one: str, more: str):
    t = Texts(language)
    assert (t(key, **{hole: 1}), t(key, **{hole: 72})) == (one, more)
    assert t(key, **{hole: t.number(1)}) == one  # a number that has been written is one all the same


def test_a_noun_within_a_sentence():
    dates = {"first": "2. mars", "last": "3. mars"}
    assert Texts("nb")("plan.gantt.dates", **dates, days=1) == "2. mars til 3. mars (1 arbeidsdag)"
    assert Texts("en")("plan.gantt.dates", **dates, days=2).endswith("(2 working days)")
    assert Texts("nb")("plan.gantt.dates", **dates, days=1200).endswith("(1\N{NO-BREAK SPACE}200 arbeidsdager)")

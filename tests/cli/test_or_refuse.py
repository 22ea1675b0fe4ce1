"""What is said when a search ends with nothing in hand."""

import threading

import pytest
import typer

from localisation.cli.or_refuse import or_refuse
from localisation.solving.explaining.answer_asked import answer_asked
from localisation.solving.explaining.asked import Asked
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.texts import Texts
from tests.solving.sample import instance


@pytest.mark.parametrize(("by_user", "remedy"), [(True, "La det gå til det er ferdig"), (False, "--time-limit")])
def test_who_stopped_it_is_not_told_to_give_it_more_time(
    capsys: pytest.CaptureFixture[str], *, by_user: bool, remedy: str
):
    stop = threading.Event()
    if by_user:
        stop.set()
    with pytest.raises(typer.Exit) as left, or_refuse(instance(), Texts("nb"), as_json=False):
        raise StoppedEmpty(stop)
    said = " ".join(capsys.readouterr().err.split())
    assert left.value.exit_code == 5
    assert remedy in said
    assert ("--time-limit" in said) != by_user


def test_a_question_that_the_user_stopped_says_so():
    stop = threading.Event()
    stop.set()
    place = instance()
    answer = answer_asked(place, place.inventory.today, Asked(unit="u", building="B"), stop=stop)
    assert answer.found is None
    assert answer.stopped

"""A stored stack plan says what was made, and every fault planted in it is found."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from localisation.cli.stack_verification import stack_faults
from localisation.exporting.stack.stack_file import StackFile, StackFileUnusable, read_stack_file, write_stack_file
from localisation.texts import LANGUAGES, Texts
from tests.exporting.stack.stacked_town import finished, town

Contents = dict[str, Any]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stack") / "stack.json"
    write_stack_file(path, finished(path.parent))
    return path


def house(contents: Contents) -> Contents:
    return next(b for b in contents["buildings"] if b["building"] == "H")


def share(contents: Contents, unit: str, floor: int) -> Contents:
    return next(s for s in house(contents)["shares"] if (s["unit"], s["floor"]) == (unit, floor))


def test_it_reads_back_as_it_was_made(stored: Path):
    found = read_stack_file(stored)
    assert found.unchanged
    made, read = finished(stored.parent).plan, found.plan(town().inventory)
    assert [(b.task, b.shares, b.amounts, b.least) for b in read.buildings] == [
        (b.task, b.shares, b.amounts, b.least) for b in made.buildings
    ]
    assert stack_faults(found, town()) == ()


def test_the_plan_by_hand(stored: Path):
    # NAV's front must be on floor 1, which has 3 places for its 4: it ranges over two floors, and the archive's
    # three sit on floor 2; its shelves are in the basement, where nobody sits.
    contents = json.loads(stored.read_text("utf-8"))
    assert share(contents, "arkiv", -1) == {"unit": "arkiv", "floor": -1, "staff": 0, "spaces": {"archive": 600}}
    assert share(contents, "arkiv", 2)["staff"] == 3
    assert house(contents)["amounts"]["rooms_apart"] == 1
    assert house(contents)["amounts"]["floors_between"] == 1
    assert house(contents)["amounts"]["strength_floors"] == 0
    assert house(contents)["amounts"]["visit_floors"] == 0


def _staff_lost(contents: Contents) -> None:
    share(contents, "arkiv", 2)["staff"] = 2


def _need_not_met(contents: Contents) -> None:
    share(contents, "arkiv", -1)["spaces"]["archive"] = 500


def _too_full(contents: Contents) -> None:
    share(contents, "arkiv", 2)["floor"] = 1
    share(contents, "arkiv", -1)["floor"] = 2


def _unknown_floor(contents: Contents) -> None:
    share(contents, "arkiv", 2)["floor"] = 7


def _unknown_unit(contents: Contents) -> None:
    share(contents, "arkiv", 2)["unit"] = "plan"


def _twice(contents: Contents) -> None:
    house(contents)["shares"].append(dict(share(contents, "arkiv", 2)))


def _negative(contents: Contents) -> None:
    share(contents, "arkiv", -1)["spaces"]["archive"] = -600


def _larger_floor(contents: Contents) -> None:
    house(contents)["floors"][1]["spaces"]["workplace"] = 30


def _kinder_amount(contents: Contents) -> None:
    house(contents)["amounts"]["floors_between"] = 0


def _kinder_least(contents: Contents) -> None:
    house(contents)["least"]["nav"] = 2 if house(contents)["least"]["nav"] == 1 else 1


def _seat_without_place(contents: Contents) -> None:
    share(contents, "arkiv", -1)["staff"], share(contents, "arkiv", 2)["staff"] = 1, 2


def _building_gone(contents: Contents) -> None:
    contents["buildings"] = [b for b in contents["buildings"] if b["building"] != "E"]


def _building_twice(contents: Contents) -> None:
    contents["left_out"] = ["E"]


def _proposal_changed(contents: Contents) -> None:
    contents["placements"][0]["staff"] += 1


def _fraction_parted(contents: Contents) -> None:
    nav = [s for s in house(contents)["shares"] if s["unit"] == "nav"]
    nav[0]["spaces"]["workplace"] -= 50
    nav[1]["spaces"]["workplace"] += 50


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (_staff_lost, "staff"),
        (_need_not_met, "need"),
        (_too_full, "room"),
        (_unknown_floor, "unknown"),
        (_unknown_unit, "unknown"),
        (_twice, "twice"),
        (_negative, "amount"),
        (_larger_floor, "floors"),
        (_kinder_amount, "recorded"),
        (_kinder_least, "task"),
        (_seat_without_place, "seats"),
        (_building_gone, "building_missing"),
        (_building_twice, "building_twice"),
        (_proposal_changed, "proposal"),
        (_fraction_parted, "parted"),
    ],
)
def test_a_planted_fault_is_found(stored: Path, spoil: Callable[[Contents], None], kind: str):
    contents = json.loads(stored.read_text("utf-8"))
    spoil(contents)
    spoiled = StackFile.model_validate(contents)
    assert not spoiled.unchanged
    assert kind in {f.kind for f in stack_faults(spoiled, town())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_its_sentence(language: str):
    texts = Texts(language)
    kinds = {
        *("staff", "need", "room", "unknown", "twice", "amount", "floors", "recorded", "task", "seats", "parted"),
        *("building_missing", "building_unused", "building_twice", "proposal"),
    }
    for kind in kinds:
        assert texts(f"stack.fault.{kind}", building="Huset", about=["nav", "2"])


def test_what_is_no_stack_plan_is_refused_with_every_place(tmp_path: Path):
    path = tmp_path / "stack.json"
    path.write_text('{"kind": "stack", "buildings": 3}', "utf-8")
    with pytest.raises(StackFileUnusable) as fault:
        read_stack_file(path)
    assert {"basis", "buildings", "placements"} <= {f.place for f in fault.value.faults}

"""proposal.json: reads back as written, refuses what it is not, and shows any change."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from localisation.exporting.proposal_file import (
    ProposalFileUnusable,
    content_digest,
    json_schema,
    read_proposal,
    write_proposal,
)
from tests.exporting.outcome import outcome

SCHEMA = Path(__file__).parents[2] / "docs" / "proposal.schema.json"


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    comparison, result, _ = outcome()
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "proposal.json"
    write_proposal(path, comparison.instance, result, scenario=Path("scenario.toml"))
    return path


def test_it_reads_back_with_its_digest_in_order(stored: Path):
    contents = read_proposal(stored)
    assert contents.content_sha256 == content_digest(contents)
    assert [(p.unit, p.building, p.staff) for p in contents.placements] == [("u", "A", 4), ("v", "A", 5), ("w", "C", 6)]
    assert {r.id: (r.amount_raw, r.amount_shown) for r in contents.results} == {
        "M1": (0, 0),
        "V1": (5, 5),
        "V2": (0, 0),
    }
    assert (contents.points, contents.goal) == (87.5, (12_500_000_000,))


def test_keys_are_sorted_and_the_same_proposal_gives_the_same_file(stored: Path, tmp_path: Path):
    comparison, result, _ = outcome()
    again = tmp_path / "out" / "again.json"
    write_proposal(again, comparison.instance, result, scenario=Path("scenario.toml"))
    assert again.read_bytes() == stored.read_bytes()
    assert list(json.loads(stored.read_text("utf-8"))) == sorted(json.loads(stored.read_text("utf-8")))


def test_paths_start_at_a_root_the_file_finds_from_its_own_place(stored: Path):
    contents = read_proposal(stored)
    assert (contents.root, contents.scenario.path) == ("..", "scenario.toml")


def test_any_change_by_hand_shows_in_the_digest(stored: Path):
    stored.write_text(stored.read_text("utf-8").replace('"staff": 5', '"staff": 4'), "utf-8")
    contents = read_proposal(stored)
    assert contents.content_sha256 != content_digest(contents)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda d: d.pop("placements"), ("missing", "placements")),
        (lambda d: d.update(extra=1), ("unknown_field", "extra")),
        (lambda d: d.update(schema_version=2), ("other_version", "schema_version")),
        (lambda d: d["placements"][0].update(staff="mange"), ("wrong_value", "placements.0.staff")),
        (lambda d: d["placements"][1].update(staff=0), ("wrong_value", "placements.1.staff")),
    ],
)
def test_a_file_of_another_shape_is_refused_with_the_place(stored: Path, change, fault):
    contents = json.loads(stored.read_text("utf-8"))
    change(contents)
    stored.write_text(json.dumps(contents), "utf-8")
    with pytest.raises(ProposalFileUnusable) as refused:
        read_proposal(stored)
    assert [(f.kind, f.place) for f in refused.value.faults] == [fault]


def test_what_is_no_json_or_not_there_is_refused(tmp_path: Path):
    (tmp_path / "x.json").write_text("hei", "utf-8")
    for name, kind in (("x.json", "not_json"), ("y.json", "cannot_read")):
        with pytest.raises(ProposalFileUnusable) as refused:
            read_proposal(tmp_path / name)
        assert [f.kind for f in refused.value.faults] == [kind]


def test_the_schema_in_the_docs_is_that_of_the_code():
    # Renew it with: python -m localisation.exporting.proposal_file > docs/proposal.schema.json
    assert SCHEMA.read_text("utf-8") == json_schema()


@pytest.mark.parametrize("kind", ["plan", "stack"])
def test_a_plan_is_told_to_be_one_and_not_what_it_lacks(stored: Path, kind: str):
    stored.write_text(json.dumps({"schema_version": 1, "kind": kind, "events": []}), "utf-8")
    with pytest.raises(ProposalFileUnusable) as refused:
        read_proposal(stored)
    assert [f.kind for f in refused.value.faults] == [f"is_{kind}"]


def test_another_kind_still_lists_what_it_lacks(stored: Path):
    stored.write_text(json.dumps({"schema_version": 1, "kind": "tull"}), "utf-8")
    with pytest.raises(ProposalFileUnusable) as refused:
        read_proposal(stored)
    assert len(refused.value.faults) > 1


@pytest.mark.parametrize("name_en", ["", "Today"])
def test_an_english_name_is_stored_where_there_is_one_and_leaves_older_files_as_they_were(
    stored: Path, tmp_path: Path, name_en: str
):
    comparison, result, _ = outcome()
    path, zero = tmp_path / "out" / "again.json", replace(comparison.alternatives[0], name_en=name_en)
    write_proposal(path, comparison.instance, result, scenario=Path("scenario.toml"), alternatives=[zero])
    contents = read_proposal(path)
    assert contents.alternatives[0].name_en == name_en
    assert contents.content_sha256 == content_digest(contents)
    assert ("name_en" in json.loads(path.read_text("utf-8"))["alternatives"][0]) == bool(name_en)

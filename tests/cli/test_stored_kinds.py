"""Every answer that is stored says what it is, and where another kind is wanted that is what is told of it."""

import json

import pytest

from localisation.exporting.stored_kind import StoredKind, kind_of
from tests.cli.program import Program

MADE_BY = {
    StoredKind.PROPOSAL: ("propose", "ut/proposal.json"),
    StoredKind.PLAN: ("plan", "ut/plan.json"),
    StoredKind.STACK: ("stack", "ut/stack.json"),
    StoredKind.FRONTIER: ("frontier", "ut/frontier.json"),
    StoredKind.ALTERNATIVES: ("alternatives", "ut/alternatives.json"),
    StoredKind.WHAT_IF: ("whatif", "ut/whatif.json"),
    StoredKind.SENSITIVITY: ("sensitivity", "ut/sensitivity.json"),
    StoredKind.PRICES: ("prices", "ut/prices.json"),
}
VERIFIED = (StoredKind.PROPOSAL, StoredKind.PLAN, StoredKind.STACK)


def made(program: Program, kind: StoredKind) -> str:
    """The file of a kind, as its command writes it."""
    command, file = MADE_BY[kind]
    asked = {StoredKind.WHAT_IF: ("--lock", "U1 = B1"), StoredKind.FRONTIER: ("--by", "K2,score")}.get(kind, ())
    limit = () if kind in (StoredKind.STACK, StoredKind.PLAN) else ("--time-limit", "5")
    run = program(command, "scenario.toml", *asked, *limit, "--out", "ut")
    assert run.code == 0, run.err
    return file


@pytest.mark.parametrize("kind", StoredKind)
def test_a_stored_answer_says_its_kind(program: Program, kind: StoredKind):
    file = made(program, kind)
    assert kind_of(program.folder / file) is kind
    run = program("verify", file, "--lang", "en")
    if kind in VERIFIED:
        assert run.code == 0
    else:
        assert run.code == 3
        assert "give" in run.err
        assert "is missing" not in run.err
    again = program("replan", file, "--as-of", "2030-01-07", "--out", "igjen", "--lang", "en")
    assert ("not a plan" in again.err) == (kind is not StoredKind.PLAN)


@pytest.mark.parametrize(
    "contents", ["[]", "{}", '{"kind": "sonnet"}', '{"kind": 3}', '{"kind": ["plan"]}', '{"kind": {}}', "not json"]
)
def test_what_is_no_answer_has_no_kind(tmp_path, contents: str):
    path = tmp_path / "file.json"
    path.write_text(contents, "utf-8")
    assert kind_of(path) is None


def test_a_proposal_is_known_without_its_kind(tmp_path):
    path = tmp_path / "file.json"
    path.write_text(json.dumps({"placements": [], "content_sha256": ""}), "utf-8")
    assert kind_of(path) is StoredKind.PROPOSAL

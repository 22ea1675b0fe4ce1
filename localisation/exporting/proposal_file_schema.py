"""The shape of proposal.json, version 1. docs/proposal.schema.json is made from it."""

from typing import Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from localisation.domain.frozen import Frozen
from localisation.domain.vocabulary import Status, Strength

Digest = str


class ScenarioRow(Frozen):
    """Which scenario was solved; `path` is relative to the root, `area` the part solved alone (None: all of it)."""

    id: str
    name: str
    path: str
    area: str | None = None


class FileDigest(Frozen):
    """A file the proposal rests on: its path relative to the root and the SHA-256 of its bytes."""

    path: str
    sha256: str = Field(pattern="^[0-9a-f]{64}$")


class PlacementRow(Frozen):
    """A number of a unit's staff in a building."""

    unit: str
    building: str
    staff: int = Field(ge=1)


class ResultRow(Frozen):
    """How one criterion fares: the amount as a whole number in the rule's raw unit, and as it is shown."""

    id: str
    name: str
    rule: str
    strength: Strength
    weight: int
    amount_raw: int
    amount_shown: float
    unit: str
    points: float | None
    met: bool | None
    breaches: tuple[tuple[str, ...], ...] = ()


class RunRow(Frozen):
    """How the solve of one goal level ended. Values are in goal units: 10^9 to a point lost.

    `value` is the finished proposal's; `given_up` the part of it that the slack let later levels take.
    """

    status: Status
    value: int | None
    bound: int | None
    gap: float | None
    seconds: float
    engine: str
    given_up: int = 0


class AlternativeRow(Frozen):
    """What the proposal was set beside in report and workbook: `points` are by the proposal's criteria, not its own.

    `inputs` are the files that only the alternative's own scenario rests on. `status` is what its solve said.
    `name_en` is written only where there is one, so that files from before it keep their fingerprint.
    """

    id: str
    name: str
    name_en: str = ""
    status: Status
    points: float
    placements: tuple[PlacementRow, ...]
    refurbishments: tuple[str, ...]
    inputs: tuple[FileDigest, ...]

    @model_serializer(mode="wrap")
    def _without_no_name(self, written: SerializerFunctionWrapHandler) -> dict[str, object]:
        row: dict[str, object] = written(self)
        return row if self.name_en else {k: v for k, v in row.items() if k != "name_en"}


class ProposalFile(Frozen):
    """A stored proposal. `root` is the way from the file's own folder to where all paths start."""

    schema_version: Literal[1]
    engine: dict[str, str]
    root: str
    scenario: ScenarioRow
    inputs: tuple[FileDigest, ...]
    placements: tuple[PlacementRow, ...]
    refurbishments: tuple[str, ...]
    alternatives: tuple[AlternativeRow, ...]
    results: tuple[ResultRow, ...]
    goal: tuple[int, ...]
    points: float
    status: Status
    runs: tuple[RunRow, ...]
    stopped: bool
    seed: int
    workers: int
    content_sha256: str

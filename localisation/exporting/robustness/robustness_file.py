"""sensitivity.json: ranges, changes and draws, with every proposal that was compared."""

from fractions import Fraction
from pathlib import Path
from typing import Literal

from localisation.domain.frozen import Frozen
from localisation.domain.vocabulary import Status
from localisation.exporting.robustness.finished_robustness import FinishedRobustness
from localisation.exporting.stored_kind import StoredKind
from localisation.exporting.study.stored_entry import Basis, StoredEntry, as_json, basis_of, stored_entry
from localisation.solving.robustness.known import Known
from localisation.solving.robustness.robustness import Robustness
from localisation.solving.robustness.tried import Tried


class RangeRow(Frozen):
    """Weights as exact fractions ("40/3"); `high` null: no upper limit. `below` and `above` are places in the list.

    `sure` is proven against every proposal there is; null when nothing is proven.
    """

    criterion: str
    weight: int
    low: str
    high: str | None
    empty: bool
    holds: bool
    below: int | None
    above: int | None
    sure: tuple[str, str] | None


class TriedRow(Frozen):
    """A change as a factor; regret in points of 100: what is found, and what it is at most (null: not known)."""

    kind: str
    criterion: str
    factor: str
    verdict: str
    regret: tuple[float, float | None] | None
    elsewhere: int | None
    broken_musts: tuple[str, ...]
    status: Status | None


class FlipRow(Frozen):
    """Between the factors `holds` and `flips` the recommendation turns."""

    kind: str
    criterion: str
    holds: str
    flips: str
    proven: bool


class SiteRow(Frozen):
    """How many draws a unit has a site in a building among the winners."""

    unit: str
    building: str
    draws: int


class KnownRow(Frozen):
    """A proposal that was compared; `wins` counts draws."""

    name: str
    name_en: str
    meets_musts: bool
    wins: int
    proposal: StoredEntry


class RobustnessFile(Frozen):
    """A stored study; the recommendation is the first proposal."""

    schema_version: Literal[1] = 1
    kind: Literal[StoredKind.SENSITIVITY] = StoredKind.SENSITIVITY
    basis: Basis
    status: Status
    seconds: int
    proposals: tuple[KnownRow, ...]
    ranges: tuple[RangeRow, ...]
    tried: tuple[TriedRow, ...]
    untried: int
    flips: tuple[FlipRow, ...]
    draws: int
    seed: int
    sites: tuple[SiteRow, ...]
    stopped: bool


def robustness_file(run: FinishedRobustness) -> RobustnessFile:
    """The study as it is stored."""
    study = run.study
    return RobustnessFile(
        basis=basis_of(study.instance, run.scenario, run.area, run.home),
        status=study.best.status,
        seconds=run.seconds,
        proposals=tuple(
            KnownRow(
                name=e.name,
                name_en=e.name_en,
                meets_musts=e.assessment.valid,
                wins=wins,
                proposal=stored_entry(e.file, e.proposal, e.assessment),
            )
            for e, wins in zip(run.entries, study.draws.wins, strict=True)
        ),
        ranges=_ranges(study),
        tried=tuple(_tried(one) for one in study.tried),
        untried=study.untried,
        flips=tuple(
            FlipRow(
                kind=f.change.kind,
                criterion=f.change.criterion,
                holds=str(f.holds),
                flips=str(f.flips),
                proven=f.proven,
            )
            for f in study.flips
        ),
        draws=study.draws.count,
        seed=study.draws.seed,
        sites=tuple(SiteRow(unit=u, building=b, draws=n) for (u, b), n in sorted(study.draws.sites.items())),
        stopped=study.stopped,
    )


def _ranges(study: Robustness) -> tuple[RangeRow, ...]:
    def place(one: Known | None) -> int | None:
        return None if one is None else study.known.index(one)

    def pair(ends: tuple[Fraction, Fraction] | None) -> tuple[str, str] | None:
        return None if ends is None else (str(ends[0]), str(ends[1]))

    return tuple(
        RangeRow(
            criterion=r.criterion.id,
            weight=r.criterion.weight,
            low=str(r.low),
            high=None if r.high is None else str(r.high),
            empty=r.empty,
            holds=r.holds,
            below=place(r.below),
            above=place(r.above),
            sure=pair(r.sure),
        )
        for r in study.ranges
    )


def _tried(one: Tried) -> TriedRow:
    return TriedRow(
        kind=one.change.kind,
        criterion=one.change.criterion,
        factor=str(one.change.factor),
        verdict=one.verdict,
        regret=one.regret,
        elsewhere=None if one.found is None else one.elsewhere,
        broken_musts=tuple(r.criterion.id for r in one.assessment.broken_musts),
        status=None if one.found is None else one.found.status,
    )


def write_robustness_file(path: Path, run: FinishedRobustness) -> None:
    """Write sensitivity.json."""
    path.write_text(as_json(robustness_file(run)), "utf-8")

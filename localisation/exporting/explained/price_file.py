"""prices.json: what each must costs, and what is proven."""

from pathlib import Path
from typing import Literal

from localisation.domain.frozen import Frozen
from localisation.domain.vocabulary import Status
from localisation.exporting.explained.finished_prices import FinishedPrices
from localisation.exporting.explained.price_words import kind_of
from localisation.exporting.stored_kind import StoredKind
from localisation.exporting.study.stored_entry import Basis, as_json, basis_of
from localisation.solving.explaining.price import Gain


class GainRow(Frozen):
    """Points gained; `at_most` is null when there is no bound."""

    at_least: float
    at_most: float | None
    proven: bool


class StepRow(Frozen):
    """One step looser: from `now` to `then`, of a parameter, a bound, or the room in every building in per cent."""

    kind: Literal["parameter", "bound", "space"]
    parameter: str
    now: int
    then: int
    gain: GainRow


class PriceRow(Frozen):
    """One must. `alone` is false where a group it is in was proven to gain nothing, or to gain it all by this one."""

    id: str
    name: str
    name_en: str
    kind: Literal["must", "lock", "building"]
    gain: GainRow
    alone: bool
    steps: tuple[StepRow, ...]


class PricesFile(Frozen):
    """Stored prices, the dearest first. `left_out` are musts there was no time for."""

    schema_version: Literal[1] = 1
    kind: Literal[StoredKind.PRICES] = StoredKind.PRICES
    basis: Basis
    points: float
    best_status: Status
    together: GainRow | None
    prices: tuple[PriceRow, ...]
    left_out: tuple[str, ...]
    stopped: bool
    solves: int


def prices_file(run: FinishedPrices) -> PricesFile:
    """The prices as they are stored."""
    found = run.found
    return PricesFile(
        basis=basis_of(run.instance, run.scenario, run.area, run.home),
        points=found.best.assessment.points,
        best_status=found.best.status,
        together=_gain(found.together) if found.together else None,
        prices=tuple(
            PriceRow(
                id=row.id,
                name=row.name,
                name_en=row.name_en,
                kind=kind_of(row),
                gain=_gain(price.gain),
                alone=price.alone,
                steps=tuple(
                    StepRow(kind=s.kind, parameter=s.parameter, now=s.now, then=s.then, gain=_gain(s.gain))
                    for s in price.looser
                ),
            )
            for row, price in run.dearest_first
        ),
        left_out=found.left_out,
        stopped=found.stopped,
        solves=found.solves,
    )


def write_prices_file(path: Path, run: FinishedPrices) -> None:
    """Write prices.json."""
    path.write_text(as_json(prices_file(run)), "utf-8")


def _gain(gain: Gain) -> GainRow:
    return GainRow(at_least=gain.least, at_most=gain.most, proven=gain.proven)

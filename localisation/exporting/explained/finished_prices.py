"""What every export of prices is given."""

from dataclasses import dataclass
from pathlib import Path

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.solving.explaining.price import Price, Prices


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedPrices:
    """The prices of an instance's musts, the scenario file, and the folder the files will stand in."""

    instance: Instance
    found: Prices
    language: str
    scenario: Path
    area: str | None
    home: Path

    @property
    def dearest_first(self) -> tuple[tuple[Criterion, Price], ...]:
        """Each price with its criterion: by what is surely gained, then by what may be."""
        rows = {c.id: c for c in self.instance.criteria}
        ranked = sorted(self.found.prices, key=lambda p: (-p.gain.least, -(p.gain.most or 0.0)))
        return tuple((rows[p.criterion], p) for p in ranked)

"""The floors of buildings, from records."""

from collections import defaultdict

from localisation.domain.floor import Floor, height_of
from localisation.domain.vocabulary import Confidence, SpaceKind
from localisation.reading.folder import Tables


def ground_floor(tables: Tables) -> int:
    """What the place calls its ground floor: 0 where any building has a floor 0, else 1."""
    return 0 if any(row.number("floor") == 0 for row in tables.whole("floors")) else 1


def floors(tables: Tables) -> dict[str, tuple[Floor, ...]]:
    """The floors told of by building, from below."""
    rows, ground = tables.whole("floors"), ground_floor(tables)
    found: dict[str, list[Floor]] = defaultdict(list)
    for row in rows:
        number = row.number("floor")
        assert number is not None
        known = {kind: row.number(kind.value) for kind in SpaceKind}
        found[row.text("building")].append(
            Floor(
                number=number,
                height=height_of(number, ground=ground),
                spaces={kind: amount for kind, amount in known.items() if amount is not None},
                public=row.yes("public") if "public" in row.values else None,
                confidence=Confidence(row.text("confidence") or "estimate"),
            )
        )
    return {building: tuple(sorted(own, key=lambda f: f.height)) for building, own in found.items()}

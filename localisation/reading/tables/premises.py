"""The tables of centres, buildings and what they can become."""

from dataclasses import replace

from localisation.domain.vocabulary import SpaceKind
from localisation.reading.schema import Column, Table, Type
from localisation.reading.tables.columns import (
    DISTRICT,
    ID,
    KIND,
    NAME,
    ORIGIN,
    POSITION,
    amount,
    confidence_of,
    count,
    money,
    position,
    reference,
)

FLOOR = Column(key="floor", type=Type.WHOLE, low=-20, high=200, usual=(-3, 60), unit="count")

CENTRES = Table(
    key="centres",
    identity=("id",),
    required=True,
    one_of=POSITION,
    columns=(ID, NAME, Column(key="district", required=True), *position(), *ORIGIN),
)
BUILDINGS = Table(
    key="buildings",
    identity=("id",),
    required=True,
    one_of=POSITION,
    columns=(
        ID,
        NAME,
        Column(key="address"),
        reference("centre", "centres"),
        DISTRICT,
        *position("coordinate_confidence"),
        confidence_of("coordinate"),
        Column(key="tenure", type=Type.CHOICE, choices="tenure", required=True, confidence="tenure_confidence"),
        confidence_of("tenure"),
        amount("area_m2", "m2", 200_000, "area_confidence", required=True),
        confidence_of("area"),
        count("floors", 60, "floors_confidence", low=1),
        confidence_of("floors"),
        money("rent_nok_per_year", 500_000_000, "rent_confidence"),
        confidence_of("rent"),
        money("running_nok_per_year", 200_000_000, "running_confidence"),
        confidence_of("running"),
        money("idle_nok_per_year", 200_000_000, "idle_confidence"),
        confidence_of("idle"),
        money("exit_nok", 500_000_000, "exit_confidence"),
        confidence_of("exit"),
        *(
            Column(key=key, type=Type.DATE, confidence="availability_confidence")
            for key in ("available_from", "available_until", "lease_end")
        ),
        confidence_of("availability"),
        Column(key="step_free", type=Type.YES_NO, choices="yes_no", confidence="access_confidence"),
        amount("transit_hub_m", "m", 50_000, "access_confidence"),
        confidence_of("access"),
        Column(key="facilities", type=Type.LIST, confidence="facilities_confidence"),
        confidence_of("facilities"),
        Column(key="in_project", type=Type.CHOICE, choices="in_project"),
        Column(key="facts"),
        *ORIGIN,
    ),
)
SPACES = Table(
    key="spaces",
    identity=("building", "kind"),
    required=True,
    columns=(
        reference("building", "buildings"),
        KIND,
        amount("amount", "kind", 100_000, required=True),
        *ORIGIN,
    ),
)
FLOORS = Table(
    key="floors",
    identity=("building", "floor"),
    columns=(
        reference("building", "buildings"),
        replace(FLOOR, required=True),
        *(amount(kind.value, kind.unit, 100_000) for kind in SpaceKind),
        Column(key="public", type=Type.YES_NO, choices="yes_no", confidence="public_confidence"),
        confidence_of("public"),
        *ORIGIN,
    ),
)
REFURBISHMENTS = Table(
    key="refurbishments",
    identity=("id",),
    columns=(
        ID,
        reference("building", "buildings"),
        NAME,
        Column(key="name_en"),
        money("cost_nok", 2_000_000_000, required=True),
        count("weeks", 520, required=True),
        *(amount(f"adds_{kind.value}", kind.unit, 100_000) for kind in SpaceKind),
        FLOOR,
        Column(key="adds_facilities", type=Type.LIST),
        *ORIGIN,
    ),
)

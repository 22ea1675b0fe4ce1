"""A finished comparison on the sample place, put together by hand: no solver is needed to test an export.

Today u (4 people) sits in A, v (5) in B and w (6) in C. The proposal moves v from the leased B: 4 of the 6 places
of A are taken, so v fits in A only when refurbishment A+ has added 4.
"""

from dataclasses import replace

from localisation.comparing.comparison import Alternative, Comparison
from localisation.comparing.reasons import Reason
from localisation.domain.assessment import LevelRun, Result
from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.provenance import Figure, InputFile
from localisation.domain.vocabulary import Confidence, Status, Strength
from localisation.solving.verify import assess
from tests.solving.sample import criterion, instance

CRITERIA: tuple[Criterion, ...] = (
    criterion("M1", "space_capacity", name="=1+1 Plass til alle", source="@kilde", owner="-eier"),
    criterion("V1", "people_moved", Strength.WEIGHT, weight=100, best=0, worst=10, name="Få flytter", reason="+ro"),
    criterion("V2", "leased_workplaces", Strength.WEIGHT, weight=300, best=0, worst=10, name="Lite leid"),
)
PROPOSAL = Proposal(
    placements=(
        Placement(unit="u", building="A", staff=4),
        Placement(unit="v", building="A", staff=5),
        Placement(unit="w", building="C", staff=6),
    ),
    refurbishments=frozenset({"A+"}),
)


def case() -> Instance:
    """The sample place with three criteria, two figures and one file."""
    figures = (
        Figure(
            table="buildings", row="A", column="area_m2", value="150", confidence=Confidence.ESTIMATE, source="=norm"
        ),
        Figure(table="buildings", row="B", column="area_m2", value="150", confidence=Confidence.DOCUMENTED, source="x"),
    )
    return replace(instance(*CRITERIA), figures=figures, files=(InputFile(path="sted/units.csv", sha256="ab" * 32),))


def outcome() -> tuple[Comparison, Result, tuple[Reason, ...]]:
    """The comparison of today with the proposal, the result behind it, and one reason."""
    given = case()
    today = given.inventory.today
    runs = (LevelRun(status=Status.OPTIMAL, value=0, bound=0, seconds=0.25, engine="CP-SAT"),)
    zero = Alternative(
        id="dagens", name="I dag", proposal=today, assessment=assess(given, today), status=Status.HELD, runs=()
    )
    chosen = Alternative(
        id="forslag",
        name="Forslag",
        proposal=PROPOSAL,
        assessment=assess(given, PROPOSAL),
        status=Status.OPTIMAL,
        runs=runs,
    )
    result = Result(proposal=PROPOSAL, assessment=chosen.assessment, runs=runs, seed=1, workers=2)
    why = (Reason(unit="v", building="A", next_best="B", loss=32.5, deltas=(("V2", 37.5), ("V1", -5.0))),)
    return Comparison(instance=given, alternatives=(zero, chosen), chosen=chosen), result, why

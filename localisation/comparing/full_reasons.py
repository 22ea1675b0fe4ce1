"""Why a unit sits where it sits, in full: what the best proposal without that site would cost, everyone free."""

from collections.abc import Collection
from dataclasses import dataclass

from localisation.comparing.reasons import Reason, reasons
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.solving.explaining.answer import Answer
from localisation.solving.explaining.answer_asked import answer_asked
from localisation.solving.explaining.asked import Asked
from localisation.solving.progress import OnProgress, Stop


@dataclass(frozen=True, slots=True, kw_only=True)
class FullReason:
    """One site of a unit: the quick answer, all others staying put, and the full one, solved anew without the site.

    The full one never costs more where both are there: to move this site alone is one of the things it may do.
    """

    quick: Reason
    full: Answer

    @property
    def next_sites(self) -> tuple[str, ...]:
        """Where the unit then sits, the fullest site first; empty when there is no answer."""
        if self.full.found is None:
            return ()
        sites = self.full.found.proposal.sites(self.quick.unit)
        return tuple(sorted(sites, key=lambda b: (-sites[b], b)))


def full_reasons(
    instance: Instance,
    proposal: Proposal,
    units: Collection[str],
    *,
    limits: SolveLimits | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> tuple[FullReason, ...]:
    """One for each site of the chosen units, each a solve of its own; a stop keeps those done.

    Raises `NoProposal` when the musts collide whatever is asked.
    """
    found = []
    for quick in reasons(instance, proposal):
        if quick.unit not in units:
            continue
        if stop is not None and stop.is_set():
            break
        asked = Asked(unit=quick.unit, building=quick.building, there=False)
        full = answer_asked(instance, proposal, asked, limits=limits, on_progress=on_progress, stop=stop)
        found.append(FullReason(quick=quick, full=full))
    return tuple(found)

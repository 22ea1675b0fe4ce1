"""Saying why there is no plan."""

from typing import NoReturn

from localisation.domain.instance import Instance
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.programme import Programme
from localisation.domain.scenario import SolveLimits
from localisation.solving.progress import Stop
from localisation.solving.schedule.diagnosis.diagnose import diagnose_plan
from localisation.solving.schedule.diagnosis.no_plan import NoPlan


def refuse(
    instance: Instance, programme: Programme, limits: SolveLimits, *, changes: Changes | None, stop: Stop | None
) -> NoReturn:
    """Raise `NoPlan` with the diagnosis of a programme whose musts cannot all hold."""
    raise NoPlan(diagnose_plan(instance, programme, limits, changes=changes, stop=stop))

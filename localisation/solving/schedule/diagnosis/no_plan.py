"""There is no plan."""

from localisation.domain.errors import LocalisationError
from localisation.solving.schedule.diagnosis.diagnosis import PlanDiagnosis


class NoPlan(LocalisationError):
    """The musts on who moves when cannot all hold; `diagnosis` says why."""

    def __init__(self, diagnosis: PlanDiagnosis) -> None:
        self.diagnosis = diagnosis
        super().__init__(f"no plan can meet the musts: {diagnosis}")

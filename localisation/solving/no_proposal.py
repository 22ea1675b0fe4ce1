"""There is no proposal."""

from localisation.domain.errors import LocalisationError
from localisation.solving.explaining.diagnosis import Diagnosis


class NoProposal(LocalisationError):
    """The musts cannot all hold; `diagnosis` says why."""

    def __init__(self, diagnosis: Diagnosis) -> None:
        self.diagnosis = diagnosis
        super().__init__(f"no proposal can meet the musts: {diagnosis.conflict}")

"""Where `solving.explaining` used to be."""

from localisation.solving.explaining.diagnose import diagnose
from localisation.solving.explaining.no_proposal import NoProposal
from localisation.solving.explaining.stopped_empty import StoppedEmpty

__all__ = ["NoProposal", "StoppedEmpty", "diagnose"]

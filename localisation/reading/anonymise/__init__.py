"""A list of employees becomes counts that tell of nobody. The method and its limits: docs/privacy.md."""

from localisation.reading.anonymise.anonymise import Anonymised, anonymise
from localisation.reading.anonymise.groups import LEAST_K, OTHERS, WHOLE

__all__ = ["LEAST_K", "OTHERS", "WHOLE", "Anonymised", "anonymise"]

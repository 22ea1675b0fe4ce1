"""How sure the times by a mode are, in words: what is data, and what is assumed."""

from localisation.domain.assumed import SKETCHES
from localisation.domain.norms import Norms
from localisation.exporting.travel.basis import ModeBasis
from localisation.texts import Texts


def sure(found: ModeBasis, norms: Norms, t: Texts) -> str:
    """A network is data as to where the streets are; its times are an estimate where speeds are assumed."""
    holes = {"assumed": ", ".join(t(f"travel.assumed.{key}", percent=norms.peak_percent) for key in found.assumed)}
    if found.data.removesuffix("_streets") in SKETCHES or not found.data:
        return t("travel.basis.estimate") if found.estimate else t("travel.basis.measured")
    return t("travel.basis.network_alone" if found.estimate else "travel.basis.all_but_legs", **holes)

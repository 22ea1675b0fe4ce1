"""The proposal map as a table: every building and who sits there."""

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.pictures.site import Fate, sites
from localisation.pictures.twin import Twin
from localisation.texts import Texts


def map_twin(instance: Instance, proposal: Proposal, t: Texts) -> Twin:
    """One row a building, those in use first."""
    centres = instance.inventory.centre
    every = sorted(sites(instance.inventory, proposal), key=lambda s: (s.fate is Fate.IDLE, s.fate is Fate.CLOSED))
    return Twin(
        caption=t("pictures.map.caption"),
        columns=tuple(
            t(f"pictures.{key}")
            for key in ("building", "centre", "tenure.title", "fate.title", "staff_today", "staff_then", "who")
        ),
        rows=tuple(
            (
                s.building.name,
                centres[s.building.centre].name if s.building.centre in centres else s.building.centre,
                t(f"pictures.tenure.{s.building.tenure}"),
                t(f"pictures.fate.{s.fate}"),
                t.number(s.staff_today),
                t.number(s.staff),
                "; ".join(f"{name} ({t.number(n)})" for name, n in s.units) or t("pictures.nobody"),
            )
            for s in every
        ),
        numeric=frozenset({4, 5}),
    )

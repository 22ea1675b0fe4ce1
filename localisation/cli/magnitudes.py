"""The size of a case in a few figures: the quickest way to see that something is off by a factor of ten."""

from rich.table import Table

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Confidence, SpaceKind, Strength
from localisation.texts import Texts


def magnitudes(instance: Instance) -> dict[str, int]:
    """The figures by name; the texts are `cli.magnitude.<name>`."""
    inventory, today = instance.inventory, instance.inventory.today
    return {
        "centres": len(inventory.centres),
        "buildings": len(inventory.buildings),
        "buildings_used": sum(today.used(b.id) for b in inventory.buildings),
        "workplaces": sum(b.space(SpaceKind.WORKPLACE) for b in inventory.buildings),
        "units": len(inventory.units),
        "staff": sum(u.staff for u in inventory.units),
        "visits": sum(u.visits_per_year for u in inventory.units),
        "inhabitants": inventory.population,
        "musts": sum(c.strength is Strength.MUST for c in instance.criteria),
        "weighted": sum(c.strength is Strength.WEIGHT for c in instance.criteria),
        "figures": len(instance.figures),
        "estimates": sum(f.confidence is Confidence.ESTIMATE for f in instance.figures),
        "files": len(instance.files),
    }


def magnitude_table(instance: Instance, texts: Texts) -> Table:
    """The figures for a person."""
    table = Table(title=f"{instance.inventory.place.name}: {instance.scenario.name}", title_justify="left")
    table.add_column(texts("cli.magnitude.what"))
    table.add_column(texts("cli.magnitude.number"), justify="right")
    for name, number in magnitudes(instance).items():
        table.add_row(texts(f"cli.magnitude.{name}"), texts.number(number))
    return table

"""What every criterion rests on, as `check` says it: tables, how much in them is estimated, and travel."""

from rich.table import Table

from localisation.domain.instance import Instance
from localisation.exporting.criterion_data import CriterionData, criterion_data
from localisation.exporting.naming import name_in
from localisation.exporting.travel.basis import CriterionBasis, criterion_basis
from localisation.texts import Texts


def criterion_json(instance: Instance) -> list[dict[str, object]]:
    """The same for a machine; what is said of travel stands under "travel"."""
    return [
        {"criterion": row.criterion.id, "tables": row.tables, "figures": row.figures, "estimates": row.estimates}
        for row in criterion_data(instance)
    ]


def criterion_table(instance: Instance, texts: Texts) -> Table:
    """One line a criterion."""
    table = Table(title=texts("travel.basis.criteria"), title_justify="left")
    for key in ("criterion", "tables", "estimates", "travel"):
        table.add_column(texts(f"travel.basis.{key}"))
    travel = {basis.criterion.id: basis for basis in criterion_basis(instance)}
    for row in criterion_data(instance):
        table.add_row(
            f"{row.criterion.id} {name_in(row.criterion, texts.language)}",
            ", ".join(texts(f"tables.{key}.name") for key in row.tables),
            _estimates(row, texts),
            _travel(travel.get(row.criterion.id), texts),
        )
    return table


def _estimates(row: CriterionData, texts: Texts) -> str:
    if not row.figures:
        return texts("travel.basis.no_figures")
    holes = {"estimates": texts.number(row.estimates), "figures": texts.number(row.figures)}
    return texts("travel.basis.of_figures", **holes)


def _travel(basis: CriterionBasis | None, texts: Texts) -> str:
    if basis is None:
        return texts("travel.basis.no_figures")
    data = ", ".join(texts(f"travel.data.{key}") for key in basis.data)
    sure = texts(f"travel.basis.{'estimate' if basis.estimate else 'measured'}")
    return f"{_by(basis, texts)}: {data} ({sure})"


def _by(found: CriterionBasis, texts: Texts) -> str:
    """The modes; a mix with its shares."""
    names = {texts(f"travel.mode.{mode}"): share for mode, share in found.modes.items()}
    return ", ".join(names) if len(names) == 1 else ", ".join(f"{name} {share} %" for name, share in names.items())

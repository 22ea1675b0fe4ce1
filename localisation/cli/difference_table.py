"""The table of what one proposal changes of another, criterion by criterion."""

from rich.table import Table

from localisation.domain.assessment import Assessment
from localisation.domain.instance import Instance
from localisation.exporting.explained.change import changes
from localisation.exporting.explained.change_cells import change_cells
from localisation.exporting.goal_levels import has_several
from localisation.exporting.report_numbers import signed
from localisation.texts import Texts


def difference_table(instance: Instance, before: Assessment, after: Assessment, texts: Texts) -> Table:
    """The criteria that change, with the points they give or take; the sum below."""
    rows = changes(instance, before, after)
    told = [row for row in rows if row.difference]
    same = len(rows) - len(told)
    table = Table(title=texts("explain.answer.table"), title_justify="left", show_footer=True)
    table.add_column(texts("cli.scores.criterion"), footer=texts("explain.answer.sum", same=same), min_width=24)
    table.add_column(texts("cli.scores.unit"))
    table.add_column(texts("explain.answer.before"), justify="right")
    table.add_column(texts("explain.answer.after"), justify="right")
    table.add_column(texts("explain.answer.difference"), justify="right")
    points = signed(after.points - before.points, texts, 2)
    heading = "points_first" if has_several(instance) else "points"
    table.add_column(texts(f"explain.answer.{heading}"), footer=points, justify="right")
    for row in told:
        table.add_row(*change_cells(instance, row, texts))
    return table

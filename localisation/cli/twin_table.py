"""The table that stands beside a picture, for the terminal."""

from rich.table import Table

from localisation.pictures.twin import Twin


def twin_table(twin: Twin) -> Table:
    """The caption, columns and rows of a twin; numbers to the right."""
    table = Table(title=twin.caption, title_justify="left")
    for i, column in enumerate(twin.columns):
        table.add_column(column, justify="right" if i in twin.numeric else "left")
    for row in twin.rows:
        table.add_row(*row)
    return table

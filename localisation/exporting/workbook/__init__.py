"""proposal.xlsx: one file a sheet; `write_workbook` puts them together."""

from localisation.exporting.workbook.write_workbook import write_workbook

__all__ = ["write_workbook"]

"""plan.xlsx: one file a sheet; `write_plan_workbook` puts them together."""

from localisation.exporting.plan.workbook.write_plan_workbook import write_plan_workbook

__all__ = ["write_plan_workbook"]

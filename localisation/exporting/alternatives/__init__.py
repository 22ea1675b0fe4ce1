"""Alternatives to the best proposal as page, workbook and file."""

"""How robust a recommendation is, and what becomes of it if, as page, workbook and file."""

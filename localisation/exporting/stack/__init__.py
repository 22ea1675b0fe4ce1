"""A stack plan as picture, page, workbook and file; its section and sheets in those of a proposal."""

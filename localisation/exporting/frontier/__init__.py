"""A frontier as page, picture, workbook and file."""

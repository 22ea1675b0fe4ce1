"""Pages, workbooks and files of several proposals set side by side."""

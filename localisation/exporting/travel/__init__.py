"""Travel times and accessibility as files, tables and a section of the report."""

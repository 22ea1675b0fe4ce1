"""The empty workbooks to fill in, made of the schema the reader reads by."""

from localisation.exporting.template.already_there import AlreadyThere
from localisation.exporting.template.write_template import write_template

__all__ = ["AlreadyThere", "write_template"]

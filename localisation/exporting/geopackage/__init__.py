"""proposal.gpkg: the proposal as map layers that open styled in QGIS."""

from localisation.exporting.geopackage.write_geopackage import write_geopackage

__all__ = ["write_geopackage"]

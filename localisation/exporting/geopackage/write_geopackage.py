"""Write the layers, then the styles QGIS looks for inside the file."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pyogrio

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.exporting.geopackage.layers import layers
from localisation.exporting.geopackage.style import qml
from localisation.exporting.geopackage.styles import styles
from localisation.texts import Texts

_GEOMETRY = {
    "background": "Polygon",
    "population": "Point",
    "roads": "LineString",
    "moves": "LineString",
    "centres": "Point",
    "buildings": "Point",
    "placements": "Point",
}

_STYLE_TABLE = """
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
    styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30),
    ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))
"""
"""The table QGIS itself makes when a style is saved in the database."""


def write_geopackage(path: Path, instance: Instance, proposal: Proposal, *, language: str) -> None:
    """Write the proposal as a GeoPackage (OGC 12-128r18) in the coordinate system of the place.

    Every layer has a default style in `layer_styles`, the way QGIS stores it, and a title in the reader's language.
    Columns keep their English names; QGIS shows headings in the reader's language.
    """
    texts = Texts(language)
    frames = layers(instance, proposal, language)
    for name, frame in frames.items():
        pyogrio.write_dataframe(
            frame,
            path,
            layer=name,
            driver="GPKG",
            geometry_type=_GEOMETRY[name],
            append=path.exists(),
            layer_options={
                "IDENTIFIER": texts(f"geopackage.layer.{name}"),
                "DESCRIPTION": texts(f"geopackage.about.{name}"),
                "GEOMETRY_NAME": "geom",
            },
        )
    columns = {name: [c for c in frame.columns if c != "geometry"] for name, frame in frames.items()}
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(_STYLE_TABLE)
        file.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?, ?, ?, ?, 0)",
            ("layer_styles", "attributes", "layer_styles", ""),
        )
        for name, style in styles(columns, texts).items():
            file.execute(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
                " styleQML, styleSLD, useAsDefault, description, owner) VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '')",
                (name, name, qml(style), texts(f"geopackage.about.{name}")),
            )

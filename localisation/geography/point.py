"""A place on the map."""

Point = tuple[float, float]
"""Easting and northing in metres, in the coordinate system of the place."""

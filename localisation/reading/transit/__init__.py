"""Timetables of public transport read from GTFS feeds."""

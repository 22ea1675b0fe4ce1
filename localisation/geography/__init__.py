"""Geodata in, plain travel times out."""

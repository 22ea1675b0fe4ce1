"""Placement and plan together: a placement that cannot be carried out is sent back."""

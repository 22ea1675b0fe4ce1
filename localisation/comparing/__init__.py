"""Alternatives held against each other, and why each unit sits where it sits."""

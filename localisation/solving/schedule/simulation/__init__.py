"""The plan run against drawn durations."""

"""From a place's files to travel times by every mode."""

"""Pictures of how robust a recommendation is."""

"""Pictures of what measures cost each other."""

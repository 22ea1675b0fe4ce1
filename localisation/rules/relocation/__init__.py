"""Rules on who moves when."""

"""The interval model of a plan: its network, its variables and its search."""

"""A new plan from an adopted one, changed as little as reality allows."""

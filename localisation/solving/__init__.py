"""The placement model, its solvers, and the check that shares nothing with them."""

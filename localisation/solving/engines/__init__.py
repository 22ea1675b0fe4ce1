"""The neutral model, and the engines that solve it."""

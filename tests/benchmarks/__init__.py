"""Benchmark readers read, and what they state is the problem of the file."""

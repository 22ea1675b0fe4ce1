"""Where to open sites: p-median, coverage and covering by Lagrangian bounds, interchange and fixing."""

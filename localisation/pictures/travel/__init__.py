"""Maps, curves and tables of how far people have to go."""

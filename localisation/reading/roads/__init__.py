"""Road data as publishers give it, read into a road network: one file a format."""

"""Road networks as arrays, and travel times on them."""

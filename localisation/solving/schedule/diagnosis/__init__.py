"""Why no plan exists, and the smallest relief that would make one possible."""

"""Which floor of its building a unit sits on: what there is, who is to be there, and a plan of it."""

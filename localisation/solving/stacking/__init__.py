"""Which floor each unit sits on, exactly, building by building; and a check that shares nothing with the search."""

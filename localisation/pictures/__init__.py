"""One definition of each picture, for every medium."""

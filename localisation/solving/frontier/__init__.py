"""What two or three measures cost each other: every proposal that none beats on all of them."""

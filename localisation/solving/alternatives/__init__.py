"""Other proposals that are as good, or nearly: as different as possible, or all of them."""

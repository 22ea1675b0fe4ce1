"""Everything a plan is written as: one file or folder for each kind of output."""

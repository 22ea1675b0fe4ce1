"""From a proposal to a plan: who moves when, through which rooms, with whose hands."""

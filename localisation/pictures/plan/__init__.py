"""Pictures of a plan: who moves when, how full the buildings are meanwhile, and what it costs."""

"""Why there is no proposal, why a unit does not sit elsewhere, and what each must costs."""

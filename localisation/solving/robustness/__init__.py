"""How robust a recommendation is: what may change before another proposal is better."""

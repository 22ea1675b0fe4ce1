"""What no plan can beat: earliest times, crew energy and floor space."""

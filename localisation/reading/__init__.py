"""Every input format, one file each: the ugliness of the world ends here."""

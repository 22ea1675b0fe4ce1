"""Where people live, from the tables that statistical offices publish."""

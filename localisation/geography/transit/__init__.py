"""Public transport: a timetable in, door-to-door times over a window of departures out."""

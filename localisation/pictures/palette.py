"""The colours and the type of every picture.

Blue, vermilion and plum are told apart with every common kind of colour blindness (after Okabe & Ito 2008) and in
grey; shape, outline or a sign always says the same as the colour.
"""

FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif"

INK = "#1f2a33"
MUTED = "#56626c"
FAINT = "#97948a"
HAIRLINE = "#c9c4b8"
PAPER = "#ffffff"

SEA = "#dfe9ee"
SHORE = "#a9bdc8"
LAND = "#fbf9f4"
NEIGHBOUR = "#edebe4"
PEOPLE = "#b9a888"
ROAD = "#c3b8a3"
ROAD_CASING = "#ffffff"

KEPT = "#1f5a94"
NEW = "#cf5a00"
CLOSED = "#6b7279"
FLOW = "#71507a"
SPACE = "#dbe1e5"
"""Room that is there, behind the bar of what is used."""

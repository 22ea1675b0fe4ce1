"""A text with small figures is drawn in the same font as the others."""

from localisation.pictures.frame import Frame
from localisation.pictures.layers import texts


def test_small_figures_are_drawn_as_plain_ones():
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=100, height=20)
    layer = texts(frame, [{"x": 0, "y": 10, "text": "CO₂ fra reiser, 12 m²"}])
    # Superscript 2 is in every font (Latin-1); subscript 2 is in few.
    assert [row["text"] for row in layer["data"]["values"]] == ["CO2 fra reiser, 12 m²"]

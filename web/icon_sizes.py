"""Sizes of the icon."""

ICON_SIZES = (180, 512)
"""Pixels: the first is what iOS asks for, the second is drawn smaller by everybody else."""

"""Claims beside the figures: facilities, control of areas, proposals."""

from belegt.read.beside.claims import beside

__all__ = ["beside"]

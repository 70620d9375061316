"""Claims beside the figures: facilities, control of areas, proposals."""

from belegt.read.beside.claims import Finders, beside

__all__ = ["Finders", "beside"]

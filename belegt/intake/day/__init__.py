"""The day a report was published: stated dates, datelines, and which of them to believe."""

from belegt.intake.day.iso import iso_date
from belegt.intake.day.publication import publication

__all__ = ["iso_date", "publication"]

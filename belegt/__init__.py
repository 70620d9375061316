"""Belegt: an auditable record of civilian harm, every figure with its source."""

__version__ = "0.1.0"

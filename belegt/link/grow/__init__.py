"""Linking a record that grows: what a new report, a new reading or a decision touches is linked anew, and nothing else."""

from belegt.link.grow.growing import Growing

__all__ = ["Growing"]

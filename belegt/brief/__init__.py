"""Accounts in, briefs out: every figure with its footnote, checked before it is printed."""

from belegt.brief.check import check
from belegt.brief.render import render
from belegt.brief.write import write

__all__ = ["check", "render", "write"]

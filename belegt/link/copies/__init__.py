"""Reprints: which reports carry one text, and which of their claims are one claim told again."""

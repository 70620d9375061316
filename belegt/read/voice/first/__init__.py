"""Attribution where the subject stands first: "X said that", "..., X said", "..., said X", "reported by X"."""

from belegt.read.voice.first.spoken import spoken

__all__ = ["spoken"]

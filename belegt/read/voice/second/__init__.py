"""Attribution where the finite verb stands second: "X sagte, dass", "Am Montag sagte X", "..., sagte X"."""

from belegt.read.voice.second.complement import complement
from belegt.read.voice.second.spoken import spoken

__all__ = ["complement", "spoken"]

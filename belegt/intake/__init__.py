"""Intake: bytes to reports. Every hostile byte is met here; what comes out is a report or a refusal with its reason."""

from belegt.intake.receipt import Received, Refusal
from belegt.intake.receive import fetch, receive

__all__ = ["Received", "Refusal", "fetch", "receive"]

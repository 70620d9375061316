"""To whom the text ascribes the harm (R19).

Invariant: an actor is given in words of the report; people who were harmed themselves are not their own actors.
"""

from belegt.read.actors.governing import Actors, opens_back, turns_elsewhere

__all__ = ["Actors", "opens_back", "turns_elsewhere"]

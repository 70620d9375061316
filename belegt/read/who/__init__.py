"""Who people are by the words around their noun (R8): the side that is said of them before or behind it."""

from belegt.read.who.sides import most_of_them, plain_groups, said_around

__all__ = ["most_of_them", "plain_groups", "said_around"]

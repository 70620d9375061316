"""What one side proposed and how it was answered: ceasefires, talks, evacuations, access for aid, exchanges.

Invariant: appeals and wishes are no proposals; an agreement or a breach is told by the words of the report.
"""

from belegt.read.beside.proposal.find import find, worth

__all__ = ["find", "worth"]

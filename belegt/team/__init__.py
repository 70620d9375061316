"""A team at one record: accounts with roles, their sessions, and how far readers of the same claim agree.

Invariant: nothing of it stands in the record but names; a secret is kept only as a hash, or in a file for its owner alone.
"""

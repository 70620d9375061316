"""The review desk: pages drawn on the server from the record, and decisions written back into it.

Invariant: nothing is loaded from elsewhere, nothing changes by looking, and everything that changes is an event of the log.
"""

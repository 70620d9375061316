"""Commands that decide: each writes one decision, with author and reason, into the log of a record (R28)."""

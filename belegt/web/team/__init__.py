"""The desk as a team has it: who is let in by a session, and where it listens."""

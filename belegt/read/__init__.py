"""The reading room: reports in, claims out, each with its words and what it rests on."""

"""What the desk holds of a record in memory."""

"""Language pack, data only."""

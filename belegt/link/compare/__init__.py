"""Comparing two mentions: one trait a file, each giving a readable ground or none."""

"""Words: counts, people, days and names as German and English say them, and the pen that puts them together."""

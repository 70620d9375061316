"""What is drawn: lengths and paths worked out here, drawn by the templates, always with a table beside."""
